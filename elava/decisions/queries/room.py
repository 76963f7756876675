"""Who is at the table, and what that means for the item on it."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from elava.decisions.models import Attendance, Interest, Meeting
from elava.network.models import Body, Membership
from elava.network.queries import as_member, members_on, purse_of
from elava.network.rules.votes import imbalances, is_quorate, voters


@dataclass(frozen=True)
class Room:
    """A meeting at one moment, on one item or on none."""

    body: Body
    seats: list
    members: list

    @cached_property
    def votes(self):
        """One Voter for each vote at the table."""
        return voters(self.members, one_organisation_one_vote=self.body.one_organisation_one_vote)

    @property
    def needed(self):
        """How many votes make a quorum."""
        return max(self.body.quorum, 1)

    @property
    def is_quorate(self):
        """Whether anything can be decided now."""
        return is_quorate(self.votes, self.needed)

    @property
    def imbalances(self):
        """Which shares are too large: "public", "organisation", "group"."""
        ceiling = self.body.ceiling_for_public_bodies
        return imbalances(self.votes, ceiling_for_public_bodies=ceiling)

    @property
    def names(self):
        """The membership behind each key."""
        return {seat.pk: seat for seat in self.seats}


def seats_of(meeting):
    """The memberships of the body on the day of the meeting, with persons and organisations."""
    day = timezone.localdate(meeting.starts_at)
    voting = members_on(meeting.body, day).filter(role__in=Membership.VOTING)
    return list(voting.select_related("person", "for_organisation", "deputy_of__person"))


def present_in(meeting):
    """Attendances that have not ended, by membership."""
    here = Attendance.objects.filter(meeting=meeting, left_at=None)
    here = here.select_related("membership__person").order_by("came_at", "pk")
    return {attendance.membership_id: attendance for attendance in here}


def away_from(item):
    """The memberships that are out of the room for an item."""
    away = Interest.objects.filter(item=item, left_at__isnull=False, back_at=None)
    return set(away.values_list("membership_id", flat=True))


def room_of(meeting, item=None, seats=None):
    """The room as it is now; with an item, without those who have left it."""
    seats = seats_of(meeting) if seats is None else seats
    present, away = present_in(meeting), away_from(item) if item else set()
    members = [
        as_member(seat, is_present=seat.pk in present, is_recused=seat.pk in away) for seat in seats
    ]
    return Room(meeting.body, seats, members)


def cents_left(body):
    """What the body may still promise: within its purse, and within its mandate in all."""
    purse = purse_of(body)
    return max(0, min(purse.left, body.cents_in_all - purse.promised))


def meeting_going_on(body):
    """The body's meeting that is open now, or None."""
    return Meeting.objects.filter(body=body, stage=Meeting.Stage.OPEN).order_by("pk").first()
