import gzip
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parent.parent / "static" / "ui"
CSS = (STATIC / "style.css").read_text()
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})", block))
    for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
)
GROUNDS = ("paper", "surface")
PAIRS = (
    [
        (ink, ground)
        for ground in GROUNDS
        for ink in (
            "ink",
            "muted",
            "lake",
            "lake-deep",
            "spruce",
            "cloudberry",
            "bilberry",
            "lingon",
        )
    ]
    + [
        ("ink", tint)
        for tint in ("lake-tint", "spruce-tint", "cloudberry-tint", "bilberry-tint", "lingon-tint")
    ]
    + [(hue, f"{hue}-tint") for hue in ("lake", "spruce", "cloudberry", "bilberry", "lingon")]
    + [
        ("lake", "cloudberry-tint"),
        ("lake", "spruce-tint"),
        ("lake-deep", "lake-tint"),
        ("on-lake", "lake"),
        ("on-lake", "lake-deep"),
        ("on-glow", "glow"),
    ]
    + [(f"on-ramp-{step}", f"ramp-{step}") for step in range(4)]
)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_is_readable(theme, text, ground):
    assert contrast(theme[text], theme[ground]) >= 7


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_controls_can_be_seen(theme, ground):
    assert contrast(theme["control"], theme[ground]) >= 3


def test_both_themes_name_the_same_colours():
    assert set(LIGHT) == set(DARK)


def test_the_look_is_light_to_carry():
    assert len(gzip.compress(CSS.encode())) <= 12 * 1024
    assert len((STATIC / "elava.js").read_bytes()) < 5 * 1024


def test_the_look_fetches_nothing_from_elsewhere():
    for file in STATIC.iterdir():
        found = re.findall(
            r"(?:https?:)?//[\w.]+", re.sub(r"/\*.*?\*/|// .*", "", file.read_text())
        )
        assert set(found) <= {"http://www.w3.org"}
        assert "data:" not in file.read_text()


def test_there_are_24_icons():
    from elava.ui.templatetags.ui import ICONS

    drawn = set(re.findall(r'<symbol id="(\w+)"', (STATIC / "icons.svg").read_text()))
    assert len(drawn) == 24
    assert drawn == ICONS
