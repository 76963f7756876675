"""What is found by words, the best first, page by page."""

import datetime as dt
from dataclasses import dataclass

from .findable import findables
from .index import DIVIDER, NEWEST, matching
from .lemmas import asked_forms, words_of

PAGE = 30
MOST_WORDS = 8
# A part of a compound that was asked for is worth less than the compound, wherever that stands.
WHOLE, BEGINNING, INSIDE, PART = 40, 20, 10, 2
TITLE_COUNTS = 3


@dataclass(frozen=True)
class Results:
    """One page of what was found: pairs (Findable, Found), how many there are on all pages.

    `is_cut` is true where more match than are put in order; `next` is the key of the next page.
    """

    rows: list
    total: int
    is_cut: bool
    next: str


def found_by(text, *, kind="", after="", size=PAGE):
    """The public rows that hold every word of `text` in some form, the best first.

    `after` is the key of the row behind which the page begins. What is shown is read anew, so that
    a row which was hidden a moment ago is not there. Two stages: the newest 2,000 that match, then
    the order among them.
    """
    rows, is_cut = ranked(text, kind=kind)
    total, key = len(rows), _read_key(after)
    if key:
        rows = [row for row in rows if row[:3] < key]
    page = rows[:size]
    key = _key(page[-1]) if len(rows) > size else ""
    return Results(_read_anew(page), total, is_cut, key)


def ranked(text, *, kind=""):
    """(score, day, id, kind) of what holds every word, the best first; whether there is more."""
    asked = [asked_forms(word) for word in dict.fromkeys(words_of(text))][:MOST_WORDS]
    if not asked:
        return [], False
    met = list(matching([wholes + parts for wholes, parts in asked]))
    rows = [
        (_score(words, asked), on, str(object_id), its_kind)
        for its_kind, object_id, on, words in met
        if not kind or its_kind == kind
    ]
    return sorted(rows, reverse=True), len(met) == NEWEST


def _score(words, asked):
    title, _divider, body = words.partition(DIVIDER)
    return sum(_worth(title, *forms) * TITLE_COUNTS + _worth(body, *forms) for forms in asked)


def _worth(words, wholes, parts):
    if any(f" {form} " in words for form in wholes):
        return WHOLE
    if any(f" {form}" in words for form in wholes):
        return BEGINNING
    if any(form in words for form in wholes):
        return INSIDE
    return PART if any(form in words for form in parts) else 0


def _read_anew(rows):
    by_kind = {}
    for _score, _on, object_id, kind in rows:
        by_kind.setdefault(kind, []).append(object_id)
    shown = {
        (one.kind, str(found.object_id)): (one, found)
        for one in findables()
        if one.kind in by_kind
        for found in one.reads(by_kind[one.kind])
    }
    found = [shown.get((kind, object_id)) for _score, _on, object_id, kind in rows]
    return [pair for pair in found if pair]


def _key(row):
    score, on, object_id, _kind = row
    return f"{score}.{on:%Y%m%d}.{object_id}"


def _read_key(text):
    """(score, day, id) of the row after which a page begins, or None for anything else."""
    try:
        score, day, object_id = text.split(".")
        return int(score[:9]), dt.date(int(day[:4]), int(day[4:6]), int(day[6:8])), object_id
    except ValueError:
        return None
