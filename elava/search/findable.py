"""What can be found: each package declares in its `search.py` how its public rows read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Found:
    """One public row as a result, read in the reader's language.

    `words` are what it is found by beside its title, where that is more than its text; `language`
    is that of title and text where it is known.
    """

    object_id: object
    title: str
    text: str
    on: date
    url: str
    words: str = ""
    language: str = ""


@dataclass(frozen=True)
class Findable:
    """A declared kind: `reads(ids)` yields Found of the public rows, of all where ids is None.

    `label` is the lazy name of the kind in the plural. `touched_by(entry)` yields the ids that an
    entry of another kind may have changed.
    """

    kind: str
    label: object
    reads: Callable
    touched_by: Callable | None = None


_kinds = {}


def findable(kind, label, reads, touched_by=None):
    """Declare that the public rows of a kind can be found."""
    _kinds[kind] = Findable(kind, label, reads, touched_by)


def findables():
    """Every declared kind, in the order of their declaration."""
    return list(_kinds.values())


def touched(entries):
    """Which rows of which kind some journal entries may have changed: {Findable: set of ids}."""
    found = {}
    for one in findables():
        ids = {entry.subject_id for entry in entries if entry.subject_kind == one.kind}
        if one.touched_by:
            ids |= {row for entry in entries for row in one.touched_by(entry)}
        if ids:
            found[one] = ids
    return found
