"""Organisations, groups, bodies and roles, made by the coordinator's actions."""

from itertools import count

from elava.network.actions import (
    add_organisation,
    form_body,
    form_group,
    join_group,
    move_purse,
    start_membership,
)
from elava.network.models import Body, Organisation, PurseMovement
from elava.people.actions import add_person
from elava.people.models import OPERATOR

_number = count(1)


def an_organisation(name="", *, kind=Organisation.Kind.ASSOCIATION, group=None, **facts):
    """An association, with a seat in a group where asked."""
    number = next(_number)
    name = name or f"Esimerkkiyhdistys {number}"
    words = {"fi": f"Tekee hyvää, osa {number}."}
    organisation = add_organisation(
        by=OPERATOR, name=name, slug=f"esimerkki-{number}", kind=kind, what_it_does=words, **facts
    )
    if group is not None:
        join_group(organisation, by=OPERATOR, group=group)
    return organisation


def a_group(name=""):
    """A theme group."""
    number = next(_number)
    name = {"fi": name or f"Ryhmä {number}"}
    return form_group(by=OPERATOR, slug=f"ryhma-{number}", name=name, about={"fi": "Yhdessä."})


def a_support_group(*, granted=0, **rules):
    """A support group with rules of its own, and so many cents in its purse."""
    facts = {"quorum": 2, "may_start_experiments": True, "cents_each": 50000} | rules
    facts.setdefault("cents_in_all", 600000)
    body = form_body(
        by=OPERATOR, kind=Body.Kind.SUPPORT, slug=f"tuki-{next(_number)}", name={"fi": "Tukiryhmä"},
        **facts,
    )  # fmt: skip
    if granted:
        kind = PurseMovement.Kind.GRANTED
        move_purse(
            body, by=OPERATOR, kind=kind, cents=granted, what_for="Kokeiluraha", source="Päätös"
        )
    return body


def a_member(place, *, called="", since=None, until=None, **role):
    """Somebody with a role in a body, a group or an organisation."""
    person = add_person(called=called or f"Jäsen {next(_number)}", by=OPERATOR, source="test")
    where = {type(place).__name__.lower(): place}
    return start_membership(
        person, by=OPERATOR, source="test", since=since, until=until, **where, **role
    )
