"""The eyes see: each check finds the fault it is made for, and nothing on a page without one."""

import pytest

from tests.axe import faults
from tests.browser import DESK

pytestmark = pytest.mark.axe

HEAD = "<!doctype html><html lang=en><title>t</title><style>button, a.big {{ min-width: 48px; \
min-height: 48px; display: inline-block }} {} </style><main><h1>t</h1>{}</main>"
FIRST_AND_LAST = "<button>first</button><p>{}</p><button>last</button>"


@pytest.fixture
def page_with(chromium):
    """Call it for a page of our own making, in a browser that may have chosen colours."""
    contexts = []

    def open_one(body, style="", **look):
        contexts.append(chromium.new_context(viewport=DESK, **look))
        page = contexts[-1].new_page()
        page.set_content(HEAD.format(style, body))
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("between", "style"),
    [
        ("<button>shows nothing</button>", "button:focus { outline: none }"),
        ("<button tabindex=3>too early</button>", ""),
        ("<button class=cover>below</button><i></i>",
         "p { position: relative } i { position: absolute; inset: 0; background: red }"),
        ("<button class=away>beside</button>", ".away { position: fixed; left: -9rem }"),
        ("<button onkeydown='event.preventDefault()'>a trap</button>", ""),
        ("<button onfocus='this.blur()'>flees</button>", ""),
    ],
)  # fmt: skip
def test_the_walk_with_tab_stumbles_over(page_with, between, style):
    assert faults.walk_with_tab(page_with(FIRST_AND_LAST.format(between), style), whole=True)


def test_the_walk_with_tab_passes_dates_choices_and_closed_things(page_with):
    page = page_with(
        FIRST_AND_LAST.format(
            "<input type=date><label><input type=radio name=a>one</label>"
            "<label><input type=radio name=a>two</label><button disabled>not now</button>"
            "<details><summary>more</summary><button>hidden yet</button></details>"
        )
    )
    for whole in (True, False):
        assert faults.walk_with_tab(page, whole=whole) == []


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("<a href=/>alone</a>", 1),
        ("<a class=big href=/>alone</a>", 0),
        ("<p>Words around <a href=/>a link</a> go on.</p>", 0),
        ("<p><a href=/>one</a> · <a href=/>two</a></p>", 2),
        ("<label style='display: block; line-height: 3'><input type=radio> words</label>", 0),
        ("<label>words</label><input type=radio>", 1),
    ],
)  # fmt: skip
def test_a_small_target_is_one_that_stands_alone(page_with, body, count):
    assert len(faults.small_targets_on(page_with(body))) == count


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<button>flat</button>", "button { border: 0; background: teal }"),
        ("<b></b>", "b::before { content: ''; display: block; width: 9px; height: 9px; "
         "background: teal; clip-path: circle() }"),
        ("<b>runs</b>", "b { animation: a 9s infinite } @keyframes a { to { opacity: 0 } }"),
    ],
)  # fmt: skip
def test_what_chosen_colours_take_away_is_missed(page_with, body, style):
    chosen = {"forced_colors": "active", "reduced_motion": "reduce"}
    assert faults.lost_in_chosen_colours(page_with(body, style, **chosen))
    assert faults.lost_in_chosen_colours(page_with("<button>edge</button>", **chosen)) == []


def test_a_mirrored_page_shows_what_was_nailed_to_the_right(page_with):
    nailed = "p { position: absolute; left: 50%; width: 60%; margin: 0 }"
    page = page_with("<p>nailed</p>", nailed)
    assert list(faults.overflow_of(page))
    page = page_with("<p>words</p>", "p { position: absolute; right: 50%; width: 60%; margin: 0 }")
    assert list(faults.overflow_of(page)) == []
    faults.mirror(page)
    assert list(faults.overflow_of(page))
    assert "words" not in page.inner_text("main")
