"""The README's pictures: pages of the demo as a browser shows them (`./run pictures`)."""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
PORT = os.environ.get("PORT", "8123")
SITE = f"http://127.0.0.1:{PORT}"
LARGEST = 150_000  # bytes of one picture
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
WIDE, PHONE = (1280, 860), (390, 844)
# name, size of the window, where to go: an address, then the links to follow by a part of theirs,
# or "button" for the first one there is
PICTURES = [
    ("home", WIDE, ["/"]),
    ("idea", PHONE, ["/results/", "/ideas/"]),
    ("ideas", WIDE, ["/en/ideas/"]),
    ("thread", WIDE, ["/en/results/", "/ideas/", "/threads/"]),
    ("decisions", WIDE, ["/meetings/", "/meetings/:3"]),
    ("challenge", WIDE, ["/sv/challenges/", "/challenges/"]),
    ("desk", WIDE, ["/demo/roles/", "button"]),
]


def demo(folder):
    """The demo, served from a folder of its own; gives the running process once it is ready."""
    env = os.environ | {
        "ELAVA_MODE": "demo",
        "ELAVA_DATA": folder,
        "DATABASE_URL": "",
        "PORT": PORT,
    }
    command = [sys.executable, "-m", "elava.config.cli", "demo", "--serve"]
    running = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    if not any(line.startswith("Ready:") for line in running.stdout):
        raise SystemExit("The demo did not start; what it said stands above.")
    return running


def follow(page, steps):
    """Open an address, then follow its steps (`/part/:2` is the third link with that part)."""
    page.goto(SITE + steps[0])
    for step in steps[1:]:
        part, _, number = step.partition(":")
        link = f'a[href*="{part}"]:not(nav *, footer *, [href*="?"])'
        wanted = "main button" if step == "button" else link
        page.locator(wanted).nth(int(number or 0)).click()
        page.wait_for_load_state()


def keep(name, shot):
    """Save a picture with as many colours as fit into LARGEST."""
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    for colours in (256, 128, 64, 32):
        kept = picture.quantize(colours, dither=Image.Dither.NONE)
        kept.save(HERE / f"{name}.png", optimize=True)
        if (HERE / f"{name}.png").stat().st_size <= LARGEST:
            return


def main():
    """Make every picture anew."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tools:
        running = demo(folder)
        try:
            chromium = os.environ.get("ELAVA_CHROMIUM", "/usr/bin/chromium")
            browser = tools.chromium.launch(executable_path=chromium, args=FLAGS)
            for name, (width, height), steps in PICTURES:
                size = {"width": width, "height": height}
                page = browser.new_page(viewport=size, reduced_motion="reduce")
                follow(page, steps)
                keep(name, page.screenshot())
                page.close()
            browser.close()
        finally:
            running.terminate()
            running.wait()


if __name__ == "__main__":
    main()
