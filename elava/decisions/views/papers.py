"""What is printed and what the projector shows."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.decisions.actions.ways_out import see
from elava.decisions.models import Meeting
from elava.decisions.queries.agenda import item_on_the_table
from elava.decisions.queries.extract import extract_of, minutes_in_full
from elava.decisions.queries.minutes import checks_of, newest_minutes, published_minutes
from elava.decisions.queries.room import room_of, seats_of
from elava.decisions.queries.shown import agenda_of, mandate_of, name_of, projected, room_in_words
from elava.decisions.rules import may_read_papers
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.errors import NotNow
from elava.foundation.limits import limited
from elava.foundation.public_pages import public_page
from elava.ideas.models import Answer
from elava.journal.live import live
from elava.ui.dates import WITH_YEAR, moment
from elava.ui.pdf import NoPDF, can_make_pdfs, pdf_of
from elava.ui.prose import paragraphs

MINUTES_FOR_AN_ITEM = 3


def read_by(request, pk):
    """The meeting whose papers this person may read."""
    meeting = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    require(may_read_papers, request.person, meeting)
    meeting.when = moment(meeting.starts_at)
    return meeting


@never_cache
@require_GET
def pack(request, pk):
    """The printed pack: one sheet for the agenda and the rules, one for each item."""
    meeting = read_by(request, pk)
    items = agenda_of(meeting)
    for item in items:
        item.texts = [paragraphs(idea.text) for idea in item.ideas]
    seats = [name_of(seat) for seat in seats_of(meeting)]
    context = {
        "meeting": meeting, "items": items, "seats": seats, "mandate": mandate_of(meeting.body),
        "bar": [Answer.Outcome(outcome).label for outcome in Answer.Outcome],
    }  # fmt: skip
    return render(request, "decisions/pack.html", context)


@live
@require_GET
def projector(request, pk):
    """For the wall of the room: the item on the table, the quorum, what was decided."""
    meeting = read_by(request, pk)
    items = agenda_of(meeting)
    table = item_on_the_table(meeting)
    item = next((one for one in items if table and one.pk == table.pk), None)
    if item and item.is_settled:
        item = None
    settled = [one for one in items if one.is_settled]
    context = {
        "meeting": meeting,
        "item": item,
        "told": projected(item, items) if item else None,
        "settled": settled,
        "last": max(settled, key=_settled_at, default=None),
        "room": room_in_words(room_of(meeting, item)),
        "since": item.taken_up_at.isoformat() if item and item.taken_up_at else "",
        "soft_minutes": MINUTES_FOR_AN_ITEM,
        "gone": _minutes_gone(item),
    }
    return render(request, "decisions/projector.html", context)


def _settled_at(item):
    return item.decision.at if item.decision else item.postponed_at


def _minutes_gone(item):
    if item is None or item.taken_up_at is None:
        return 0
    return max(0, int((clock.now() - item.taken_up_at).total_seconds() // 60))


def minutes_of(request, pk):
    """The newest minutes of a meeting, in words."""
    meeting = read_by(request, pk)
    found = newest_minutes(meeting)
    if found is None or meeting.stage != Meeting.Stage.CLOSED:
        raise NotNow(_("There are no minutes before the meeting has been closed."), see(meeting))
    return {
        "meeting": meeting, "minutes": found, "shown": minutes_in_full(found),
        "checkers": [one.name for one in checks_of(found) if one.is_right],
        "signed": moment(found.signed_at, today=WITH_YEAR) if found.signed_at else "",
    }  # fmt: skip


@never_cache
@require_GET
def minutes_print(request, pk):
    """The minutes as they are printed."""
    return render(request, "decisions/minutes_print.html", minutes_of(request, pk))


@never_cache
@require_GET
def minutes_pdf(request, pk):
    """The minutes as an accessible PDF; the print view where the system lacks what that needs."""
    context = minutes_of(request, pk)
    html = render_to_string("decisions/minutes_pdf.html", context, request)
    return _pdf(html, f"minutes-{context['shown']['number']}", reverse("minutes_print", args=[pk]))


def _extract_of(pk):
    """The published extract of a meeting; where there is none, there is nothing to print."""
    meeting = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    published = published_minutes(meeting)
    if published is None:
        raise NotNow(_("Nothing of this meeting has been published yet."), see(meeting))
    return {"meeting": meeting, "extract": extract_of(published)}


@public_page
def extract_print(request, pk):
    """What everybody may read of the minutes, as it is printed."""
    return render(request, "decisions/extract_print.html", _extract_of(pk))


@require_GET
@limited("paper", methods=("GET",))
def extract_pdf(request, pk):
    """What everybody may read of the minutes, as an accessible PDF; else what can be printed."""
    context = _extract_of(pk)
    if not can_make_pdfs():
        return redirect("extract_print", pk=pk)
    html = render_to_string("decisions/extract_pdf.html", context, request)
    name = f"extract-{context['extract']['number']}"
    return _pdf(html, name, reverse("extract_print", args=[pk]))


def _pdf(html, name, printed_at):
    try:
        body = pdf_of(html)
    except NoPDF as error:
        way_out = [(_("Print from here"), printed_at)]
        said = _("This server cannot make PDFs yet. The print view says the same.")
        raise NotNow(said, way_out) from error
    answer = HttpResponse(body, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
