from .findable import findables
from .index import DIVIDER, matching
from .lemmas import forms_of, words_of

MOST_WORDS = 8
WHOLE, BEGINNING, INSIDE = 4, 2, 1
TITLE_COUNTS = 3


def found_by(text, *, kind="", limit=30):
    """The public rows that hold every word of `text` in some form, the best first.

    Returns pairs (Findable, Found). What is shown is read anew, so that a row which was hidden a
    moment ago is not there. Two stages: the newest 2,000 that match, then the order among them.
    """
    alternatives = [forms_of(word) for word in dict.fromkeys(words_of(text))][:MOST_WORDS]
    if not alternatives:
        return []
    rows = [row for row in matching(alternatives) if not kind or row[0] == kind]
    rows.sort(key=lambda row: (_score(row, alternatives), row[2], str(row[1])), reverse=True)
    return _read_anew(rows[:limit])


def _score(row, alternatives):
    title, _divider, body = row[3].partition(DIVIDER)
    return sum(_worth(title, forms) * TITLE_COUNTS + _worth(body, forms) for forms in alternatives)


def _worth(words, forms):
    if any(f" {form} " in words for form in forms):
        return WHOLE
    if any(f" {form}" in words for form in forms):
        return BEGINNING
    return INSIDE if any(form in words for form in forms) else 0


def _read_anew(rows):
    by_kind = {}
    for kind, object_id, _on, _words in rows:
        by_kind.setdefault(kind, []).append(object_id)
    shown = {
        (one.kind, found.object_id): (one, found)
        for one in findables()
        if one.kind in by_kind
        for found in one.reads(by_kind[one.kind])
    }
    found = [shown.get((kind, object_id)) for kind, object_id, _on, _words in rows]
    return [pair for pair in found if pair]
