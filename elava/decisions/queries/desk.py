"""The desk's pile of meetings: those to come, those that sit, those whose minutes wait."""

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from elava.decisions.models import Meeting, Minutes
from elava.ui.dates import moment

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
