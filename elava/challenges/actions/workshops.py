import secrets

from django.utils.translation import gettext as _

from elava.challenges.models import HeadcountTally, Workshop
from elava.challenges.rules import may_facilitate, may_hold_workshop
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.digits import with_check_digit
from elava.foundation.errors import NotNow

CODES = 10_000
MOST_AT_ONCE = 2_000


@action
def hold_workshop(*, by, **facts):
    """A workshop is announced: title, where, starts_at, ends_at, and its group or host."""
    require(may_hold_workshop, by)
    workshop = Workshop.objects.create(room_code=_free_code(), **facts)
    record("workshop.announced", workshop, by=by)
    return workshop


def _free_code():
    taken = set(
        Workshop.objects.exclude(stage=Workshop.Stage.CLOSED).values_list("room_code", flat=True)
    )
    while True:
        code = with_check_digit(secrets.randbelow(CODES), width=4)
        if code not in taken:
            return code


@action
def change_workshop(workshop, *, by, **facts):
    """Time, place or title change; whoever looks at the page sees the new ones."""
    workshop = Workshop.objects.locked(workshop)
    require(may_facilitate, by, workshop)
    if workshop.is_closed:
        raise NotNow(_("The workshop is over. Open its wall again to change it."))
    for name, value in facts.items():
        setattr(workshop, name, value)
    workshop.save(update_fields=list(facts))
    record("workshop.changed", workshop, by=by)
    return workshop


@action
def open_wall(workshop, *, by):
    """The wall opens: from now on the room code lets notes in. A closed wall may open again."""
    workshop = Workshop.objects.locked(workshop)
    require(may_facilitate, by, workshop)
    if workshop.is_open:
        raise NotNow(_("The wall is open already."))
    if workshop.is_closed:
        workshop.room_code = _free_code()
    workshop.stage = Workshop.Stage.OPEN
    workshop.save(update_fields=["stage", "room_code"])
    record("workshop.opened", workshop, by=by)
    return workshop


@action
def close_workshop(workshop, *, by):
    """The workshop is over: its room code opens nothing any more."""
    workshop = Workshop.objects.locked(workshop)
    require(may_facilitate, by, workshop)
    if not workshop.is_open:
        raise NotNow(_("The wall is not open."))
    workshop.stage = Workshop.Stage.CLOSED
    workshop.save(update_fields=["stage"])
    record("workshop.closed", workshop, by=by)
    return workshop


@action
def count_heads(workshop, *, by, who, key, change=1):
    """Some more people came, or fewer; the same key counts once, and nobody goes below zero."""
    workshop = Workshop.objects.locked(workshop)
    require(may_facilitate, by, workshop)
    earlier = HeadcountTally.objects.filter(workshop=workshop, key=key).first()
    if earlier is not None:
        return earlier
    if not 0 <= HeadcountTally.objects.count_of(workshop)[who] + change <= MOST_AT_ONCE:
        raise NotNow(_("The count cannot go there. Look at it again and correct it."))
    tally = HeadcountTally.objects.create(workshop=workshop, who=who, change=change, key=key)
    record("workshop.counted", workshop, by=by, who=who, change=change)
    return tally
