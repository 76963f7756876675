from dataclasses import dataclass, field

from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.desk import actions, queries
from elava.desk.forms import AbsenceForm
from elava.desk.models import Absence
from elava.desk.rules import may_be_away, may_end_absence, may_see_desk
from elava.foundation.access import require
from elava.foundation.once import once
from elava.ui.dates import day
from elava.ui.panels import panels_of


@dataclass
class Pile:
    """One of the three piles: its name, what hangs in it, how much that is."""

    title: str
    empty: str
    parts: list = field(default_factory=list)
    count: int = 0


@never_cache
@require_GET
def desk(request):
    """The coordinator's desk: to answer, to decide, waiting for others."""
    require(may_see_desk, request.person)
    dates = []
    piles = [
        _pile(request, "desk.to_answer", _("To answer"), _("Nothing waits for an answer."), dates),
        _pile(request, "desk.to_decide", _("To decide"), _("Nothing waits for a meeting."), dates),
        _pile(
            request, "desk.waiting", _("Waiting for others"), _("Nobody else is awaited."), dates
        ),
    ]
    context = {
        "piles": piles,
        "jumps": [
            {"label": pile.title, "url": f"#pile-{n}", "current": False, "count": pile.count}
            for n, pile in enumerate(piles, 1)
        ],
        "is_done": not piles[0].count,
        "next_day": day(min(dates)) if dates else "",
        "absences": _shown(queries.absences()),
    }
    return render(request, "desk/desk.html", context)


def _pile(request, slot, title, empty, dates):
    pile = Pile(title, empty)
    for panel in panels_of(slot):
        values = panel.reads(request, None)
        if values is None:
            continue
        pile.parts.append(render_to_string(panel.template, values, request))
        pile.count += values.get("weight", values.get("count", len(values.get("found", ()))))
        if values.get("next_on"):
            dates.append(values["next_on"])
    return pile


def _shown(absences):
    rows = list(absences)
    for row in rows:
        row.since_shown, row.until_shown = day(row.since), day(row.until)
        row.back_url, row.back_shown = reverse("back_at_desk", args=[row.pk]), _("Back already?")
    return rows


@once
def absence(request):
    """I am away: from which day to which day, and who looks after the desk."""
    require(may_be_away, request.person)
    among = queries.possible_deputies(request.person)
    form = AbsenceForm(request.POST or None, among=among)
    if form.is_valid():
        actions.start_absence(request.person, by=request.person, **form.cleaned_data)
        return redirect("desk")
    return render(request, "desk/absence.html", {"form": form})


@once
def back(request, pk):
    """The coordinator is back earlier."""
    require(may_end_absence, request.person)
    found = get_object_or_404(Absence.objects.seen_by(request.person).coming(), pk=pk)
    if request.method == "POST":
        actions.end_absence(found, by=request.person)
        return redirect("desk")
    return render(request, "desk/back.html", {"absence": found})
