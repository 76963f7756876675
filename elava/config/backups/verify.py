"""Whether anybody has altered the journal, programme by programme."""

from dataclasses import dataclass

from django_scopes import scope

from elava.journal.ledger import first_break
from elava.journal.models import Entry
from elava.programmes.models import Clock, Programme


@dataclass(frozen=True)
class Chain:
    """What was found about one programme's journal: `broken_at` is the first wrong number."""

    host: str
    count: int
    broken_at: int | None


def chains():
    """Walk every journal from its first entry to its head."""
    for programme in Programme.objects.order_by("host"):
        with scope(programme=programme):
            yield Chain(programme.host, Entry.objects.count(), _break_in(programme))


def _break_in(programme):
    found = first_break(programme)
    if found is not None:
        return found
    clock = Clock.objects.get(programme=programme)
    last = Entry.objects.order_by("seq").last()
    end = (last.seq, last.hash) if last else (0, "")
    return None if end == (clock.version, clock.head) else end[0] + 1


def broken_chains():
    """The host names of programmes whose journal does not hold."""
    return [chain.host for chain in chains() if chain.broken_at is not None]
