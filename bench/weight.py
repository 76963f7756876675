"""P14: what a phone loads for a page, cold: kilobytes, requests, JavaScript and CSS."""

from dataclasses import dataclass

from tests.browser import FLAGS, PHONE, find_chromium


@dataclass
class Weight:
    """Sizes are kilobytes as sent."""

    total: float = 0
    requests: int = 0
    script: float = 0
    style: float = 0


def measure(origin, paths):
    """The weight of each path, each in a fresh browser; nothing where there is no Chromium."""
    path = find_chromium()
    if path is None:
        return {}
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            return {name: _weigh(browser, origin + where) for name, where in paths.items()}
        finally:
            browser.close()


def _weigh(browser, url):
    context = browser.new_context(viewport=PHONE)
    page, weight = context.new_page(), Weight()

    def count(request):
        sizes = request.sizes()
        size = (sizes["responseBodySize"] + sizes["responseHeadersSize"]) / 1024
        weight.total += size
        weight.requests += size > 0  # what the browser has already is not asked for again
        weight.script += size if request.resource_type == "script" else 0
        weight.style += size if request.resource_type == "stylesheet" else 0

    page.on("requestfinished", count)
    page.goto(url, wait_until="networkidle")
    context.close()
    return weight
