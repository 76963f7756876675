from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.network.models import Group, Organisation, Partnership, Seat
from elava.network.rules import may_describe, may_seat_members, may_shape_network

# What an organisation may not say of itself: how it counts in votes and through whom it acts.
STANDING = {"kind", "is_public_body", "sponsor"}


@action
def add_organisation(*, by, **facts):
    """An organisation joins the network."""
    require(may_shape_network, by)
    facts.setdefault("is_public_body", facts.get("kind") in Organisation.PUBLIC_KINDS)
    organisation = Organisation.objects.create(**facts)
    record("organisation.joined", organisation, by=by)
    return organisation


@action
def change_organisation(organisation, *, by, **facts):
    """An organisation is described anew, by the coordinator or by its own people."""
    organisation = Organisation.objects.locked(organisation)
    require(may_describe, by, organisation)
    if STANDING & facts.keys():
        require(may_shape_network, by, organisation)
    record("organisation.changed", organisation, by=by, changed=_change(organisation, facts))
    return organisation


@action
def form_group(*, by, **facts):
    """A theme group comes together."""
    require(may_shape_network, by)
    group = Group.objects.create(**facts)
    record("group.formed", group, by=by)
    return group


@action
def change_group(group, *, by, **facts):
    """A theme group is described anew, by the coordinator or by its chair."""
    group = Group.objects.locked(group)
    require(may_describe, by, group)
    record("group.changed", group, by=by, changed=_change(group, facts))
    return group


@action
def join_group(organisation, *, by, group, since=None, until=None):
    """An organisation takes its seat in a theme group, from a day and perhaps to a day."""
    require(may_seat_members, by, group)
    organisation = Organisation.objects.locked(organisation)
    since = since or clock.today()
    taken = Seat.objects.filter(organisation=organisation, group=group)
    if taken.overlapping(since, until).exists():
        raise NotNow(_("This organisation is in the group on these days already."))
    seat = Seat.objects.create(organisation=organisation, group=group, since=since, until=until)
    record("seat.taken", seat, by=by, organisation=str(organisation.pk), group=str(group.pk))
    return seat


@action
def end_seat(seat, *, by, on=None):
    """An organisation's last day in a theme group; its history stays."""
    seat = Seat.objects.locked(seat)
    require(may_seat_members, by, seat.group)
    seat.until = on or clock.today()
    seat.save(update_fields=["until"])
    record("seat.ended", seat, by=by)
    return seat


@action
def take_part_in_project(organisation, *, by, project, is_carrier=False):
    """An organisation carries a project, or is a partner in it."""
    require(may_shape_network, by)
    partnership, _is_new = Partnership.objects.update_or_create(
        project=project, organisation=organisation, defaults={"is_carrier": is_carrier}
    )
    record("partnership.agreed", partnership, by=by, is_carrier=is_carrier)
    return partnership


@action
def change_partnership(partnership, *, by, project, organisation, is_carrier):
    """Another organisation, another project, or another part in it."""
    require(may_shape_network, by)
    partnership = Partnership.objects.locked(partnership)
    taken = Partnership.objects.filter(project=project, organisation=organisation)
    if taken.exclude(pk=partnership.pk).exists():
        raise NotNow(_("This organisation is in the project already. Change that row."))
    partnership.project, partnership.organisation = project, organisation
    partnership.is_carrier = is_carrier
    partnership.save(update_fields=["project", "organisation", "is_carrier"])
    record("partnership.agreed", partnership, by=by, is_carrier=is_carrier)
    return partnership


@action
def leave_project(partnership, *, by):
    """An organisation has no part in a project any more."""
    require(may_shape_network, by)
    partnership = Partnership.objects.locked(partnership)
    record("partnership.ended", partnership, by=by)
    Partnership.objects.filter(pk=partnership.pk).delete()


def _change(row, facts):
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    row.save(update_fields=changed)
    return changed
