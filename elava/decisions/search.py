from django.utils.translation import gettext_lazy as _

from elava.foundation.translated import Texts
from elava.search.findable import Found, findable
from elava.ui.dates import day

from .models import Minutes


def meetings(ids):
    """Meetings whose extract is public, by the free matters they handled.

    What they decided about an idea is found as the idea's answer, and only while the idea is shown.
    """
    published = Minutes.objects.public().select_related("meeting__body")
    if ids is not None:
        published = published.filter(meeting__in=ids)
    latest = {minutes.meeting_id: minutes for minutes in published.order_by("version", "pk")}
    for minutes in latest.values():
        meeting, held = minutes.meeting, minutes.meeting.starts_at
        title = f"{meeting.body}: {day(held)}"
        matters = "\n".join(_matters(minutes.content["items"]))
        url = meeting.get_absolute_url()
        yield Found(meeting.pk, title, matters, held.date(), url, f"{matters}\n{meeting.place}")


def _matters(items):
    for item in items:
        if not item["ideas"] and not item["is_confidential"]:
            yield item["title"]
            if item["decision"]:
                yield str(Texts(item["decision"]["reason"]))


def meeting_of(entry):
    """The meeting whose minutes were published or corrected."""
    if entry.subject_kind != "minutes":
        return ()
    return Minutes.objects.filter(pk=entry.subject_id).values_list("meeting", flat=True)


findable("meeting", _("Meetings"), meetings, meeting_of)
