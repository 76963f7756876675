from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from elava.decisions.models import HandOver, Interest, Item, ItemIdea, Meeting
from elava.decisions.queries.room import present_in, seats_of
from elava.decisions.rules import may_run
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ideas.models import Companion
from elava.network.models import Membership

from .ways_out import see

BECAUSE, SAID = Interest.Because, Interest.Said


@action
def propose_interests(meeting, *, by):
    """The system looks for ties between members and matters; the members say what they are."""
    require(may_run, by, meeting)
    seats = seats_of(meeting)
    known = set(
        Interest.objects.filter(item__meeting=meeting).values_list("item_id", "membership_id")
    )
    found = {}
    for item_id, membership_id, because in _ties(meeting, seats):
        if (item_id, membership_id) not in known:
            found.setdefault((item_id, membership_id), because)
    Interest.objects.bulk_create(
        Interest(item_id=item, membership_id=membership, because=because, is_proposed=True)
        for (item, membership), because in found.items()
    )
    record("interests.proposed", meeting, by=by, count=len(found))
    return len(found)


@action
def declare_interest(item, *, by, membership, leaves, words=""):
    """A member says: I leave this item, or I have no interest in it and stay."""
    meeting, item = Meeting.objects.locked(item.meeting), Item.objects.locked(item)
    require(may_run, by, meeting)
    if not meeting.is_open:
        raise NotNow(_("Interests are declared while the meeting is open."), see(meeting))
    if item.postponed_at or item.decisions.filter(undone_at=None).exists():
        raise NotNow(_("This item has been settled. Undo the decision first."), see(item))
    if membership.pk not in present_in(meeting):
        raise NotNow(_("This person is not at the table."), see(item))
    interest = Interest.objects.filter(item=item, membership=membership).first() or Interest(
        item=item, membership=membership, because=BECAUSE.OWN
    )
    interest.said = SAID.LEAVES if leaves else SAID.STAYS
    interest.left_at, interest.back_at = clock.now() if leaves else None, None
    interest.words = words or interest.words
    interest.save()
    record(
        "interest.declared", item, by=by, for_person=membership.person, leaves=leaves, words=words
    )
    return interest


def _ties(meeting, seats):
    """(item, membership, because) for each tie that the rows show."""
    seats_of_person, seats_of_house = {}, {}
    for seat in seats:
        seats_of_person.setdefault(seat.person_id, []).append(seat)
        if seat.for_organisation_id:
            seats_of_house.setdefault(seat.for_organisation_id, []).append(seat)
    parts = list(
        ItemIdea.objects.filter(item__meeting=meeting)
        .select_related("idea__receipt")
        .order_by("item", "pk")
    )
    for part in parts:
        for seat in seats_of_person.get(part.idea.receipt.claimed_by_id, ()):
            yield part.item_id, seat.pk, BECAUSE.GAVE
    yield from _ties_of_teams(meeting, parts, seats_of_person, seats_of_house)
    yield from _ties_of_receivers(meeting, seats_of_house)


def _ties_of_teams(meeting, parts, seats_of_person, seats_of_house):
    item_of = {part.idea_id: part.item_id for part in parts}
    team = Companion.objects.filter(idea__in=item_of, person__isnull=False)
    ties = list(team.order_by("pk").values_list("idea_id", "person_id"))
    houses = {}
    held = Membership.objects.on(localdate(meeting.starts_at)).filter(
        person__in={person for _idea, person in ties}, organisation__isnull=False
    )
    for person, house in held.order_by("pk").values_list("person_id", "organisation_id"):
        houses.setdefault(person, []).append(house)
    for idea, person in ties:
        for seat in seats_of_person.get(person, ()):
            yield item_of[idea], seat.pk, BECAUSE.TEAM
        for house in houses.get(person, ()):
            for seat in seats_of_house.get(house, ()):
                yield item_of[idea], seat.pk, BECAUSE.ORGANISATION


def _ties_of_receivers(meeting, seats_of_house):
    about = dict(
        Item.objects.filter(meeting=meeting, subject_kind="handover").values_list(
            "subject_id", "pk"
        )
    )
    asked = HandOver.objects.filter(pk__in=about, receiver__isnull=False)
    for handover, house in asked.values_list("pk", "receiver_id"):
        for seat in seats_of_house.get(house, ()):
            yield about[handover], seat.pk, BECAUSE.RECEIVER
