"""What holds for one version of a programme, worked out once by each web process.

Any action moves the version on, so what was kept is never older than the programme; it is of one
day, too, as many facts are. Only plain facts that everybody may see are kept (and the programme's
own row, of which each request gets a copy), and none that were read within a transaction: it may
yet be undone.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import connection

from elava.foundation import clock

AT_HOST = """
    SELECT programme.id, clock.version,
        (SELECT MIN(seq) FROM journal_reader WHERE programme_id = programme.id)
    FROM programmes_programme programme
    JOIN programmes_clock clock ON clock.programme_id = programme.id
    WHERE programme.host = %s
"""
MOST_FACTS = 200  # of one programme: filters are combined without end

_now = ContextVar("reading", default=None)
_facts = {}


@dataclass
class Reading:
    """One request that reads: the programme's id as the database writes it, and its version.

    `read` is how far all readers of the journal have come; `is_early` says that the answer hangs
    on one that had not come far enough, so that the same page may look different in a moment.
    """

    programme: object
    version: int
    read: int | None = None
    is_early: bool = False


def reading_of(host):
    """The reading of a host's programme, or None: for an unknown host, and in a transaction."""
    if connection.in_atomic_block:
        return None
    with connection.cursor() as cursor:
        cursor.execute(AT_HOST, [host])
        row = cursor.fetchone()
    return Reading(*row) if row else None


@contextmanager
def reading(now):
    """Let `kept` answer for this reading; with None it keeps nothing."""
    token = _now.set(now)
    try:
        yield
    finally:
        _now.reset(token)


def kept(key, make, *, hangs_on_readers=False):
    """The fact of that key at this version, made where nobody has asked for it yet.

    What hangs on a reader of the journal, as the search index does, is kept when all have read up.
    """
    now = _now.get()
    if now is None or connection.in_atomic_block:
        return make()
    if hangs_on_readers and (now.read or 0) < now.version:
        now.is_early = True
        return make()
    facts = _facts_at(now.programme, (now.version, clock.today()))
    if key not in facts:
        if len(facts) >= MOST_FACTS:
            facts.clear()
        facts[key] = make()
    return facts[key]


def _facts_at(programme, version):
    at, facts = _facts.get(programme, (None, None))
    if at != version:
        facts = {}
        _facts[programme] = version, facts
    return facts
