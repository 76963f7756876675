from dataclasses import dataclass

from django.db.models import Count, F, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import Role, is_coordinator
from elava.people.models import Person

from .models import Body, Group, Membership, Organisation, Partnership, PurseMovement, Seat
from .rules import votes


def roles_from_memberships(person):
    """The roles of a person today, each with the id of its organisation, group or body."""
    held = Membership.objects.on(clock.today()).filter(person=person).order_by("pk")
    for membership in held.select_related("body"):
        if membership.body:
            yield Role(membership.body.kind, membership.role, membership.body_id)
        elif membership.group_id:
            yield Role("group", membership.role, membership.group_id)
        else:
            yield Role("organisation", membership.role, membership.organisation_id)


def members_on(body, day):
    """The memberships of a body on a day, with the persons and the organisations they speak for."""
    held = Membership.objects.on(day).filter(body=body)
    return held.select_related("person", "for_organisation", "deputy_of").order_by("pk")


def votes_of(body, day):
    """One Voter for each vote of the body on a day, as if everybody had come."""
    seats = members_on(body, day).filter(role__in=Membership.VOTING)
    members = [as_member(seat) for seat in seats]
    return votes.voters(members, one_organisation_one_vote=body.one_organisation_one_vote)


def as_member(seat, *, is_present=True, is_recused=False):
    """A membership of a body as the arithmetic of votes sees it."""
    house = seat.for_organisation
    return votes.Member(
        key=seat.pk, person=seat.person_id, organisation=house and house.pk,
        interest_group=house and (house.sponsor_id or house.pk),
        is_public_body=bool(house and house.is_public_body),
        is_deputy=seat.role == Membership.Role.DEPUTY, deputy_of=seat.deputy_of_id,
        is_present=is_present, is_recused=is_recused,
    )  # fmt: skip


def organisations_in(body, day):
    """The organisations that have a member in the body on a day, by name."""
    seats = Membership.objects.on(day).filter(body=body, for_organisation__isnull=False)
    return Organisation.objects.filter(pk__in=seats.values("for_organisation")).order_by(
        "name", "pk"
    )


def organisations_near(body, day):
    """Every organisation of the network on a day, those with a member in the body first."""
    inside = list(organisations_in(body, day))
    return inside + list(organisations_on(day).exclude(pk__in=[one.pk for one in inside]))


def is_only_coordinator(person):
    """True for somebody who coordinates the programme today while nobody else does."""
    running = Membership.objects.on(clock.today()).filter(body__kind=Body.Kind.COORDINATION)
    is_one = running.filter(person=person).exists()
    return is_one and not running.exclude(person=person).exists()


def bodies():
    """The bodies of the programme, those of the whole before those of a project."""
    return Body.objects.select_related("project", "proposes_to").order_by("project", "pk")


@dataclass(frozen=True)
class Purse:
    """A body's money in cents: granted to it, promised by it, and what is left."""

    granted: int
    promised: int

    @property
    def left(self):
        """What may still be promised; never more than was granted."""
        return self.granted - self.promised


def purse_of(body):
    """What a body was granted, what it has promised, what is left; cents."""
    return _sum_up(PurseMovement.objects.filter(body=body))


def purse_seen_by(person, body):
    """The purse as a person may read it: what is not told yet is not counted yet."""
    return _sum_up(PurseMovement.objects.seen_by(person).filter(body=body))


def _sum_up(movements):
    granted = Sum("cents", filter=Q(kind=PurseMovement.Kind.GRANTED), default=0)
    moved = Sum("cents", filter=~Q(kind=PurseMovement.Kind.GRANTED), default=0)
    sums = movements.aggregate(granted=granted, moved=moved)
    return Purse(sums["granted"], -sums["moved"])


def movements_of(body, person):
    """The movements of a body's purse that a person may read, the newest first."""
    return PurseMovement.objects.seen_by(person).filter(body=body).order_by("-on", "-pk")


def with_titles_told(movements, person):
    """The same movements, each with `is_titled`: whether this person may read what it is for."""
    by_kind = {}
    for row in movements:
        row.is_titled = row.is_own(person) or row.subject_kind not in _titles
        if not row.is_titled:
            by_kind.setdefault(row.subject_kind, []).append(row)
    for kind, rows in by_kind.items():
        told = _titles[kind]([row.subject_id for row in rows])
        for row in rows:
            row.is_titled = row.subject_id in told
    return movements


_titles = {}


def titles_are_told_by(kind, tells):
    """Let an upper floor say of which rows of a kind everybody may read the title.

    `tells(ids)` gives the ids of those; of the others a movement of money shows its sum alone.
    """
    _titles[kind] = tells


def organisations_on(day, *, kind="", group=None):
    """The organisations in the network on a day, by kind and theme group where asked, by name."""
    found = Organisation.objects.public().on(day)
    if kind:
        found = found.filter(kind=kind)
    if group is not None:
        seats = Seat.objects.on(day).filter(group=group)
        found = found.filter(pk__in=seats.values("organisation"))
    return found.order_by("name", "pk")


def kinds_on(day):
    """How many organisations of each kind are in the network on a day."""
    rows = Organisation.objects.public().on(day).values("kind").order_by("kind")
    return {row["kind"]: row["n"] for row in rows.annotate(n=Count("pk"))}


def groups_on(day):
    """The theme groups in their order, each with how many organisations it has on a day."""
    seats = Q(seats__since__lte=day) & (Q(seats__until=None) | Q(seats__until__gte=day))
    counted = Count("seats__organisation", filter=seats, distinct=True)
    return Group.objects.annotate(organisations=counted).order_by("order", "pk")


def groups_of(organisation, day):
    """The theme groups in which an organisation has a seat on a day."""
    seats = Seat.objects.on(day).filter(organisation=organisation)
    return Group.objects.filter(pk__in=seats.values("group")).order_by("order", "pk")


def bodies_of(organisation, day):
    """The bodies in which somebody speaks for an organisation on a day."""
    held = Membership.objects.on(day).filter(for_organisation=organisation, body__isnull=False)
    return Body.objects.filter(pk__in=held.values("body")).order_by("pk")


def partnerships_of(organisation):
    """The projects that an organisation carries or is a partner in."""
    found = Partnership.objects.filter(organisation=organisation).select_related("project")
    return found.order_by("-is_carrier", "pk")


def carriers():
    """Project id → the organisations that carry or join it, the carrier first."""
    found = {}
    rows = Partnership.objects.select_related("organisation").order_by("-is_carrier", "pk")
    for partnership in rows:
        found.setdefault(partnership.project_id, []).append(partnership)
    return found


def people_in_directory(person, *, name="", group=None):
    """Those with a role today whose name this person may read: their own choice; by name.

    Coordinators also find those who came in with an account and have no role yet.
    """
    held = Membership.objects.seen_by(person).on(clock.today())
    if group is not None:
        held = held.filter(group=group)
    is_here = Q(pk__in=held.values("person"))
    if group is None and is_coordinator(person):
        is_here |= Q(account__isnull=False)
    found = Person.objects.filter(is_here)
    if not is_coordinator(person):
        found = found.filter(~Q(visibility=Person.Visibility.HIDDEN) | Q(pk=person.pk))
    if name:
        found = found.filter(called__icontains=name)
    return found.order_by("called", "pk")


def with_roles(people, day):
    """The same people, each with `shown`, their roles on a day in words, and `roles_url`."""
    held = Membership.objects.on(day).filter(person__in=people)
    held = held.select_related("organisation", "group", "body", "for_organisation").order_by("pk")
    by_person = {}
    for membership in held:
        line = f"{membership.place}: {membership.get_role_display()}"
        by_person.setdefault(membership.person_id, []).append(line)
    for person in people:
        person.shown = by_person.get(person.pk) or [_("No role yet")]
        person.roles_url = reverse("roles", args=[person.pk])
    return people


def seats_of(group, day):
    """The organisations' seats in a theme group on a day, by name."""
    held = Seat.objects.on(day).filter(group=group).select_related("organisation")
    return held.order_by("organisation__name", "pk")


def roles_held(person):
    """Every role of a person, the running ones first, then the newest."""
    held = Membership.objects.filter(person=person)
    held = held.select_related("organisation", "group", "body", "for_organisation")
    return held.order_by(F("until").desc(nulls_first=True), "-since", "pk")


def places():
    """Where a person may get a role: kind → id → row."""
    nouns = {"body": Body, "group": Group, "organisation": Organisation}
    return {
        kind: {str(row.pk): row for row in noun.objects.order_by("created_at", "pk")}
        for kind, noun in nouns.items()
    }


def principals(day):
    """The members of bodies for whom a deputy may stand on a day: id → body and name."""
    held = Membership.objects.on(day).filter(body__isnull=False)
    held = held.exclude(role=Membership.Role.DEPUTY).select_related("person", "body")
    return {str(one.pk): f"{one.body}: {one.person.called}" for one in held.order_by("body", "pk")}
