from dataclasses import dataclass
from datetime import timedelta
from itertools import count

from elava.decisions.actions import (
    add_free_item,
    add_idea,
    attend,
    call_meeting,
    carry_out,
    close_meeting,
    decide,
    open_meeting,
)
from elava.decisions.models import Decision, Item
from elava.foundation import clock
from elava.foundation.access import HOUSE
from elava.network.actions import add_organisation, change_body, move_purse, start_membership
from elava.network.models import Body, Membership, PurseMovement
from elava.people.models import OPERATOR, Person

from .ideas import an_idea
from .people import a_body, a_person

_number = count(1)
ROLE = Membership.Role
RULES = {"quorum": 2, "may_start_experiments": True, "cents_each": 50_000, "cents_in_all": 100_000}


@dataclass
class Sitting:
    """A meeting with who runs it and who sits at its table."""

    meeting: object
    secretary: object
    seats: list

    def item(self, at=0):
        """The item at a place of the agenda, read anew."""
        return Item.objects.filter(meeting=self.meeting).order_by("order")[at]

    def decide(self, item=None, **facts):
        """Decide an item by consent to try it, unless told otherwise."""
        facts = {"outcome": Decision.Outcome.TRY, "reason": {"fi": "Kokeillaan."}} | facts
        return decide(item or self.item(), by=self.secretary, **facts)

    def close(self):
        """Read back and close."""
        self.meeting = close_meeting(self.meeting, by=self.secretary)
        return self.meeting

    def close_for_good(self):
        """Read back, close, and let the half hour pass in which it could be undone."""
        with clock.travel(self.close().answers_leave_at):
            self.meeting = carry_out(self.meeting, by=HOUSE)
        return self.meeting


def an_organisation(name="", *, kind="association", **facts):
    """An organisation of the network."""
    number = next(_number)
    name = name or f"Yhdistys {number}"
    return add_organisation(by=OPERATOR, name=name, slug=f"jarjesto-{number}", kind=kind, **facts)


def a_seat(body, called="", *, organisation=None, role=ROLE.MEMBER, deputy_of=None):
    """A seat in a body: a new person, for an organisation."""
    person = a_person(called or f"Jäsen {next(_number)}")
    return start_membership(
        person, by=OPERATOR, source="test", body=body, role=role,
        for_organisation=organisation, deputy_of=deputy_of,
    )  # fmt: skip


def a_secretary(body):
    """Somebody who writes the minutes of a body and has no vote."""
    seat = a_seat(body, "Sirpa", role=ROLE.SECRETARY)
    return Person.objects.get(pk=seat.person_id)


def a_deciding_body(kind=Body.Kind.SUPPORT, *, purse=100_000, **rules):
    """A body with a mandate and a purse."""
    body = change_body(a_body(kind), by=OPERATOR, **(RULES | rules))
    if purse:
        move_purse(
            body, by=OPERATOR, kind=PurseMovement.Kind.GRANTED, cents=purse,
            what_for="Kokeilut", source="test",
        )  # fmt: skip
    return body


def a_meeting(body=None, *, ideas=0, free=0, days=7):
    """A called meeting with three member houses and an agenda."""
    body = body or a_deciding_body()
    secretary = a_secretary(body)
    meeting = call_meeting(
        body, by=secretary, place="Kirjaston sali", starts_at=clock.now() + timedelta(days=days),
        secretary=secretary,
    )  # fmt: skip
    seats = [a_seat(body, organisation=an_organisation()) for _each in range(3)]
    for _each in range(ideas):
        add_idea(meeting, by=secretary, idea=an_idea(is_open=True))
    for number in range(free):
        add_free_item(meeting, by=secretary, title=f"Vapaa asia {number + 1}")
    return Sitting(meeting, secretary, seats)


def an_open_meeting(body=None, *, ideas=1, free=0):
    """A meeting that sits, with everybody at the table."""
    sitting = a_meeting(body, ideas=ideas, free=free, days=0)
    for seat in sitting.seats:
        attend(sitting.meeting, by=sitting.secretary, membership=seat)
    sitting.meeting = open_meeting(sitting.meeting, by=sitting.secretary)
    return sitting
