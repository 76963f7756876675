from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from elava.challenges import actions, queries
from elava.challenges.forms import WorkshopForm
from elava.challenges.models import Workshop
from elava.challenges.rules import may_facilitate, may_hold_workshop
from elava.foundation.access import require
from elava.foundation.keyset import Keyset
from elava.foundation.once import once
from elava.foundation.public_pages import public_page
from elava.ui.dates import span
from elava.ui.stages import stage_tag

PAGE = 20
SHAPES = {"planned": "new", "open": "running", "closed": "ready"}


def dressed(workshop):
    """A workshop with what its row shows."""
    workshop.when_shown = span(workshop.starts_at, workshop.ends_at)
    workshop.stage_shown = stage_tag(SHAPES[workshop.stage], workshop.get_stage_display())
    return workshop


@public_page(query=("after",))
def workshops(request):
    """The workshops to come, and those that were."""
    coming = queries.workshops_seen_by(request.person).coming()[:PAGE]
    after = request.GET.get("after", "")
    over = queries.workshops_seen_by(request.person).past()
    past = Keyset(over, size=PAGE, after=after)
    context = {
        "coming": [] if after else [dressed(one) for one in coming],
        "past": [dressed(one) for one in past.rows],
        "next_page": f"?after={past.next}" if past.next else "",
        "is_further": bool(after),
        "may_hold": may_hold_workshop.test(request.person),
    }
    return render(request, "challenges/workshops.html", context)


@public_page
def workshop(request, pk):
    """One workshop: when and where, how many came, what was said and what came of it."""
    found = get_object_or_404(queries.workshops_seen_by(request.person), pk=pk)
    adults, children, people = queries.headcount_of(found)
    context = {
        "workshop": dressed(found),
        "adults": adults,
        "children": children,
        "people": people,
        "piles": queries.notes_for_the_public(found),
        "challenges": queries.challenges_from(found, request.person),
        "may_run": may_facilitate.test(request.person, found),
    }
    return render(request, "challenges/workshop.html", context)


@once
def new_workshop(request):
    """A workshop is announced."""
    require(may_hold_workshop, request.person)
    form = WorkshopForm(request.POST or None)
    if form.is_valid():
        made = actions.hold_workshop(by=request.person, **form.facts)
        return redirect(made.room_url)
    context = {"form": form, "back": reverse("workshops"), "workshop": None}
    return render(request, "challenges/workshop_form.html", context)


@once
def change_workshop(request, pk):
    """Another time, another place."""
    found = get_object_or_404(Workshop.objects.seen_by(request.person), pk=pk)
    require(may_facilitate, request.person, found)
    form = WorkshopForm(request.POST or None, initial=WorkshopForm.of(found))
    if form.is_valid():
        actions.change_workshop(found, by=request.person, **form.facts)
        return redirect(found.room_url)
    context = {"form": form, "back": found.room_url, "workshop": found}
    return render(request, "challenges/workshop_form.html", context)
