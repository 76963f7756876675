from django.db.models import BooleanField, Case, Max, Q, When

from elava.foundation import clock
from elava.foundation.access import Role
from elava.ideas.models import Intake
from elava.network.models import Membership
from elava.people.models import Person

from .models import Absence

DEPUTIES_COME_FROM = ("coordination", "support")


def roles_from_absences(person):
    """Whoever looks after the desk today has the coordination's rights, and no others.

    They end with the seat of the absent person, and with the deputy's own.
    """
    running = Absence.objects.running().filter(
        deputy=person,
        person__in=_seated_in("coordination"),
        deputy__in=_seated_in(*DEPUTIES_COME_FROM),
    )
    if running.exists():
        yield Role("coordination", "deputy")


def absences():
    """Who is away now or soon, and who looks after the desk."""
    return Absence.objects.coming().select_related("person", "deputy").order_by("since", "pk")


def away_until():
    """The last day of the absences that run today, or None where everybody is there."""
    return Absence.objects.running().aggregate(last=Max("until"))["last"]


def possible_deputies(person):
    """Those of the coordination, then of the support group, who could look after the desk."""
    held = Person.objects.filter(pk__in=_seated_in(*DEPUTIES_COME_FROM)).exclude(pk=person.pk)
    coordinates = Q(pk__in=_seated_in("coordination"))
    coordinates = Case(When(coordinates, then=True), default=False, output_field=BooleanField())
    return held.annotate(coordinates=coordinates).order_by("-coordinates", "called", "pk")


def _seated_in(*kinds):
    seats = Membership.objects.on(clock.today())
    return seats.filter(body__kind__in=kinds).values("person")


def route_of(card):
    """How the answer reaches the giver of a card: by the contact that stands on it, if any."""
    return Intake.Route.CONTACT if card.get("to") else Intake.Route.NUMBER
