"""What a date brings about: each package declares what is to be done once a day."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Due:
    """A declared errand: its name, what is called, and from which hour of the day on."""

    name: str
    call: Callable
    hour: int


_errands = {}


def due(name, call, *, hour=4):
    """Let the worker call `call()` once a day in each programme, from `hour` o'clock on.

    Declared in a package's notices.py. It asks the clock, finds what is due and calls actions with
    `by=HOUSE`. A second run on the same day must do no harm; after a failure it is called again an
    hour later, as often as it takes.
    """
    if name in _errands and _errands[name].call is not call:
        raise ValueError(f"{name} is declared twice")
    _errands[name] = Due(name, call, hour)


def errands():
    """Every declared errand, by name."""
    return [_errands[name] for name in sorted(_errands)]
