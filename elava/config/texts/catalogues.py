"""Where the catalogues lie, and how they become what Django reads.

`python -m elava.config.texts.catalogues` compiles without Django and without GNU gettext.
"""

import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]
LANGUAGES = ("fi", "sv", "fi_Selko")  # the texts in the code are English
HEADER = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def header(language):
    """What stands at the head of a catalogue: nothing that changes from day to day."""
    return {"Language": language, **HEADER}


def packages():
    """The names of the packages of the house."""
    return sorted(file.parent.name for file in HOUSE.glob("*/__init__.py"))


def path_of(package, language):
    """Where a package keeps its texts in one language."""
    return HOUSE / package / "locale" / language / "LC_MESSAGES" / "django.po"


def read(package, language):
    """The catalogue of a package in one language; an empty one where there is none yet."""
    import polib

    path = path_of(package, language)
    catalogue = polib.pofile(str(path), encoding="utf-8") if path.exists() else polib.POFile()
    catalogue.wrapwidth = 100
    return catalogue


def stale_ones():
    """The catalogues that must be compiled."""
    return [path for path in sorted(HOUSE.glob("*/locale/*/LC_MESSAGES/*.po")) if is_stale(path)]


def is_stale(path):
    """Whether the compiled file is missing or older than its catalogue."""
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns


def compile_all():
    """Compile each catalogue that has changed, and return them."""
    stale = stale_ones()
    for path in stale:
        compile_one(path)
    return stale


def compile_one(path):
    """Write the compiled file whole or not at all: a running server may be reading it."""
    import polib

    unfinished = path.with_suffix(".mo.new")
    polib.pofile(str(path), encoding="utf-8").save_as_mofile(str(unfinished))
    unfinished.replace(path.with_suffix(".mo"))


if __name__ == "__main__":
    if changed := compile_all():
        sys.stderr.write(f"Compiled {len(changed)} catalogues of texts.\n")
