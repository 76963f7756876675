"""Every page of the demo keeps the accessibility rules, reflows at 320 px and has one h1."""

from itertools import cycle, product
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

pytestmark = pytest.mark.axe

PREFIXES = ("", "/sv", "/en", "/selko")
THEMES = ("light", "dark")
WIDTHS = (320, 1280)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ROLES = ("", "coordinator", "secretary")
MOST_PAGES = 90
SKIPPED = ("/static/", "/api/", "/media/")
OVERFLOW = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


def name_of(path):
    """The name of an address, so that of many ideas one is looked at."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return path


def pages_from(context, origin):
    """One address of each kind of page that can be reached by following links from the front."""
    page, found, waiting, seen = context.new_page(), {}, ["/"], {"/"}
    while waiting and len(found) < MOST_PAGES:
        path = waiting.pop(0)
        if name_of(path) in found:
            continue
        response = page.goto(origin + path)
        if "text/html" not in response.headers.get("content-type", ""):
            continue
        found[name_of(path)] = path
        for href in page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)"):
            there = urlsplit(href)
            fresh = there.path not in seen and not there.path.startswith((*PREFIXES[1:], *SKIPPED))
            if href.startswith(origin) and fresh:
                seen.add(there.path)
                waiting.append(there.path)
    page.close()
    return found


def faults_on(page):
    """What axe finds, a sideways scroll, and more or fewer than one h1, as sentences."""
    from axe_playwright_python.sync_playwright import Axe

    results = Axe().run(page, options={"runOnly": RULES}).response
    for violation in results["violations"]:
        places = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
        yield f"{violation['id']}: {violation['help']} ({places})"
    overflow = page.evaluate(OVERFLOW)
    if overflow > 0:
        yield f"scrolls sideways by {overflow} px"
    headings = page.locator("h1").count()
    if headings != 1:
        yield f"has {headings} h1"


def step_into(page, origin, role):
    """Take a role of the demo by its own switch."""
    page.goto(f"{origin}/demo/roles/")
    page.locator(f"form:has([value={role}]) button, button[value={role}]").first.click()


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_the_demo_keeps_the_rules(browser, demo, role, request):
    looks = list(product(PREFIXES, THEMES, WIDTHS))
    scout = browser.new_context()
    if role:
        step_into(scout.new_page(), demo, role)
    pages, cookies = pages_from(scout, demo), scout.cookies()
    scout.close()
    if request.config.getoption("--all", default=False):
        plan = list(product(pages.values(), looks))
    else:
        plan = list(zip(pages.values(), cycle(looks), strict=False))
    faults = []
    for path, (prefix, theme, width) in plan:
        context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": 900})
        context.add_cookies(cookies)
        page = context.new_page()
        page.goto(demo + prefix + path)
        faults += [f"{prefix}{path} ({theme}, {width} px) {fault}" for fault in faults_on(page)]
        context.close()
    assert len(pages) > 10
    assert not faults, "\n".join(faults)
