"""Every page of the demo keeps the accessibility rules, in every language, theme, width, state."""

from itertools import cycle

import pytest

from tests.axe import faults
from tests.axe.crawl import LOOKS, MIRRORED, pages_from, pairwise

pytestmark = pytest.mark.axe

FEWEST = 30  # pages that anybody is led to by the links
ROLES = ("", "coordinator", "secretary", "helper", "member")
# The desk shows nearly every shape there is; the other roles' own few wait for `--all`.
MOST_TELLING = ("", "coordinator")
THEMES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active", "reduced_motion": "reduce"},
}
OPENED = "document.querySelectorAll('details').forEach(one => { one.open = true })"
# The first form that asks for words, made ready to be sent without them.
EMPTIED = """() => { const form = [...document.querySelectorAll('main form[method=post]')]
        .find(form => form.querySelector('textarea, input[type=text][required]'));
    if (!form) return false;
    form.querySelectorAll('textarea, input[type=text]').forEach(one => { one.value = '' });
    form.noValidate = true; form.id = 'emptied'; return true; }"""


def bring_into(page, look):
    """Open what can be opened, or send the first form without its words; then mirror it."""
    if look["state"] == "opened":
        page.evaluate(OPENED)
    elif look["state"] == "after an error" and page.evaluate(EMPTIED):
        with page.expect_navigation():
            page.evaluate("document.getElementById('emptied').requestSubmit()")
    if look["language"] == MIRRORED:
        faults.mirror(page)


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


class Walker:
    """Goes through pages, one browser context for each theme and width, and notes the faults."""

    def __init__(self, chromium, origin, cookies):
        self.chromium, self.origin, self.cookies = chromium, origin, cookies
        self.pages, self.walked = {}, set()

    def open(self, path, look):
        """The page of an address, brought into its look."""
        theme, width = look["theme"], look["width"]
        if (theme, width) not in self.pages:
            context = self.chromium.new_context(
                viewport={"width": width, "height": 900}, **THEMES[theme]
            )
            context.add_cookies(self.cookies)
            self.pages[theme, width] = context.new_page()
        page = self.pages[theme, width]
        prefix = "" if look["language"] == MIRRORED else look["language"]
        page.goto(self.origin + prefix + path)
        bring_into(page, look)
        return page

    def faults_of(self, path, look):
        """All that is wrong with one page in one look."""
        page = self.open(path, look)
        yield from faults.rules_broken_on(page)
        yield from faults.small_targets_on(page)
        if look["theme"] == "forced":
            yield from faults.lost_in_chosen_colours(page)
        # Neither the colours nor the language change where the keyboard leads.
        walk, shell = (path, look["width"], look["state"]), look["width"]
        if walk not in self.walked:
            yield from faults.walk_with_tab(page, whole=shell not in self.walked)
            self.walked |= {walk, shell}
        yield from faults.overflow_of(page)

    def close(self):
        """Close the contexts."""
        for page in self.pages.values():
            page.context.close()


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role or "visitor")
def test_every_page_of_the_demo_keeps_the_rules(chromium, demo, plan, role):
    if role not in plan:
        pytest.skip("`make axe-all` looks at this role's pages, too")
    cookies, todo = plan[role]
    walker = Walker(chromium, demo, cookies)
    found = [
        f"{path} ({', '.join(map(str, look.values()))}) {fault}"
        for path, look in todo
        for fault in walker.faults_of(path, look)
    ]
    walker.close()
    assert not found, "\n".join(found)
