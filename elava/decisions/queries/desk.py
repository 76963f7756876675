"""The desk's pile of meetings: those to come, those that sit, those whose minutes wait."""

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from elava.decisions.models import Attendance, Meeting, Minutes
from elava.decisions.rules import DECIDING
from elava.ui.dates import moment

from .agenda import meetings

LONGEST_PILE = 20


def matters_to_finish():
    """Meetings whose last step is not done, the nearest first, with the next step in words."""
    newest = Minutes.objects.filter(meeting=OuterRef("pk")).order_by("-version")
    found = (
        Meeting.objects.exclude(stage=Meeting.Stage.CALLED_OFF)
        .annotate(
            signed=Subquery(newest.values("signed_at")[:1]),
            published=Subquery(newest.values("published_at")[:1]),
        )
        .filter(published=None)
        .select_related("body")
    )
    rows = list(found.order_by("starts_at", "pk")[:LONGEST_PILE])
    for row in rows:
        row.when = moment(row.starts_at)
        row.next_step = _next_step(row)
    return rows


def what_waits_for(person):
    """The minutes that a member has not checked, and the next meetings: dicts for a link list."""
    bodies = [role.of for role in person.roles if role.place in DECIDING]
    if not bodies:
        return []
    coming = meetings([Meeting.Stage.CALLED, Meeting.Stage.OPEN]).filter(body__in=bodies)
    return [
        *(_link(one, _("Check the minutes."), "minutes") for one in _unchecked(person, bodies)),
        *(_link(one, _next_for_members(one), "meeting") for one in coming[:3]),
    ]


def _unchecked(person, bodies):
    """Meetings that the person was at, whose newest minutes wait for a check by them."""
    newest = Minutes.objects.filter(meeting=OuterRef("pk")).order_by("-version")
    came = Attendance.objects.filter(membership__person=person).values("meeting")
    held = Meeting.objects.filter(pk__in=came, body__in=bodies, stage=Meeting.Stage.CLOSED).exclude(
        secretary=person
    )
    held = held.annotate(newest=Subquery(newest.values("pk")[:1])).filter(
        newest__in=Minutes.objects.filter(signed_at=None).exclude(checks__person=person)
    )
    return held.select_related("body").order_by("starts_at", "pk")[:3]


def _next_for_members(meeting):
    return _("Going on now") if meeting.is_open else _("Read the papers.")


def _link(meeting, note, name):
    label = f"{meeting.body}: {moment(meeting.starts_at)}"
    return {"label": label, "url": reverse(name, args=[meeting.pk]), "note": note}


def answers_leave(meeting):
    """When the answers of a closed meeting leave, in a sentence; nothing once they have left."""
    leaves_at = meeting.answers_leave_at
    return _("The answers leave %(when)s.") % {"when": moment(leaves_at)} if leaves_at else ""


def _next_step(row):
    stages = Meeting.Stage
    if row.stage == stages.CALLED:
        return _("Next: look at the agenda, send the papers.")
    if row.stage == stages.OPEN:
        return _("Going on now")
    if row.answers_leave_at:
        return answers_leave(row)
    return _("Next: publish the extract.") if row.signed else _("Next: have the minutes checked.")
