import re
from pathlib import Path

import polib
import pytest

UI = Path(__file__).parent.parent
IN_PYTHON = re.compile(r'(?:\b_|gettext_lazy)\(\s*"((?:[^"\\]|\\.)*)"')
IN_TEMPLATES = re.compile(r"""{% translate (["'])(.*?)\1""")


def asked_for():
    code = (file.read_text() for file in UI.glob("**/*.py") if "tests" not in file.parts)
    pages = (file.read_text() for file in UI.glob("templates/**/*.html"))
    return {text for page in code for text in IN_PYTHON.findall(page)} | {
        text for page in pages for _quote, text in IN_TEMPLATES.findall(page)
    }


@pytest.mark.parametrize("language", ["fi", "sv", "fi_Selko"])
def test_every_text_has_its_words(language):
    catalogue = polib.pofile(UI / "locale" / language / "LC_MESSAGES" / "django.po")
    have = {entry.msgid for entry in catalogue if entry.translated()}
    assert asked_for() - have == set()
    assert not catalogue.fuzzy_entries()
    assert not catalogue.untranslated_entries()
    assert [entry.msgid for entry in catalogue] == sorted(entry.msgid for entry in catalogue)


def test_easy_finnish_is_shorter_than_finnish():
    long, short = (
        sum(len(e.msgstr) for e in polib.pofile(UI / "locale" / name / "LC_MESSAGES" / "django.po"))
        for name in ("fi", "fi_Selko")
    )
    assert short < long
