"""What the secretary does next: the meeting as a list of tasks."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from elava.decisions.models import Attendance, Item, Meeting

from .agenda import item_on_the_table, unsettled
from .desk import answers_leave
from .minutes import is_checked, newest_minutes


def next_steps(meeting):
    """The tasks before, in and after a meeting, each with its door and whether it is done."""
    stages = Meeting.Stage
    if meeting.stage == stages.CALLED_OFF:
        return []
    if meeting.stage == stages.CLOSED:
        return _after(meeting)
    return _before(meeting) + (_during(meeting) if meeting.stage == stages.OPEN else [])


def _before(meeting):
    items = Item.objects.filter(meeting=meeting).count()
    here = Attendance.objects.filter(meeting=meeting, left_at=None).count()
    on_it = ngettext("%(count)d item", "%(count)d items", items) % {"count": items}
    present = ngettext("%(count)d present", "%(count)d present", here) % {"count": here}
    return [
        _task(meeting, _("Time, place, chair and secretary"), "change_meeting",
              bool(meeting.chair_id and meeting.secretary_id)),
        _task(meeting, _("Agenda"), "agenda", bool(items), on_it),
        _task(meeting, _("Who is at the table"), "attendance", bool(here), present),
    ]  # fmt: skip


def _during(meeting):
    left = unsettled(meeting).count()
    note = ngettext("%(count)d item left", "%(count)d items left", left) % {"count": left}
    table = item_on_the_table(meeting)
    tasks = []
    if table:
        tasks.append({
            "word": _("Decide item by item"), "url": table.get_absolute_url(),
            "done": not left, "note": note,
        })  # fmt: skip
    return [*tasks, _task(meeting, _("Read back and close"), "read_back", False)]


def _after(meeting):
    minutes = newest_minutes(meeting)
    checked = is_checked(minutes)
    has_left = meeting.carried_out_at is not None
    return [
        _task(meeting, _("Answers sent"), "minutes", has_left, answers_leave(meeting)),
        _task(meeting, _("Minutes checked"), "minutes", checked),
        _task(meeting, _("Minutes signed"), "minutes", bool(minutes.signed_at)),
        _task(meeting, _("Extract published"), "minutes", bool(minutes.published_at)),
    ]


def _task(meeting, word, name, is_done, note=""):
    task = {"word": word, "url": reverse(name, args=[meeting.pk]), "done": is_done}
    return {**task, "note": note} if note else task
