"""Who reads the journal: each reader sees every entry once, in order, and keeps its place.

Its effects and its place are written in one transaction, so after a crash it goes on exactly where
it was. What it does outside the database must bear a repetition.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from elava.foundation.actions import permitted_to_write
from elava.programmes.models import Clock

from .models import Entry, Reader

BATCH = 200


@dataclass(frozen=True)
class JournalReader:
    """A declared reader: `reads(entries)` gets some entries of the scope's programme, in order.

    It gets at most `at_once`: whoever works long over an entry takes few, since nobody else writes
    meanwhile.
    """

    name: str
    reads: Callable
    at_once: int = BATCH


_readers = {}


def journal_reader(name, reads, *, at_once=BATCH):
    """Declare a reader of the journal; called in a package's notices.py or search.py."""
    _readers[name] = JournalReader(name, reads, at_once)


def journal_readers():
    """Every declared reader, by name."""
    return [_readers[name] for name in sorted(_readers)]


def behind():
    """The (programme id, reader) pairs that have something to read: two queries for all."""
    from django_scopes import scopes_disabled

    with scopes_disabled():
        places = {(row.programme_id, row.name): row.seq for row in Reader.objects.order_by("pk")}
    return [
        (programme, reader)
        for programme, version in Clock.objects.order_by("pk").values_list("pk", "version")
        for reader in journal_readers()
        if places.get((programme, reader.name), 0) < version
    ]


def read_on(reader):
    """Let a reader read its next entries in the scope's programme; how many it got."""
    with transaction.atomic(), permitted_to_write(reader.name):
        Reader.objects.get_or_create(name=reader.name)
        place = Reader.objects.select_for_update().get(name=reader.name)
        entries = list(Entry.objects.filter(seq__gt=place.seq).order_by("seq")[: reader.at_once])
        if entries:
            reader.reads(entries)
            place.seq = entries[-1].seq
            place.save(update_fields=["seq"])
    return len(entries)
