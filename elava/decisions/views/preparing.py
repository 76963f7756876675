import datetime as dt

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from elava.decisions import actions
from elava.decisions.forms import CallForm, ChangeForm, FreeItemForm, ReasonForm
from elava.decisions.models import Item, Meeting
from elava.decisions.queries.room import room_of, seats_of
from elava.decisions.queries.shown import agenda_of, mandate_of, room_in_words, table_of
from elava.decisions.rules import DECIDING, may_call_meetings, may_run
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.ids import read_id
from elava.foundation.once import once
from elava.ideas.models import Idea
from elava.network.models import Body, Membership
from elava.network.queries import members_on
from elava.people.models import Person
from elava.ui.dates import day, moment

CHANGEABLE = (Meeting.Stage.CALLED, Meeting.Stage.OPEN)


def run_by(request, pk, stages=None):
    """The meeting that this person keeps; a foreign one is refused, an unknown one is missing."""
    meeting = get_object_or_404(Meeting.objects.select_related("body__proposes_to"), pk=pk)
    require(may_run, request.person, meeting)
    meeting.when = moment(meeting.starts_at)
    meeting.is_changeable = meeting.stage in CHANGEABLE
    return meeting


def picked(rows, key):
    """The row whose id a button carries; anything else is missing."""
    return get_object_or_404(rows, pk=read_id(key))


@once
def call(request):
    """A new meeting; its agenda fills itself."""
    require(may_call_meetings, request.person, None)
    deciding = Body.objects.filter(kind__in=DECIDING).order_by("pk")
    bodies = [body for body in deciding if may_call_meetings.test(request.person, body)]
    form = CallForm(request.POST or None, bodies=bodies)
    if form.is_valid():
        said = form.cleaned_data
        body = next(one for one in bodies if str(one.pk) == said["body"])
        meeting = actions.call_meeting(
            body, by=request.person, place=said["place"], starts_at=_instant(said),
            fills=True, **_usual_keepers(body, said["on"]),
        )  # fmt: skip
        return redirect("agenda", meeting.pk)
    return render(request, "decisions/call.html", {"form": form})


def _instant(said):
    return timezone.make_aware(dt.datetime.combine(said["on"], said["at"]))


def _usual_keepers(body, on):
    roles = {}
    for seat in members_on(body, on).filter(role__in=("chair", "secretary")):
        roles.setdefault(seat.role, seat.person)
    return {"chair": roles.get("chair"), "secretary": roles.get("secretary")}


@once
def change(request, pk):
    """Another time or place; who chairs and who writes."""
    meeting = run_by(request, pk)
    people = list(
        Person.objects.filter(pk__in=meeting.body.memberships.values("person")).order_by(
            "called", "pk"
        )
    )
    local = timezone.localtime(meeting.starts_at)
    initial = {
        "on": local.date(), "at": local.time(), "place": meeting.place,
        "chair": str(meeting.chair_id or ""), "secretary": str(meeting.secretary_id or ""),
    }  # fmt: skip
    form = ChangeForm(request.POST or None, people=people, initial=initial)
    if form.is_valid():
        said, known = form.cleaned_data, {str(one.pk): one for one in people}
        actions.change_meeting(
            meeting, by=request.person, place=said["place"], starts_at=_instant(said),
            chair=known.get(said["chair"]), secretary=known.get(said["secretary"]),
        )  # fmt: skip
        return redirect(meeting)
    context = {"meeting": meeting, "form": form}
    return render(request, "decisions/change.html", context)


@once
def call_off(request, pk):
    """The meeting is not held."""
    meeting = run_by(request, pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        actions.call_off_meeting(meeting, by=request.person, **form.cleaned_data)
        return redirect("meetings")
    return render(request, "decisions/call_off.html", {"meeting": meeting, "form": form})


@once
def agenda(request, pk):
    """The agenda: it fills itself, its order can be changed, free matters can be added."""
    meeting = run_by(request, pk)
    form = FreeItemForm(request.POST or None)
    if form.is_valid():
        actions.add_free_item(meeting, by=request.person, **form.cleaned_data)
        return redirect("agenda", meeting.pk)
    context = {
        "meeting": meeting,
        "form": form,
        "items": agenda_of(meeting),
        "mandate": mandate_of(meeting.body),
    }
    return render(request, "decisions/agenda.html", context)


@require_POST
@once
def sort_agenda(request, pk):
    """An item earlier, later or away; or the rest of the agenda filled."""
    meeting = run_by(request, pk)
    if "fill" in request.POST:
        actions.fill_agenda(meeting, by=request.person)
        return redirect("agenda", meeting.pk)
    button = next((name for name in ("up", "down", "remove") if name in request.POST), "")
    item = picked(Item.objects.filter(meeting=meeting), request.POST.get(button, ""))
    if button == "remove":
        actions.remove_item(item, by=request.person)
    else:
        actions.move_item(item, by=request.person, up=button == "up")
    return redirect("agenda", meeting.pk)


@require_POST
@once
def add_to_agenda(request, pk):
    """An idea goes on the agenda, from its own page."""
    meeting = run_by(request, pk)
    idea = picked(Idea.objects.seen_by(request.person), request.POST.get("idea", ""))
    actions.add_idea(meeting, by=request.person, idea=idea)
    return redirect("agenda", meeting.pk)


@once
def attendance(request, pk):
    """Who is in the room and who on the line; another day than the called one is asked about."""
    meeting = run_by(request, pk)
    seats, said = seats_of(meeting), request.POST
    here, remote = (_ticked(seats, said.getlist(name)) for name in ("here", "remote"))
    if "everybody" in said:
        here |= {seat.pk for seat in seats if seat.role != Membership.Role.DEPUTY} - remote
    is_today = timezone.localdate(meeting.starts_at) == clock.today()
    opens = "open" in said and meeting.stage == Meeting.Stage.CALLED
    must_ask = opens and not is_today and "today" not in said
    if request.method == "POST" and not must_ask:
        actions.note_attendance(
            meeting, by=request.person, here=here, remote=remote, opens=opens,
            on_another_day=not is_today,
        )  # fmt: skip
        return redirect("attendance", pk) if "everybody" in said else _after_attendance(meeting)
    context = {
        "meeting": meeting,
        "rows": table_of(meeting, seats, (here, remote) if must_ask else None),
        "room": room_in_words(room_of(meeting, seats=seats)),
        "save": _("Save"),
        "called_for": "" if is_today else day(meeting.starts_at),
        "today": day(clock.today()),
        "must_ask": must_ask,
    }
    return render(request, "decisions/attendance.html", context)


def _ticked(seats, keys):
    return {seat.pk for seat in seats if str(seat.pk) in keys}


def _after_attendance(meeting):
    meeting = Meeting.objects.get(pk=meeting.pk)
    item = Item.objects.filter(meeting=meeting, taken_up_at__isnull=False)
    item = item.order_by("-taken_up_at", "-pk").first()
    return redirect(item or meeting if meeting.is_open else meeting)
