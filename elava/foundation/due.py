"""What a date brings about, and what an instant does: each package declares what is to be done."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Due:
    """A declared errand: its name, what is called, and from which hour of the day on.

    Without an hour it is called at every look.
    """

    name: str
    call: Callable
    hour: int | None


_errands = {}


def due(name, call, *, hour=4):
    """Let the worker call `call()` once a day in each programme, from `hour` o'clock on.

    Declared in a package's notices.py. It asks the clock, finds what is due and calls actions with
    `by=HOUSE`. A second run on the same day must do no harm; after a failure it is called again an
    hour later, as often as it takes.
    """
    _declare(Due(name, call, hour))


def ripens(name, call):
    """Let the worker call `call()` about once a minute in each programme.

    For what has an instant of its own. `call()` says how much it did; it finds nothing, by one
    query, where nothing is ripe. Two workers may call it at the same time.
    """
    _declare(Due(name, call, None))


def _declare(errand):
    if errand.name in _errands and _errands[errand.name].call is not errand.call:
        raise ValueError(f"{errand.name} is declared twice")
    _errands[errand.name] = errand


def errands():
    """Every declared errand, by name."""
    return [_errands[name] for name in sorted(_errands)]
