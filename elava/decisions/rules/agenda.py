"""Which ideas a meeting takes: late ones first, then a fair mix of themes and doors."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Ripe:
    """One matter that could be taken up: its key, how urgent it is, its theme and its door.

    `urgency` sorts: the smaller, the sooner. `is_due` matters are taken before any balancing.
    """

    key: object
    urgency: object
    theme: str
    door: str
    is_due: bool = False


def balanced(matters, how_many):
    """At most `how_many` matters: all that are due first, then the least heard theme and door."""
    waiting = sorted(matters, key=lambda matter: matter.urgency)
    chosen = [matter for matter in waiting if matter.is_due][:how_many]
    waiting = [matter for matter in waiting if not matter.is_due]
    heard = Counter(word for matter in chosen for word in _words(matter))
    while waiting and len(chosen) < how_many:
        nearest = min(waiting, key=lambda matter: sum(heard[word] for word in _words(matter)))
        waiting.remove(nearest)
        chosen.append(nearest)
        heard.update(_words(nearest))
    return chosen


def _words(matter):
    return (("theme", matter.theme), ("door", matter.door))
