from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from elava.decisions.models import Meeting
from elava.decisions.queries.agenda import meetings as meetings_in
from elava.decisions.queries.desk import what_waits_for
from elava.decisions.queries.extract import extract_of
from elava.decisions.queries.extract_links import with_links
from elava.decisions.queries.minutes import published_minutes
from elava.decisions.queries.shown import agenda_of, mandate_of, public_agenda
from elava.decisions.queries.steps import next_steps
from elava.decisions.rules import may_call_meetings, may_read_papers, may_run
from elava.foundation.public_pages import public_page
from elava.ui.dates import moment

STAGE = Meeting.Stage
LONGEST_LIST = 60


@public_page
def meetings(request):
    """The meetings to come, and what the earlier ones decided."""
    coming = list(meetings_in([STAGE.CALLED, STAGE.OPEN])[:LONGEST_LIST])
    held = list(meetings_in([STAGE.CLOSED]).order_by("-starts_at", "-pk")[:LONGEST_LIST])
    for one in [*coming, *held]:
        one.when = moment(one.starts_at)
    context = {
        "coming": coming,
        "held": held,
        "mine": what_waits_for(request.person),
        "may_call": may_call_meetings.test(request.person, None),
    }
    return render(request, "decisions/meetings.html", context)


@public_page
def meeting(request, pk):
    """One meeting: what is on its agenda, and later what it decided."""
    found = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    published = published_minutes(found)
    titles, others = ([], 0) if published else public_agenda(agenda_of(found))
    keeps = may_run.test(request.person, found)
    context = {
        "meeting": found,
        "when": moment(found.starts_at),
        "extract": with_links(extract_of(published), published.content) if published else None,
        "titles": titles,
        "others": others,
        "mandate": mandate_of(found.body),
        "steps": next_steps(found) if keeps else [],
        "papers": _papers(found) if may_read_papers.test(request.person, found) else [],
    }
    return render(request, "decisions/meeting.html", context)


def _papers(found):
    doors = [(_("The meeting's papers, to print"), "meeting_pack")]
    if found.stage in (STAGE.CALLED, STAGE.OPEN):
        doors.append((_("The projector's view"), "projector"))
    if found.stage == STAGE.CLOSED:
        doors.append((_("The minutes"), "minutes"))
    return [{"label": label, "url": reverse(name, args=[found.pk])} for label, name in doors]
