from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.network.models import Membership
from elava.network.rules import may_seat_members
from elava.people.models import Person


@action
def start_membership(person, *, by, source, since=None, until=None, **place_and_role):
    """A person takes a role in an organisation, a group or a body, from a day, perhaps to a day.

    The person's row is locked, so that two that overlap cannot slip in side by side.
    """
    person = Person.objects.locked(person)
    membership = Membership(
        person=person, since=since or clock.today(), until=until, source=source, **place_and_role
    )
    require(may_seat_members, by, membership.place)
    _refuse_overlap(membership)
    _refuse_foreign_deputy(membership)
    membership.save()
    record("membership.started", membership, by=by, for_person=person, role=membership.role)
    return membership


@action
def end_membership(membership, *, by, on=None):
    """The last day of a role; the history stays."""
    membership = Membership.objects.locked(membership)
    require(may_seat_members, by, membership.place)
    on = on or clock.today()
    if on < membership.since:
        raise NotNow(_("A role cannot end before it began."))
    if membership.until is not None and membership.until < on:
        raise NotNow(_("This role has ended already."))
    membership.until = on
    membership.save(update_fields=["until"])
    record(
        "membership.ended", membership, by=by, for_person=membership.person, role=membership.role
    )
    return membership


def _refuse_overlap(new):
    same = Membership.objects.filter(
        person=new.person,
        role=new.role,
        organisation=new.organisation,
        group=new.group,
        body=new.body,
    )
    if same.overlapping(new.since, new.until).exists():
        raise NotNow(_("This person has this role on these days already."))


def _refuse_foreign_deputy(new):
    principal = new.deputy_of
    if principal is not None and principal.body_id != new.body_id:
        raise NotNow(_("A deputy stands for a member of the same body."))
