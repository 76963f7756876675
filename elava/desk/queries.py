from elava.foundation import clock
from elava.foundation.access import Role
from elava.network.models import Membership
from elava.people.models import Person

from .models import Absence


def roles_from_absences(person):
    """Whoever looks after the desk today has the coordination's rights, and no others."""
    if Absence.objects.running().filter(deputy=person).exists():
        yield Role("coordination", "deputy")


def absences():
    """Who is away now or soon, and who looks after the desk."""
    return Absence.objects.coming().select_related("person", "deputy").order_by("since", "pk")


def possible_deputies(person):
    """Those of the coordination and the support group who could look after the desk."""
    seats = Membership.objects.on(clock.today())
    held = seats.filter(body__kind__in=("coordination", "support")).values("person")
    return Person.objects.filter(pk__in=held).exclude(pk=person.pk).order_by("called", "pk")
