"""Every text of the interface is there in every language."""

import re
from pathlib import Path

import polib

from elava.config.texts.faults import faults


def test_every_text_is_translated_into_every_language():
    found = list(faults())
    assert not found, "\n".join(["Run `elava texts`, then translate:", *found])


DAYS = "day|today|due|next_day|called_for|on|until|since"


def test_no_finnish_sentence_ends_with_a_day_that_brings_its_own_full_stop():
    """A day of this year is "1.12." in Finnish: before a full stop there would be two."""
    found = []
    for path in sorted(Path("elava").glob("*/locale/fi*/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(path)):
            for said in (entry.msgstr, *entry.msgstr_plural.values()):
                is_count = "idea of %(due)s" in entry.msgid
                if re.search(rf"%\((?:{DAYS})\)s\.", said) and not is_count:
                    found.append(f"{path}: {said}")
    assert not found, "\n".join(found)


def test_swedish_has_one_word_for_deputies_and_one_for_checking_minutes():
    """A deputy is "ersättare", and minutes are "justerade": see the glossary."""
    found = []
    for path in sorted(Path("elava").glob("*/locale/sv/LC_MESSAGES/django.po")):
        others = r"suppleant|ställföreträd" + (r"|gransk" if "decisions" in path.parts else "")
        for entry in polib.pofile(str(path)):
            for said in (entry.msgstr, *entry.msgstr_plural.values()):
                if re.search(others, said.lower()):
                    found.append(f"{path}: {said}")
    assert not found, "\n".join(found)


CLUMSY = {
    "fi": r"tavoit.*palvel|palvele\w* sitä",
    "fi_Selko": r"tavoit.*(palvel|autamme|auttaa)|\b(en|et|emme|ette) tarvitse tehdä",
    "sv": r"\bmål.*\btjänar|\btjänar det",
}


def test_goals_are_worked_for_and_nobody_is_told_what_they_do_not_need_in_clumsy_finnish():
    """A goal is advanced ("edistää", "främja"), and "teidän ei tarvitse" do anything more."""
    found = []
    for code, clumsy in CLUMSY.items():
        for path in sorted(Path("elava").glob(f"*/locale/{code}/LC_MESSAGES/django.po")):
            for entry in polib.pofile(str(path)):
                for said in (entry.msgstr, *entry.msgstr_plural.values()):
                    if re.search(clumsy, said.lower()):
                        found.append(f"{path}: {said}")
    assert not found, "\n".join(found)
