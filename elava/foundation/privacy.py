"""What the house keeps of people: each field of each model says why, how long and what then.

Beside every model stands `privacy = Privacy(personal={…}, facts="…")`. What an abstract model says
holds for those built on it. A field that nobody spoke for fails the suite.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from django.apps import apps
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _


class Purpose(TextChoices):
    """Why something personal is kept, in the words of the public page."""

    ANSWER = "answer", _("To answer what people bring, and to tell what became of it")
    REACH = "reach", _("To reach people in the way they asked for")
    ROLES = "roles", _("To know who works in the programme, and in which role")
    SIGN_IN = "sign_in", _("To let the right person sign in")
    DECIDE = "decide", _("To decide together, and to show how a decision was made")
    GATHER = "gather", _("To hold workshops, meetings and events")
    LEARN = "learn", _("To learn what the programme changed")
    FUND = "fund", _("To account for the money")
    TRACE = "trace", _("To know later who did what, and when")


class Basis(TextChoices):
    """The legal ground: Regulation (EU) 2016/679, article 6(1), points a, b, c, e and f."""

    CONSENT = "consent", _("You said yes, and may take it back")
    AGREEMENT = "agreement", _("It belongs to an agreement with you")
    LAW = "law", _("The law asks for it")
    PUBLIC_TASK = "public_task", _("It serves a task in the public interest")
    INTEREST = "interest", _("The programme cannot work without it")


class Keep(TextChoices):
    """How long; the periods with days count from the day that the model names."""

    DAY = "day", _("one day")
    MONTH = "month", _("30 days")
    YEAR = "year", _("one year")
    TWO_YEARS = "two_years", _("two years")
    TEN_YEARS = "ten_years", _("ten years")
    PROGRAMME = "programme", _("as long as the programme runs")
    UNTIL_STOPPED = "until_stopped", _("until you stop it")
    HISTORY = "history", _("for good, without your name")

    @property
    def days(self):
        """The period in days, or None where it ends by an event and not by the calendar."""
        return {"day": 1, "month": 30, "year": 365, "two_years": 730, "ten_years": 3652}.get(self)


class Erase(TextChoices):
    """What happens to a field when a person is erased or its time is over."""

    EMPTY = "empty", _("emptied")
    DELETE = "delete", _("removed with its row")
    STAY = "stay", _("stays, without a name")


@dataclass(frozen=True)
class Personal:
    """What one field keeps of a person: the entry of the privacy register."""

    what: object
    purpose: Purpose
    basis: Basis
    keep: Keep
    erase: Erase
    is_exported: bool = True
    whose: str | Callable = ""


def personal(what, *, purpose, basis, keep, erase="empty", is_exported=True, whose=""):
    """An entry: `what` in plain words, the others by their names in the vocabularies above.

    `whose` is the lookup from the row to the person, or a function person → Q, where it differs
    from that of the model. `is_exported=False` is for secrets, such as a hash of a token.
    """
    return Personal(
        what, Purpose(purpose), Basis(basis), Keep(keep), Erase(erase), is_exported, whose
    )


@dataclass(frozen=True)
class Privacy:
    """What a model keeps: its personal fields, its facts about nobody, whose it is, since when.

    `whose` leads from a row to the person it is about, such as "person" or "receipt__claimed_by".
    `counts_from` is the date or instant from which the periods of `keep` run.
    """

    personal: Mapping = field(default_factory=dict)
    facts: str = ""
    whose: str | Callable = ""
    counts_from: str = ""


_described = {}


def describe(label, privacy):
    """Speak for a model that is not ours, such as "sessions.Session"."""
    _described[label.lower()] = privacy


def privacy_of(model):
    """All that is said about a model, by itself and by the abstract models it is built on."""
    said = [vars(cls)["privacy"] for cls in reversed(model.__mro__) if "privacy" in vars(cls)]
    if model._meta.label_lower in _described:
        said.append(_described[model._meta.label_lower])
    return Privacy(
        personal=dict(chain.from_iterable(one.personal.items() for one in said)),
        facts=" ".join(one.facts for one in said),
        whose=next((one.whose for one in reversed(said) if one.whose), ""),
        counts_from=next((one.counts_from for one in reversed(said) if one.counts_from), ""),
    )


def described_models():
    """Every model that the register speaks for: those of the house and those described here."""
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("elava.") or model._meta.label_lower in _described
    ]


def all_fields(model):
    """The names of what a model stores, joining tables included."""
    return [field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)]


def faults_of(model):
    """Sentences about what is missing in the register for a model, and what to write."""
    said, names = privacy_of(model), set(all_fields(model))
    facts = set(said.facts.split())
    for name in sorted(names - facts - set(said.personal)):
        yield (
            f"{model.__name__}.{name} has no privacy entry. Beside the model, in "
            f'`privacy = Privacy(…)`, write facts="… {name}" if it tells nothing about a person, '
            f'else personal={{"{name}": personal(_("what it is"), purpose=…, basis=…, keep=…, '
            "erase=…)}; elava/foundation/privacy.py names the choices."
        )
    for name in sorted((facts | set(said.personal)) - names):
        yield f"{model.__name__} has no field {name}: take it out of `privacy`."
    for name in sorted(facts & set(said.personal)):
        yield f"{model.__name__}.{name} is said to be both a fact and personal."
    for name, entry in said.personal.items():
        if entry.keep.days and not said.counts_from:
            yield f'{model.__name__}.{name}: say from when {entry.keep} runs, counts_from="…".'
        if not whose(model, name):
            yield f'{model.__name__}.{name}: say whose it is, whose="person" or a function → Q.'
        if entry.erase == Erase.EMPTY and not can_be_empty(model._meta.get_field(name)):
            yield f'{model.__name__}.{name} cannot be empty: say erase="delete" or "stay".'


def whose(model, name):
    """How to find the rows in which a field is a person's own: a lookup or a function."""
    said = privacy_of(model)
    entry, column = said.personal[name], model._meta.get_field(name)
    if entry.whose:
        return entry.whose
    points_at_somebody = column.is_relation and column.related_model.__name__ == "Person"
    return name if points_at_somebody else said.whose


def can_be_empty(column):
    """True for a column that can forget its content while the row stays."""
    return column.null or column.has_default() or column.empty_strings_allowed


def empty_value(column):
    """What stands in a column that has forgotten."""
    if column.null:
        return None
    return column.get_default() if column.has_default() else ""


_forgetters = []


def when_erased(function):
    """Register a function person → None, called inside the action before a person is erased.

    For what lies outside our tables: a search index, a cache, a folder.
    """
    if function not in _forgetters:
        _forgetters.append(function)
    return function


def forgetters():
    """All functions to be called when a person is erased."""
    return tuple(_forgetters)


def forget(rows):
    """Delete rows; a model that has more to clear away says so with a classmethod `forget`."""
    way = getattr(rows.model, "forget", None)
    if way is None:
        rows.delete()
    else:
        way(rows)


def rows_about(model, name, person):
    """A condition for the rows of a model in which a field is about a person."""
    way = whose(model, name)
    return way(person) if callable(way) else Q(**{way: person.pk})


@dataclass(frozen=True)
class Kept:
    """A line of the public privacy page."""

    name: str
    basis: str
    keep: str
    erase: str


def what_we_keep():
    """What is kept of people, for the public page: (purpose in words, its lines) in turn."""
    lines = {purpose: {} for purpose in Purpose}
    for model in described_models():
        for entry in privacy_of(model).personal.values():
            labels = (entry.what, entry.basis.label, entry.keep.label, entry.erase.label)
            line = Kept(*map(str, labels))
            lines[entry.purpose].setdefault(line.name, line)
    return [(str(purpose.label), list(found.values())) for purpose, found in lines.items() if found]
