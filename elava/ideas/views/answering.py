"""The desk sorts, joins, takes to a meeting, answers and looks again."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from elava.foundation.access import require
from elava.foundation.errors import NotNow
from elava.foundation.once import once
from elava.ideas import actions, queries
from elava.ideas.forms import (
    AnswerForm,
    ClusterForm,
    InForm,
    LookAgainForm,
    ReasonForm,
    SortForm,
)  # fmt: skip
from elava.ideas.models import Answer, Cluster, Idea, Offer
from elava.ideas.rules import may_answer, may_cluster, may_screen, may_shortlist, may_sort

from .asking import ask


def _idea(request, pk):
    about = ("intake", "answer__body", "thread", "receipt", "area")
    return get_object_or_404(
        Idea.objects.seen_by(request.person).select_related(*about), pk=pk
    )  # fmt: skip


def _ask(request, form, idea, **words):
    words = {"quote": idea.text, "readers": ""} | words
    return ask(request, form, back=idea.get_absolute_url(), **words)


@once
def answer(request, pk):
    """The desk answers an idea, and those that stand with it: one outcome, one follow-up."""
    require(may_answer, request.person)
    idea = _idea(request, pk)
    if claim := queries.claim_on(idea):
        raise NotNow(*claim)
    cluster, others = queries.cluster_of(idea, request.person)
    outcome, words = _asked(request, "outcome", Answer.Outcome.values), _asked(request, "q")
    joins = outcome == Answer.Outcome.JOIN
    ideas = queries.ideas_to_join_with(idea, request.person, words) if joins else []
    form = outcome and AnswerForm(
        request.POST or None, outcome=outcome, languages=_languages(request),
        asked_in=idea.intake.language, ideas=ideas,
    )  # fmt: skip
    if form and form.is_valid():
        together = [other for other in others if other.stage in ("open", "shortlisted")]
        actions.answer_ideas(
            [idea, *together],
            by=request.person,
            outcome=Answer.Outcome(outcome),
            reason=form.reason,
            body=queries.body_of(request.person),
            **form.follow_up(request.language),
        )
        return redirect(reverse("answered", args=[idea.pk]))
    context = {"idea": idea, "form": form, "cluster": cluster, "others": others,
               "outcome": outcome, "joins": joins, "q": words}  # fmt: skip
    return render(request, "ideas/answer.html", context)


def _asked(request, name, known=None):
    """What the form or the address says, where it is known; else ""."""
    said = (request.POST.get(name) or request.GET.get(name) or "")[:100].strip()
    return said if known is None or said in known else ""


def _languages(request):
    return [row["code"] for row in request.programme.languages]


@once
def answered(request, pk):
    """The answer as it will leave, and for some minutes the way to take it back."""
    require(may_answer, request.person)
    idea = _idea(request, pk)
    if idea.answer is None:
        return redirect(idea)
    if request.method == "POST":
        actions.take_back_answer(idea.answer, by=request.person)
        return redirect(reverse("answer_idea", args=[idea.pk]))
    others = idea.answer.ideas.exclude(pk=idea.pk).order_by("created_on", "pk")
    context = {"idea": idea, "answer": idea.answer, "others": others}
    return render(request, "ideas/answered.html", context)


@once
def look_again(request, pk):
    """The day to look again has come."""
    require(may_answer, request.person)
    idea = _idea(request, pk)
    form = LookAgainForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        actions.look_again(
            idea, by=request.person, reopen=said["what"] == "reopen", words=said["words"],
            next_on=said["next_on"] if said["what"] == "later" else None,
        )  # fmt: skip
        return redirect("desk")
    words = {"title": _("Look at the answer again"), "button": _("Save")}
    return _ask(request, form, idea, lead=str(idea.answer or ""), **words)


@once
def shortlist(request, pk):
    """The idea goes to the next meeting."""
    require(may_shortlist, request.person)
    idea = _idea(request, pk)
    if request.method == "POST":
        actions.shortlist_idea(idea, by=request.person)
        return redirect("desk")
    words = {"title": _("Take the idea to a meeting"), "button": _("Take it to a meeting")}
    return _ask(request, InForm(), idea, **words)


@once
def give_back(request, pk):
    """The idea comes back from its way to a meeting."""
    require(may_shortlist, request.person)
    idea = _idea(request, pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        actions.return_idea(idea, by=request.person, **form.cleaned_data)
        return redirect("desk")
    words = {"title": _("Give the idea back to the desk"), "button": _("Give it back")}
    return _ask(request, form, idea, **words)


@once
def sort(request, pk):
    """Title, kind, area and life stages, in the desk's words."""
    require(may_sort, request.person)
    idea = _idea(request, pk)
    first = {
        "title": idea.title, "kind": idea.kind, "area": idea.area,
        "life_stages": [stage.pk for stage in idea.life_stages.all()],
        "challenges": [challenge.pk for challenge in idea.challenges.all()],
    }  # fmt: skip
    form = SortForm(request.POST or None, initial=first)
    if form.is_valid():
        actions.sort_idea(idea, by=request.person, **form.cleaned_data)
        return redirect(idea)
    return _ask(request, form, idea, title=_("What the idea is about"), button=_("Save"))


@once
def cluster(request, pk):
    """Put this idea together with others that say the same."""
    require(may_cluster, request.person)
    idea = _idea(request, pk)
    among = queries.ideas_to_cluster_with(idea, request.person)
    first = {"title": idea.title, "ideas": request.GET.getlist("with")}
    form = ClusterForm(request.POST or None, among=among, initial=first)
    if form.is_valid():
        ideas = [idea, *form.cleaned_data["ideas"]]
        said = {"title": form.cleaned_data["title"], "why": form.cleaned_data["why"]}
        actions.make_cluster(ideas, by=request.person, **said)
        return redirect(idea)
    words = {"title": _("Put ideas together"), "button": _("Put ideas together")}
    lead = _("Each idea keeps its own words. Every giver is told, and can leave.")
    return _ask(request, form, idea, lead=lead, **words)


@once
def undo_cluster(request, pk):
    """Every idea of a cluster stands alone again."""
    require(may_cluster, request.person)
    found = get_object_or_404(Cluster.objects.running(), pk=pk)
    form = ReasonForm(request.POST or None)
    ideas = [part.idea for part in found.parts.filter(left_on=None).select_related("idea")]
    if form.is_valid():
        actions.undo_cluster(found, by=request.person, why=form.cleaned_data["reason"])
        return redirect("desk")
    words = {"title": _("Take the ideas apart"), "button": _("Take them apart")}
    return _ask(request, form, ideas[0], lead=found.title, **words)


@once
def thank_offer(request, pk):
    """An offer of help: read it, get in touch, and take it off the pile."""
    require(may_screen, request.person)
    found = get_object_or_404(Offer.objects.seen_by(request.person).select_related("idea"), pk=pk)
    if request.method == "POST":
        actions.thank_for_offer(found, by=request.person)
        return redirect("desk")
    lead = " · ".join(said for said in (found.what, found.called, found.contact) if said)
    words = {"title": _("An offer of help"), "button": _("Thanked and passed on")}
    return _ask(request, InForm(), found.idea, lead=lead, **words)
