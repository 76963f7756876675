"""The parts of a red thread: each package says how its rows read there."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from .models import ThreadPart

_readers, _words = {}, {}


@dataclass(frozen=True)
class Part:
    """One link of the chain as it is told: what kind, what, when, where to read more.

    `lang` and `title_lang` name the language of text and title where it is not the reader's.
    """

    kind: str
    title: str
    at: date | datetime
    url: str = ""
    text: str = ""
    lang: str = ""
    title_lang: str = ""

    @property
    def order(self):
        """Parts stand by day; a bare date stands at its start, an answer at its end."""
        at = self.at
        if not isinstance(at, datetime):
            return (at, 0)
        return (timezone.localdate(at), 2 if self.kind == "answer" else 1)


def part_reader(kind, word, reads):
    """Declare `reads(ids, person)` → iterable of Part for the rows of a kind on a thread.

    `word` is the lazy name of the kind in the singular.
    """
    _readers[kind] = reads
    part_word(kind, word)


def part_word(kind, word):
    """Name a kind of part that comes with the rows of another, as an answer with its idea."""
    _words[kind] = word


def kinds():
    """Every kind of part that some package tells."""
    return frozenset(_words)


def word_for(kind):
    """What a part of this kind is called."""
    return str(_words[kind])


def parts_of(thread, person):
    """The parts of a thread that this person may see, the oldest first: one query a kind."""
    by_kind = {}
    for kind, object_id in (
        ThreadPart.objects.filter(thread=thread).order_by("pk").values_list("kind", "object_id")
    ):
        by_kind.setdefault(kind, []).append(object_id)
    parts = [
        part
        for kind, ids in by_kind.items()
        if kind in _readers
        for part in _readers[kind](ids, person)
    ]
    return sorted(parts, key=lambda part: part.order)
