"""Written down for somebody else: at a counter, on the phone, from a paper card."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.foundation.access import require
from elava.foundation.once import once
from elava.ideas import actions, queries
from elava.ideas.forms import EntryForm
from elava.ideas.forms.giving import consent_version
from elava.ideas.models import Idea
from elava.ideas.rules import may_record_for_others


@once
def entry(request):
    """A form in the order in which people speak."""
    require(may_record_for_others, request.person)
    codes = [row["code"] for row in request.programme.languages]
    form = EntryForm(request.POST or None, languages=codes, initial={"language": request.language})
    if form.is_valid():
        given = actions.give_idea(
            by=request.person, consent_version=consent_version(), **form.cleaned_data
        )
        request.session["entered"] = str(given.pk)
        return redirect("entry_number")
    entries = queries.recent_entries_of(request.person)[:10]
    return render(request, "ideas/entry.html", {"form": form, "entries": entries})


@never_cache
@require_GET
def entry_number(request):
    """The number of what was just written down, to be read aloud in pairs."""
    require(may_record_for_others, request.person)
    idea = get_object_or_404(
        Idea.objects.select_related("receipt"), pk=request.session.get("entered")
    )
    number = idea.receipt.number
    context = {
        "idea": idea,
        "pairs": [number[at : at + 2] for at in range(0, len(number), 2)],
        "link": reverse("open_slip", args=[idea.receipt.secret]),
    }
    return render(request, "ideas/read_back.html", context)
