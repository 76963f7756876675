"""The words of the demo: the files of each town, read into one table."""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent / "texts"
FIRST_TOWN = (
    "programme", "programme_2", "network", "network_2", "network_3", "challenges",
    "ideas_1", "ideas_2", "ideas_3", "ideas_4", "ideas_5", "meetings", "meetings_2",
)  # fmt: skip
SECOND_TOWN = ("second_town", "second_town_2")


def first_town():
    """What is said in and of the model town, the page about its model among it."""
    return read(FIRST_TOWN) | {"model_case": read(["model_case"])}


def second_town():
    """What is said in and of the small town."""
    return read(SECOND_TOWN)


def read(files):
    """The tables of some files as one dict; lists of the same name follow each other."""
    together = {}
    for name in files:
        for key, value in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")).items():
            if isinstance(value, list):
                together.setdefault(key, []).extend(value)
            else:
                together[key] = value
    return together
