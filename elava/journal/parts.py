"""The parts of a red thread: each package says how its rows read there."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from .models import ThreadPart

_readers, _words, _ranks = {}, {}, {}


@dataclass(frozen=True)
class Part:
    """One link of the chain as it is told: what kind, what, when, where to read more.

    `lang` and `title_lang` name the language of text and title where it is not the reader's.
    `is_end` says that nothing of the matter waits for anybody after it.
    """

    kind: str
    title: str
    at: date | datetime
    url: str = ""
    text: str = ""
    lang: str = ""
    title_lang: str = ""
    is_end: bool = False

    @property
    def order(self):
        """Parts stand by day, on one day the cause before what follows, then by time."""
        at, rank = self.at, _ranks[self.kind]
        if not isinstance(at, datetime):
            return (at, rank, "")
        local = timezone.localtime(at)
        return (local.date(), rank, local.time().isoformat())


def part_reader(kind, word, reads, *, rank):
    """Declare `reads(ids, person)` → iterable of Part for the rows of a kind on a thread.

    `word` is the lazy name of the kind in the singular; of two parts of one day that with the
    smaller `rank` is the cause of the other.
    """
    _readers[kind] = reads
    part_word(kind, word, rank=rank)


def part_word(kind, word, *, rank):
    """Name a kind of part that comes with the rows of another, as an answer with its idea."""
    _words[kind], _ranks[kind] = word, rank


def kinds():
    """Every kind of part that some package tells."""
    return frozenset(_words)


def word_for(kind):
    """What a part of this kind is called."""
    return str(_words[kind])


def rank_of(kind):
    """Where a kind stands between cause and effect: the smaller comes first."""
    return _ranks[kind]


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
