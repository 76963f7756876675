"""What may be wrong with a page that stands open in a browser, each fault as a sentence."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TARGET = 44  # CSS pixels that a finger needs, WCAG 2.5.5
SCRIPTS = Path(__file__).parent
MIRRORED, FORCED, TARGETS, KEYBOARD = (
    (SCRIPTS / f"{name}.js").read_text() for name in ("mirrored", "forced", "targets", "keyboard")
)
OVERFLOW = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
# WCAG 1.4.12, set by a constructed sheet, which the page's content policy lets through.
SPACED = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet]; }"""

axe = Axe()


def rules_broken_on(page):
    """What axe finds, and more or fewer than one h1."""
    found = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
    for violation in found["violations"]:
        places = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
        yield f"{violation['id']}: {violation['help']} ({places})"
    if (headings := page.locator("h1").count()) != 1:
        yield f"has {headings} h1"


def walk_with_tab(page, *, whole):
    """Hold Tab down to the end, over the whole page or from where its main part begins."""
    for _press in range(page.evaluate(KEYBOARD, whole)):
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    return page.evaluate("walked()")


def overflow_of(page):
    """A sideways scroll, as it is and with its text spaced out, which stays so."""
    if (overflow := page.evaluate(OVERFLOW)) > 0:
        yield f"scrolls sideways by {overflow} px"
    page.evaluate(SPACED)
    if (overflow := page.evaluate(OVERFLOW)) > 0:
        yield f"scrolls sideways by {overflow} px when its text is spaced out"


def small_targets_on(page):
    """Buttons, fields and links that a finger would miss."""
    return page.evaluate(TARGETS, TARGET)


def lost_in_chosen_colours(page):
    """What disappears, or moves, for people who chose their own colours and no motion."""
    return page.evaluate(FORCED)


def mirror(page):
    """Turn the page into one that is read from right to left."""
    page.evaluate(MIRRORED)
