"""A real browser: the system's Chromium, once in a run, and the house on a loopback port."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The programme of the tests answers at this host.
    "--host-resolver-rules=MAP testserver 127.0.0.1",
]
PHONE, DESK = {"width": 390, "height": 800}, {"width": 1280, "height": 900}


def find_chromium():
    """Where the browser lies: the one that ELAVA_CHROMIUM names, else the system's; or None."""
    named = os.environ.get("ELAVA_CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else NAMES)), None)


@pytest.fixture(scope="session")
def chromium():
    """The browser, or a plain word that there is none."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium on this machine; on Debian: apt install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_browser(chromium, live_server, settings):
    """Call it for a page in a browser of its own; at the end nothing may have gone wrong in it."""
    settings.WHITENOISE_AUTOREFRESH = True
    contexts, troubles = [], []
    port = live_server.url.rpartition(":")[2]

    def open_one(*, javascript=True, size=PHONE, theme="light", cookies=()):
        context = chromium.new_context(
            base_url=f"http://testserver:{port}",
            java_script_enabled=javascript,
            viewport=size,
            color_scheme=theme,
            locale="fi-FI",
            timezone_id="Europe/Helsinki",
        )
        context.set_default_timeout(10_000)
        context.add_cookies(
            [{"name": name, "value": value, "url": f"http://testserver:{port}"}
             for name, value in cookies]
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: _listen(said, troubles))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not troubles


def _listen(said, troubles):
    if "Content Security Policy" in said.text:
        troubles.append(said.text)
