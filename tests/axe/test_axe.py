"""Every page of the demo keeps the accessibility rules, in every language, theme, width, state."""

from itertools import cycle

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.axe.crawl import LOOKS, pages_from, pairwise

pytestmark = pytest.mark.axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FEWEST = 30  # pages that anybody is led to by the links
ROLES = ("", "coordinator", "secretary", "helper", "member")
# The desk shows nearly every shape there is; the other roles' own few wait for `--all`.
MOST_TELLING = ("", "coordinator")
OVERFLOW = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
# WCAG 1.4.12, set by a constructed sheet, which the page's content policy lets through.
SPACED = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet]; }"""
OPENED = "document.querySelectorAll('details').forEach(one => { one.open = true })"
# The first form that asks for words, made ready to be sent without them.
EMPTIED = """() => { const form = [...document.querySelectorAll('main form[method=post]')]
        .find(form => form.querySelector('textarea, input[type=text][required]'));
    if (!form) return false;
    form.querySelectorAll('textarea, input[type=text]').forEach(one => { one.value = '' });
    form.noValidate = true; form.id = 'emptied'; return true; }"""


def faults_on(page, axe):
    """What axe finds, a sideways scroll, and more or fewer than one h1, as sentences."""
    found = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
    for violation in found["violations"]:
        places = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
        yield f"{violation['id']}: {violation['help']} ({places})"
    if (overflow := page.evaluate(OVERFLOW)) > 0:
        yield f"scrolls sideways by {overflow} px"
    page.evaluate(SPACED)
    if (overflow := page.evaluate(OVERFLOW)) > 0:
        yield f"scrolls sideways by {overflow} px when its text is spaced out"
    if (headings := page.locator("h1").count()) != 1:
        yield f"has {headings} h1"


def bring_into(page, state):
    """Open what can be opened, or send the first form without its words."""
    if state == "opened":
        page.evaluate(OPENED)
    elif state == "after an error" and page.evaluate(EMPTIED):
        with page.expect_navigation():
            page.evaluate("document.getElementById('emptied').requestSubmit()")


def step_into(page, origin, role):
    """Take a role of the demo by its own switch."""
    page.goto(f"{origin}/demo/roles/")
    page.locator(f"button[value={role}]").click()


@pytest.fixture(scope="session")
def plan(chromium, demo, request):
    """{role: (cookies, [(path, look)])}: each shape of a page in one look, or in every look."""
    plans, shapes = {}, set()
    few, every = cycle(pairwise(LOOKS)), request.config.getoption("--all", default=False)
    for role in ROLES if every else MOST_TELLING:
        scout = chromium.new_context()
        if role:
            step_into(scout.new_page(), demo, role)
        pages = pages_from(scout.request, demo)
        assert len(pages) > FEWEST, f"{role or 'a visitor'} was led to few pages"
        new = [path for name, path, shape in pages if (name, shape) not in shapes]
        shapes |= {(name, shape) for name, _path, shape in pages}
        if every:
            todo = [(path, look) for path in new for look in LOOKS]
        else:
            todo = [(path, next(few)) for path in new]
        # One context for each look, so that few are opened.
        plans[role] = (
            scout.cookies(),
            sorted(todo, key=lambda one: (one[1]["theme"], one[1]["width"])),
        )
        scout.close()
    return plans


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role or "visitor")
def test_every_page_of_the_demo_keeps_the_rules(chromium, demo, plan, role):
    if role not in plan:
        pytest.skip("`make axe-all` looks at this role's pages, too")
    cookies, todo = plan[role]
    axe, faults, contexts = Axe(), [], {}
    for path, look in todo:
        theme, width = look["theme"], look["width"]
        if (theme, width) not in contexts:
            context = chromium.new_context(
                color_scheme=theme, viewport={"width": width, "height": 900}
            )
            context.add_cookies(cookies)
            contexts[theme, width] = context.new_page()
        page = contexts[theme, width]
        page.goto(demo + look["prefix"] + path)
        bring_into(page, look["state"])
        faults += [f"{look['prefix']}{path} ({theme}, {width} px, {look['state']}) {fault}"
                   for fault in faults_on(page, axe)]  # fmt: skip
    for page in contexts.values():
        page.context.close()
    assert not faults, "\n".join(faults)
