"""How a challenge is raised out of notes and carried on, step by step."""

from datetime import timedelta

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from elava.challenges import actions, queries
from elava.challenges.forms import PromiseForm, RaiseForm, ReasonForm, ReviewForm, RewordForm
from elava.challenges.rules import may_carry, may_confirm, may_raise
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.once import once
from elava.ui.dates import day

STEPS = {"open": actions.open_challenge, "take_up": actions.take_up_challenge}
SHORT = 70


@once
def new_challenge(request):
    """Notes become a challenge: a filled form, a look at it, saved."""
    ids = (request.POST or request.GET).getlist("note")
    notes = queries.notes_with(ids, request.person)
    for source in {note.workshop for note in notes} or [None]:
        require(may_raise, request.person, source)
    form = RaiseForm(request.POST or None, initial=_first_words(request, notes))
    if form.is_valid() and "save" in request.POST:
        made = actions.raise_challenge(notes, by=request.person, **form.facts)
        return redirect(made)
    is_checked = form.is_valid() and "change" not in request.POST
    context = {
        "form": form,
        "notes": notes,
        "rows": _rows(form) if is_checked else [],
        "sent": _sent(request) if is_checked else [],
        "back": notes[0].workshop.room_url if notes else reverse("challenges"),
    }
    page = "challenges/check.html" if is_checked else "challenges/new.html"
    return render(request, page, context)


def _first_words(request, notes):
    code = request.programme.first_language
    days = timedelta(days=request.programme.answer_days)
    name = request.GET.get("name") or next((str(n.note_group) for n in notes if n.note_group), "")
    first = name or (notes[0].words[:SHORT] if notes else "")
    return {
        f"title_{code}": first,
        f"words_{code}": "\n".join(note.words for note in notes),
        "group": notes[0].workshop.group if notes else None,
        "answer_by": clock.today() + days,
    }


def _rows(form):
    """What was written, for the check."""
    rows = []
    for bound in form:
        value = form.cleaned_data.get(bound.name)
        if bound.name in ("life_stages", "goals"):
            value = ", ".join(map(str, value))
        elif bound.name == "answer_by" and value:
            value = day(value)
        if value:
            rows.append({"label": bound.label, "value": str(value)})
    return rows


def _sent(request):
    """All that the form sent, to be sent once more."""
    skip = {"once_key", "csrfmiddlewaretoken", "change", "save"}
    return [(name, value) for name, values in request.POST.lists() if name not in skip
            for value in values]  # fmt: skip


@once
def reword(request, pk):
    """Other words for a challenge."""
    found = _carried(request, pk, may_carry)
    stages = [row.life_stage_id for row in found.met_at.all()]
    goals = [row.goal_id for row in found.citations.order_by("pk")]
    initial = {"version": found.version, "life_stages": stages, "goals": goals}
    for code, text in found.title.items():
        initial |= {f"title_{code}": text, f"words_{code}": found.words.get(code, "")}
    form = RewordForm(request.POST or None, initial=initial)
    if form.is_valid():
        version = form.cleaned_data["version"]
        actions.reword_challenge(found, by=request.person, version=version, **form.facts)
        return redirect(found)
    return render(request, "challenges/reword.html", {"challenge": found, "form": form})


@once
def confirm(request, pk):
    """The coordination takes the challenge on: a group and a day."""
    found = _carried(request, pk, may_confirm)
    proposed = found.answer_by or clock.today() + timedelta(days=request.programme.answer_days)
    form = PromiseForm(request.POST or None, initial={"group": found.group, "answer_by": proposed})
    if form.is_valid():
        actions.confirm_challenge(found, by=request.person, **form.cleaned_data)
        return redirect(found)
    return render(request, "challenges/confirm.html", {"challenge": found, "form": form})


@require_POST
@once
def step(request, pk, name):
    """The challenge is opened for ideas, or the group begins to answer."""
    found = _carried(request, pk, may_carry)
    STEPS[name](found, by=request.person)
    return redirect(found)


@once
def review(request, pk):
    """The group looks back."""
    found = _carried(request, pk, may_carry)
    form = ReviewForm(request.POST or None)
    if form.is_valid():
        words = {request.language: form.cleaned_data["review"]}
        actions.review_challenge(found, by=request.person, review=words)
        return redirect(found)
    return render(request, "challenges/review.html", {"challenge": found, "form": form})


@once
def archive(request, pk):
    """The challenge is put away, with the reason."""
    found = _carried(request, pk, may_confirm)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        actions.archive_challenge(found, by=request.person, **form.cleaned_data)
        return redirect(found)
    return render(request, "challenges/archive.html", {"challenge": found, "form": form})


def _carried(request, pk, rule):
    found = get_object_or_404(queries.challenges_seen_by(request.person), pk=pk)
    require(rule, request.person, found)
    return found
