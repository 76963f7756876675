"""The frame of a programme: its aims, areas, tags, links. Three acts serve all of its nouns."""

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.foundation.kinds import kind_of
from elava.programmes.models import (
    Aim,
    AimGoal,
    Area,
    Audience,
    Banner,
    CrisisLine,
    FunderPack,
    InclusionKind,
    LifeStage,
    Link,
    Place,
    Project,
    StrategyGoal,
    Word,
)
from elava.programmes.rules import may_shape_programme

FRAME = (
    Project, Aim, StrategyGoal, Area, Place, LifeStage, Audience, InclusionKind,
    Link, Banner, FunderPack, CrisisLine, Word,
)  # fmt: skip


@action
def add_to_frame(noun, *, by, goals=(), **facts):
    """A noun of the frame gets one more row; `goals` are those that an aim cites."""
    require(may_shape_programme, by)
    row = noun(**facts)
    _keep(row, goals)
    record("frame.added", row, by=by, noun=kind_of(row))
    return row


@action
def change_in_frame(row, *, by, goals=None, **facts):
    """A row of the frame changes; without `goals` an aim keeps those that it cites."""
    require(may_shape_programme, by, row)
    row = type(row).objects.locked(row)
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    if goals is not None:
        AimGoal.objects.filter(aim=row).delete()
    _keep(row, goals or ())
    record("frame.changed", row, by=by, noun=kind_of(row), changed=changed)
    return row


@action
def remove_from_frame(row, *, by):
    """A row goes that nothing points at; the area without a location always stays."""
    require(may_shape_programme, by, row)
    row = type(row).objects.locked(row)
    if getattr(row, "is_no_location", False):
        raise NotNow(_("This area stays: what has no place is counted here."))
    record("frame.removed", row, by=by, noun=kind_of(row))
    try:
        type(row).objects.filter(pk=row.pk).delete()
    except ProtectedError as in_use:
        raise NotNow(_("Something still uses this. Change that first.")) from in_use


def _keep(row, goals):
    if type(row) not in FRAME:
        raise TypeError(f"{kind_of(row)} is not a noun of the frame")
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as there_is_one:
        raise NotNow(_("There is one of these already. Change that one.")) from there_is_one
    for goal in goals:
        AimGoal.objects.create(aim=row, goal=goal)
