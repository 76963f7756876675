from django.db.models import Max
from django.utils.translation import gettext as _

from elava.decisions.models import Attendance, Meeting, Minutes, MinutesCheck
from elava.decisions.queries.minutes import content_of, is_checked, newest_minutes
from elava.decisions.rules import may_check, may_run
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ui.dates import moment

from .ways_out import see


@action
def check_minutes(meeting, *, by, person, is_right, remark=""):
    """Somebody who was there has read the minutes; the secretary may note it for them."""
    minutes = _locked(meeting)
    require(may_check if by == person else may_run, by, meeting)
    if minutes.signed_at:
        raise NotNow(_("These minutes have been signed."), see(minutes))
    if not is_right and not remark:
        raise NotNow(_("Write what is not right."), see(minutes))
    was_there = Attendance.objects.filter(meeting=meeting, membership__person=person).exists()
    if not was_there or person.pk == meeting.secretary_id:
        raise NotNow(
            _("Those who check were at the meeting and did not write the minutes."), see(minutes)
        )
    check, is_new = MinutesCheck.objects.get_or_create(
        minutes=minutes, person=person,
        defaults={
            "is_right": is_right, "remark": remark,
            "entered_by_id": None if by == person else by.pk,
        },
    )  # fmt: skip
    if not is_new:
        raise NotNow(_("This person has checked this version already."), see(minutes))
    record("minutes.checked", minutes, by=by, for_person=person, is_right=is_right, words=remark)
    return check


@action
def correct_minutes(meeting, *, by, note):
    """A new version with the secretary's note; it is checked anew."""
    last = _locked(meeting)
    require(may_run, by, meeting)
    versions = Minutes.objects.filter(meeting=meeting).aggregate(last=Max("version"))
    minutes = Minutes.objects.create(
        meeting=meeting, version=versions["last"] + 1, content=content_of(meeting), note=note
    )
    record("minutes.corrected", minutes, by=by, words=note, before=last.version)
    return minutes


@action
def sign_minutes(meeting, *, by):
    """The checked minutes are signed: from now on they are the truth about the meeting."""
    minutes = _locked(meeting)
    require(may_run, by, meeting)
    if minutes.signed_at:
        raise NotNow(_("These minutes have been signed."), see(minutes))
    if not is_checked(minutes):
        raise NotNow(
            _("The minutes are signed when they have been checked as right."), see(minutes)
        )
    minutes.signed_at = clock.now()
    minutes.save(update_fields=["signed_at"])
    record("minutes.signed", minutes, by=by)
    return minutes


@action
def publish_extract(meeting, *, by):
    """Everybody may read what was decided: organisations and roles, no names."""
    minutes = _locked(meeting)
    meeting = minutes.meeting
    require(may_run, by, meeting)
    if not minutes.signed_at:
        raise NotNow(_("Only signed minutes are published."), see(minutes))
    if minutes.published_at:
        raise NotNow(_("This extract has been published."), see(meeting))
    if leaves_at := meeting.answers_leave_at:
        said = _("The givers hear first. Publish the extract after the answers: %(when)s.")
        raise NotNow(said % {"when": moment(leaves_at)}, see(minutes))
    minutes.published_at = clock.now()
    minutes.save(update_fields=["published_at"])
    record("minutes.published", minutes, by=by)
    return minutes


def _locked(meeting):
    meeting = Meeting.objects.locked(meeting)
    minutes = newest_minutes(meeting)
    if meeting.stage != Meeting.Stage.CLOSED or minutes is None:
        raise NotNow(_("There are no minutes before the meeting has been closed."), see(meeting))
    return minutes
