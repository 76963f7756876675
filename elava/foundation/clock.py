"""The one place where the house asks for the time, so that tests and the demo can travel."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_moment = ContextVar("moment", default=None)


def now():
    """The present instant, with time zone."""
    return _moment.get() or timezone.now()


def today():
    """The present day in the installation's time zone."""
    return timezone.localdate(now())


@contextmanager
def travel(moment):
    """Let the house believe that it is `moment`, an instant with time zone."""
    before = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(before)
