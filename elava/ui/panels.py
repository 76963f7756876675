"""What upper floors hang into pages of lower ones: panels and doors in the navigation."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

AREAS = ("public", "desk", "own", "foot")


@dataclass(frozen=True, order=True)
class Panel:
    """One piece of page that a package hangs into a slot of a page below it."""

    order: int
    template: str
    reads: Callable = field(compare=False)


@dataclass(frozen=True, order=True)
class Door:
    """One link of the navigation, shown to those for whom `who` is true."""

    order: int
    url_name: str
    label: str = field(compare=False)
    who: Callable = field(compare=False)
    area: str = field(compare=False)


_panels = defaultdict(list)
_doors = defaultdict(list)


def panel(slot, order, reads, template):
    """Hang `template` into `slot`; `reads(request, subject)` gives its context or None."""
    _add(_panels[slot], Panel(order, template, reads))


def nav(order, label_lazy, url_name, who=lambda person: True, area="public"):
    """Open a door: in the main menu, at the desk, beside one's own name, or in the footer."""
    if area not in AREAS:
        raise ValueError(f"nav({url_name!r}): area is one of {', '.join(AREAS)}, not {area!r}")
    _add(_doors[area], Door(order, url_name, label_lazy, who, area))


def panels_of(slot):
    """The panels of a slot, in their order."""
    return tuple(_panels.get(slot, ()))


def doors_of(area):
    """The doors of an area, in their order."""
    return tuple(_doors.get(area, ()))


def _add(row, item):
    # A module imported twice (a reload, a test) must not hang the same thing twice.
    if item not in row:
        insort(row, item)
