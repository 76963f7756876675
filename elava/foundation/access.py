"""Who may do what: predicates named `may_…`, and the roles that they ask about."""

from typing import NamedTuple

import rules
from django.utils.translation import gettext as _

from .errors import NotAllowed


class Role(NamedTuple):
    """What a person is today: the kind of place (such as "support"), the name, the place's id."""

    place: str
    name: str
    of: object = None


_sources = []


def roles_come_from(source):
    """Register a function person → iterable of Role; an upper floor knows where roles are kept."""
    if source not in _sources:
        _sources.append(source)


def roles_of(person):
    """All roles that the person has today."""
    return frozenset(role for source in _sources for role in source(person))


def places_of(person):
    """The ids of the bodies, groups and organisations in which the person has a role today."""
    return {role.of for role in person.roles if role.of is not None}


def has_role(place, *names):
    """A predicate: the person has a role (one of `names`, or any) in a place of that kind."""

    @rules.predicate(name=f"has_role_in_{place}")
    def holds(person, _subject=None):
        return any(
            role.place == place and (not names or role.name in names) for role in person.roles
        )

    return holds


is_coordinator = has_role("coordination")
is_the_house = has_role("house")


@rules.predicate
def has_coordinators_seat(person, _subject=None):
    """A coordinator, but no deputy: those look after the desk and pass nothing on."""
    return any(role.place == "coordination" and role.name != "deputy" for role in person.roles)


class House:
    """Who acts when a date comes round and nobody clicks: `by=HOUSE`, asked by is_the_house."""

    pk = None
    called = ""
    is_visitor = False
    roles = frozenset({Role("house", "worker")})


HOUSE = House()


def require(predicate, person, subject=None):
    """Raise NotAllowed unless the predicate says yes; called once, inside the action."""
    if not predicate.test(person, subject):
        raise NotAllowed(_("You do not have the right to do this. Your contact can help you."))
