from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from elava.decisions.models import Attendance, Item, ItemIdea, Meeting
from elava.decisions.queries.agenda import unsettled
from elava.decisions.queries.room import meeting_going_on, present_in, seats_of
from elava.decisions.rules import may_call_meetings, may_run
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow

from .agenda import fill_agenda
from .interests import propose_interests
from .ways_out import see

CHANGEABLE = ("place", "starts_at", "chair", "secretary")


@action
def call_meeting(body, *, by, place, starts_at, chair=None, secretary=None, fills=False):
    """A body is called together at a place and a time; `fills` its agenda with what waits."""
    require(may_call_meetings, by, body)
    meeting = Meeting.objects.create(
        body=body, place=place, starts_at=starts_at, chair=chair, secretary=secretary
    )
    record("meeting.called", meeting, by=by)
    if fills:
        fill_agenda(meeting, by=by)
    return meeting


@action
def change_meeting(meeting, *, by, **facts):
    """Another place, another time, another chair or secretary."""
    meeting = Meeting.objects.locked(meeting)
    require(may_run, by, meeting)
    _require_stage(meeting, Meeting.Stage.CALLED, Meeting.Stage.OPEN)
    changed = [name for name in CHANGEABLE if name in facts]
    for name in changed:
        setattr(meeting, name, facts[name])
    meeting.save(update_fields=changed)
    record("meeting.changed", meeting, by=by, changed=changed)
    return meeting


@action
def call_off_meeting(meeting, *, by, reason):
    """The meeting will not be held; what was on its agenda waits for another one."""
    meeting = Meeting.objects.locked(meeting)
    require(may_run, by, meeting)
    _require_stage(meeting, Meeting.Stage.CALLED)
    meeting.stage = Meeting.Stage.CALLED_OFF
    meeting.save(update_fields=["stage"])
    ItemIdea.objects.filter(item__meeting=meeting).update(is_waiting=False)
    # Nothing was said about these items yet, so nothing of them is lost with the agenda.
    Item.objects.filter(meeting=meeting).delete()
    record("meeting.called_off", meeting, by=by, words=reason)
    return meeting


@action
def open_meeting(meeting, *, by, on_another_day=False):
    """The chair opens; interests are proposed, and the first item lies on the table.

    A meeting held on another day than it was called for gets that day, if the house says so.
    """
    meeting = Meeting.objects.locked(meeting)
    require(may_run, by, meeting)
    _require_stage(meeting, Meeting.Stage.CALLED)
    if other := meeting_going_on(meeting.body):
        raise NotNow(_("This body has another meeting open. Close that one first."), see(other))
    if localdate(meeting.starts_at) != clock.today():
        if not on_another_day:
            raise NotNow(_("This meeting was called for another day."), see(meeting))
        change_meeting(meeting, by=by, starts_at=clock.now())
        meeting.starts_at = clock.now()
    meeting.stage, meeting.opened_at = Meeting.Stage.OPEN, clock.now()
    meeting.save(update_fields=["stage", "opened_at"])
    propose_interests(meeting, by=by)
    first = unsettled(meeting).first()
    if first:
        first.taken_up_at = clock.now()
        first.save(update_fields=["taken_up_at"])
    record("meeting.opened", meeting, by=by)
    return meeting


@action
def attend(meeting, *, by, membership, is_remote=False):
    """A member or deputy comes to the table, or changes between the room and the line."""
    meeting = _locked_with_table(meeting, by)
    if membership not in seats_of(meeting):
        raise NotNow(_("This person has no seat in the body on that day."), see(meeting))
    here = _seat(meeting, membership, is_remote)
    record("meeting.attended", meeting, by=by, for_person=membership.person, is_remote=is_remote)
    return here


def _seat(meeting, membership, is_remote):
    here = Attendance.objects.filter(meeting=meeting, membership=membership, left_at=None).first()
    if here is None:
        here = Attendance(meeting=meeting, membership=membership, came_at=clock.now())
    here.is_remote = is_remote
    here.save()
    return here


@action
def note_attendance(meeting, *, by, here, remote=(), opens=False, on_another_day=False):
    """The list of those present in one act: in the room, and on the line; it may open, too."""
    meeting = _locked_with_table(meeting, by)
    present = present_in(meeting)
    seats = {seat.pk: seat for seat in seats_of(meeting)}
    wanted = {one: one in remote for one in {*here, *remote} if one in seats}
    for key, is_remote in wanted.items():
        if key not in present or present[key].is_remote != is_remote:
            _seat(meeting, seats[key], is_remote)
            whose = seats[key].person
            record("meeting.attended", meeting, by=by, for_person=whose, is_remote=is_remote)
    for key in present.keys() - wanted.keys():
        leave(meeting, by=by, membership=present[key].membership)
    record("meeting.attendance_noted", meeting, by=by, count=len(wanted))
    if opens:
        open_meeting(meeting, by=by, on_another_day=on_another_day)
    return meeting


@action
def leave(meeting, *, by, membership):
    """Somebody goes home before the end; whoever was ticked by mistake was never there."""
    meeting = _locked_with_table(meeting, by)
    here = Attendance.objects.filter(meeting=meeting, membership=membership, left_at=None).first()
    if here is None:
        raise NotNow(_("This person is not at the table."), see(meeting))
    if meeting.is_open:
        here.left_at = clock.now()
        here.save(update_fields=["left_at"])
    else:
        here.delete()
    record("meeting.left", meeting, by=by, for_person=membership.person)
    return meeting


def _locked_with_table(meeting, by):
    meeting = Meeting.objects.locked(meeting)
    require(may_run, by, meeting)
    _require_stage(meeting, Meeting.Stage.CALLED, Meeting.Stage.OPEN)
    return meeting


def _require_stage(meeting, *stages):
    if meeting.stage not in stages:
        said = _("This cannot be done now. The meeting: %(stage)s.")
        raise NotNow(said % {"stage": meeting.get_stage_display()}, see(meeting))
