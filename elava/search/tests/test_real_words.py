import csv
import os
from pathlib import Path

import pytest

from elava.search.lemmas import forms_of

pytestmark = pytest.mark.real_data


@pytest.fixture
def pairs():
    """Inflected forms and their dictionary forms from a Finnish treebank."""
    folder = os.environ.get("ELAVA_REAL_DATA")
    if not folder:
        pytest.skip("ELAVA_REAL_DATA names no folder with real data")
    with Path(folder, "ud_finnish/tdt_dev_form_lemma.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        (row["form"].lower(), row["lemma"].lower().replace("#", ""), row["upos"])
        for row in rows
        if row["form"].isalpha()
    ]


def meet(one, other):
    """Whether a text with one word is found by asking for the other."""
    written, asked = forms_of(one), forms_of(other)
    return any(part in whole for part in asked for whole in written if len(part) > 2)


def share(pairs):
    return sum(meet(form, lemma) or meet(lemma, form) for form, lemma, _class in pairs) / len(pairs)


def test_inflected_finnish_words_meet_their_dictionary_forms(pairs):
    nouns = [pair for pair in pairs if pair[2] == "NOUN"]
    assert share(pairs) > 0.9
    assert share(nouns) > 0.95
