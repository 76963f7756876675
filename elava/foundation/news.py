"""What can happen in the house: every verb is declared before it is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

_verbs = {}


@dataclass(frozen=True)
class Letter:
    """What one person is told when something has happened.

    `name` is its template, "ideas/answered" for ideas/letters/answered.txt. `to` is a row that
    hears: a Person, a Receipt, or another kind whose package says how to reach it. `about` is the
    row it tells of, and `opens` the row whose page it links to, if that is another one. `fields`
    are plain values for the template. It is not sent before `delay` has passed. `along` is a row
    that says where this one letter goes, where it asks whether that way is the recipient's.
    """

    name: str
    to: object
    about: object
    opens: object = None
    fields: Mapping = field(default_factory=dict)
    delay: timedelta = timedelta(0)
    along: object = None


@dataclass(frozen=True)
class Verb:
    """A verb of the journal: its fields, its sentence, who hears of it and in which text.

    `says` is a lazy sentence for the public thread ("" keeps the entry out of it). `tells` are
    functions entry → iterable of Letter: asked when the entry is read, and again when each letter
    is sent, so that a letter whose reason is gone stays unsent.
    """

    name: str
    says: object = ""
    fields: tuple = ()
    tells: tuple = ()
    is_anonymous: bool = False


def verb(name, *, says="", fields=(), tells=(), is_anonymous=False):
    """Declare a verb; a second declaration of the same name is a mistake."""
    if name in _verbs:
        raise ValueError(f"{name} is declared twice")
    _verbs[name] = Verb(name, says, tuple(fields), tuple(tells), is_anonymous)
    return _verbs[name]


def get(name):
    """The declared verb."""
    return _verbs[name]


def all_verbs():
    """Every declared verb, by name."""
    return dict(sorted(_verbs.items()))


def check(name, fields):
    """Refuse an undeclared verb, a field too many and a field too few."""
    declared = _verbs.get(name)
    if declared is None:
        raise ValueError(f"{name} is not declared in any notices.py")
    if set(fields) != set(declared.fields):
        raise ValueError(f"{name} has the fields {declared.fields}, not {tuple(fields)}")
