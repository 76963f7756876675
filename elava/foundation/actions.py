"""The only way to write: an action in one transaction, which leaves its news in the journal.

The foundation knows no journal. It collects what actions record and hands it, last before the
commit, to the ledger that the journal puts here at start.
"""

import inspect
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps

from django.db import transaction

from . import clock, news

_notes = ContextVar("notes", default=None)
_permit = ContextVar("permit", default=None)
_heard = ContextVar("heard", default=None)
_ledger = []


@dataclass
class Note:
    """One line for the journal, before it has its number."""

    verb: str
    subject: object
    by: object
    for_person: object = None
    thread_id: object = None
    words: str = ""
    fields: dict = field(default_factory=dict)
    at: object = field(default_factory=clock.now)


def keep_journal_with(ledger):
    """Name the function that seals a list of notes; called once, by the journal at start."""
    _ledger[:] = [ledger]


def action(function):
    """Make `function` an action: keyword `by=`, one transaction, its notes sealed at the end.

    Actions may call actions of lower floors: all of them share the outermost transaction.
    """
    if "by" not in inspect.signature(function).parameters:
        raise TypeError(f"{function.__qualname__} must say who acts: add by=")

    @wraps(function)
    def run(*args, **kwargs):
        if _notes.get() is not None:
            return function(*args, **kwargs)
        before = _notes.set([])
        try:
            with transaction.atomic():
                result = function(*args, **kwargs)
                for seal in _ledger:
                    seal(_notes.get())
            _tell(_notes.get())
            return result
        finally:
            _notes.reset(before)

    run.is_action = True
    return run


def record(verb, subject, *, by, for_person=None, thread=None, words="", **fields):
    """Note what happened; the verb and its fields are declared in the package's notices.py."""
    notes = _notes.get()
    if notes is None:
        raise RuntimeError(f"{verb} was recorded outside an action")
    news.check(verb, fields)
    thread_id = thread.pk if thread else getattr(subject, "thread_id", None)
    note = Note(verb, subject, by, for_person, thread_id, words, fields)
    notes.append(note)
    return note


@contextmanager
def listening():
    """Yields a list that gets, of each action that ends inside, what its first note is about.

    The list lives as long as the `with`: on a server's thread one request follows another.
    """
    subjects = []
    before = _heard.set(subjects)
    try:
        yield subjects
    finally:
        _heard.reset(before)


def _tell(notes):
    subjects = _heard.get()
    if subjects is not None and notes:
        subjects.append(notes[0].subject)


@contextmanager
def permitted_to_write(purpose):
    """Let one of the named exceptions (once, journal, notices, search) write outside an action."""
    before = _permit.set(purpose)
    try:
        yield
    finally:
        _permit.reset(before)


def may_write_now():
    """True inside an action or a named exception; the guard of the tests asks this."""
    return _notes.get() is not None or _permit.get() is not None
