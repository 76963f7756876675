"""What the facilitator does while the room works, and with the paper afterwards."""

from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from elava.challenges import actions, queries
from elava.challenges.forms import ChosenNotesForm, PaperForm, PressForm, ReasonForm
from elava.challenges.models import Note, Workshop
from elava.challenges.rules import may_facilitate
from elava.foundation.access import require
from elava.foundation.digits import in_threes
from elava.foundation.once import once

from .workshops import dressed


def run_by(request, pk):
    """The workshop, if the person may run it."""
    found = get_object_or_404(queries.workshops_seen_by(request.person), pk=pk)
    require(may_facilitate, request.person, found)
    return found


def _room(request, found, form=None, presses=None):
    adults, children, people = queries.headcount_of(found)
    context = {
        "workshop": dressed(found),
        "code": in_threes(found.room_code),
        "adults": adults,
        "children": children,
        "people": people,
        "piles": queries.notes_for_the_room(found),
        "hidden": queries.hidden_notes(found),
        "form": form or ChosenNotesForm(workshop=found),
        "presses": presses or PressForm(),
        "challenges": queries.challenges_from(found, request.person),
    }
    return render(request, "challenges/room.html", context)


@never_cache
@require_GET
def room(request, pk):
    """The facilitator's page: the code, the headcount, the notes and what they become."""
    return _room(request, run_by(request, pk))


@require_POST
@once
def open_wall(request, pk):
    """The wall opens."""
    actions.open_wall(run_by(request, pk), by=request.person)
    return redirect("workshop_room", pk)


@require_POST
@once
def close_wall(request, pk):
    """The workshop is over."""
    actions.close_workshop(run_by(request, pk), by=request.person)
    return redirect("workshop_room", pk)


@require_POST
@once
def count(request, pk):
    """One more came, or several, or one fewer."""
    found = run_by(request, pk)
    form = PressForm(request.POST)
    if not form.is_valid():
        return _room(request, found, presses=form)
    key = request.POST["once_key"]
    actions.count_heads(found, by=request.person, key=key, **form.facts)
    return redirect(reverse("workshop_room", args=[pk]) + "#headcount")


@once
def paper(request, pk):
    """Notes from paper are typed in for the room."""
    found = run_by(request, pk)
    form = PaperForm(request.POST or None)
    if form.is_valid():
        lines, name = form.cleaned_data["lines"], form.cleaned_data["name"]
        notes = actions.type_in_notes(
            found, lines, by=request.person, language=request.language, name=name
        )
        further = reverse("type_in_notes", args=[pk])
        return redirect(f"{further}?saved={len(notes)}")
    context = {"workshop": found, "form": form, "saved": _number(request.GET.get("saved"))}
    return render(request, "challenges/paper.html", context)


def _number(text):
    return int(text) if text and text.isdecimal() and len(text) < 5 else 0


@require_POST
@once
def choose(request, pk):
    """The chosen notes get a name, or become a challenge."""
    found = run_by(request, pk)
    form = ChosenNotesForm(request.POST, workshop=found)
    if not form.is_valid():
        return _room(request, found, form=form)
    notes, name = form.cleaned_data["note"], form.cleaned_data["name"]
    if "challenge" in request.POST:
        chosen = [("note", note.pk) for note in notes] + [("name", name)]
        return redirect(f"{reverse('new_challenge')}?{urlencode(chosen)}")
    actions.group_notes(found, notes, by=request.person, name=name)
    return redirect(reverse("workshop_room", args=[pk]) + "#notes")


@once
def hide_note(request, pk):
    """A note is taken off the wall, with a reason; or it comes back."""
    note = get_object_or_404(Note.objects.seen_by(request.person).select_related("workshop"), pk=pk)
    require(may_facilitate, request.person, note.workshop)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and note.is_hidden:
        actions.show_note(note, by=request.person)
        return redirect(note.workshop.room_url)
    if form.is_valid():
        actions.hide_note(note, by=request.person, **form.cleaned_data)
        return redirect(note.workshop.room_url)
    return render(request, "challenges/hide_note.html", {"note": note, "form": form})


@require_GET
@never_cache
def wall_sheet(request, pk):
    """The wall on paper: one A3 sheet with a place for headings and notes."""
    found = get_object_or_404(Workshop.objects.seen_by(request.person), pk=pk)
    return render(request, "challenges/wall_sheet.html", {"workshop": dressed(found)})
