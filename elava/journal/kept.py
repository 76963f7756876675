"""What holds for one version of a programme, worked out once by each web process.

Any action moves the version on, so what was kept is never older than the programme; it is of one
day, too, as many facts are. Only plain facts that everybody may see are kept, and none that were
read within a transaction: it may yet be undone.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection

from elava.foundation import clock

AT_HOST = """
    SELECT programme.id, clock.version
    FROM programmes_programme programme
    JOIN programmes_clock clock ON clock.programme_id = programme.id
    WHERE programme.host = %s
"""
MOST_FACTS = 200  # of one programme: filters are combined without end

_now = ContextVar("version_read_at", default=None)
_facts = {}


def version_at(host):
    """(id, version) of the programme of a host name, as the database writes them, or None."""
    if connection.in_atomic_block:
        return None
    with connection.cursor() as cursor:
        cursor.execute(AT_HOST, [host])
        return cursor.fetchone()


@contextmanager
def reading_at(version):
    """Let `kept` answer for this (id, version) of a programme; with None it keeps nothing."""
    token = _now.set(version)
    try:
        yield
    finally:
        _now.reset(token)


def kept(key, make):
    """The fact of that key at this version, made where nobody has asked for it yet."""
    now = _now.get()
    if now is None or connection.in_atomic_block:
        return make()
    programme, *version = now
    version.append(clock.today())
    at, facts = _facts.get(programme, (None, None))
    if at != version:
        facts = {}
        _facts[programme] = version, facts
    if key not in facts:
        if len(facts) >= MOST_FACTS:
            facts.clear()
        facts[key] = make()
    return facts[key]
