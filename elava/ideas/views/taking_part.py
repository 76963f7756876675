"""I am in, I can help, I join, I say a word, I report: each on a page of its own."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from elava.foundation.limits import limited
from elava.foundation.once import once
from elava.ideas import actions, queries
from elava.ideas.forms import CommentForm, InForm, OfferForm, ReportForm, TeamForm
from elava.ideas.models import Comment, Idea

from .asking import LEAVING, ONLY_COORDINATORS, READERS_OF_TEAM, ask
from .keys import keep_voter, new_voter, voter_of


def _idea(request, pk):
    return get_object_or_404(Idea.objects.seen_by(request.person), pk=pk)


def _ask(request, form, idea, title, button, lead="", readers=""):
    words = {"title": title, "button": button, "lead": lead, "quote": str(idea)}
    words["readers"] = readers
    return ask(request, form, back=idea.get_absolute_url(), **words)


@limited("give")
@once
def support(request, pk):
    """ "I am in": a token is made only now, at the act itself."""
    idea = _idea(request, pk)
    form = InForm(request.POST or None)
    if request.method == "POST":
        cookie, token = ("", voter_of(request)) if voter_of(request) else new_voter()
        actions.support_idea(idea, by=request.person, token=token)
        response = redirect("supported", pk=idea.pk)
        return keep_voter(request, cookie, response) if cookie else response
    lead = _("You want this to happen, or you come along. No name is asked for.")
    return _ask(request, form, idea, _("Are you in?"), _("I am in"), lead=lead)


@once
def supported(request, pk):
    """You are in: what you can do now, and how to take it back."""
    idea = _idea(request, pk)
    if request.method == "POST":
        actions.undo_support(idea, by=request.person, token=voter_of(request))
        return redirect(idea)
    supporters, is_in = queries.supporters_of(idea, voter_of(request))
    context = {"idea": idea, "is_in": is_in, "supporters": supporters}
    return render(request, "ideas/supported.html", context)


@limited("give")
@once
def offer(request, pk):
    """I can help with …"""
    idea = _idea(request, pk)
    form = OfferForm(request.POST or None)
    if form.is_valid():
        actions.offer_help(idea, by=request.person, **form.cleaned_data)
        return redirect("thanks", pk=idea.pk, what="offer")
    readers = _(
        "Only the coordinators read what you write here. Everybody sees how many offer help."
    )
    return _ask(request, form, idea, _("I can help"), _("Offer help"), readers=readers)


@limited("give")
@once
def team(request, pk):
    """I join the team around the idea."""
    idea = _idea(request, pk)
    if request.method == "GET" and _place(request, idea).exists():
        return redirect("leave_team", pk=idea.pk)
    form = TeamForm(request.POST or None)
    if form.is_valid():
        cookie, token = ("", voter_of(request)) if voter_of(request) else new_voter()
        actions.join_team(idea, by=request.person, token=token, **form.cleaned_data)
        response = redirect("thanks", pk=idea.pk, what="team")
        return keep_voter(request, cookie, response) if cookie else response
    lead = _("The team carries the idea on, together with its giver.")
    return _ask(request, form, idea, _("Join the team"), _("Join the team"), lead, READERS_OF_TEAM)


def _place(request, idea):
    return queries.place_in_team(idea, request.person, voter_of(request))


@limited("give")
@once
def leave_team(request, pk):
    """I leave the team; my name and number go with me."""
    idea = _idea(request, pk)
    if request.method == "POST":
        actions.leave_team(idea, by=request.person, token=voter_of(request))
        return redirect(idea)
    if not _place(request, idea).exists():
        return redirect("join_team", pk=idea.pk)
    return _ask(request, InForm(), idea, _("Leave the team"), _("Leave the team"), lead=LEAVING)


@limited("give")
@once
def comment(request, pk):
    """A word about the idea; a newcomer's first one waits to be read."""
    idea = _idea(request, pk)
    form = CommentForm(request.POST or None)
    if form.is_valid():
        cookie, token = ("", voter_of(request)) if voter_of(request) else new_voter()
        said = actions.write_comment(
            idea, by=request.person, token=token, language=request.language, **form.cleaned_data
        )
        what = "comment-held" if said.stage == Comment.Stage.HELD else "comment"
        response = redirect("thanks", pk=idea.pk, what=what)
        return keep_voter(request, cookie, response) if cookie else response
    lead = _("Is this your first comment? We read it before it shows.")
    readers = _("Everybody can read your comment, and your first name if you write it.")
    return _ask(request, form, idea, _("Write a comment"), _("Send the comment"), lead, readers)


@limited("report")
@once
def report(request, pk):
    """Something is wrong with this idea; nobody asks who says so."""
    idea = _idea(request, pk)
    return _report(request, idea, idea)


@limited("report")
@once
def report_comment(request, pk):
    """Something is wrong with this comment."""
    post = get_object_or_404(Comment.objects.seen_by(request.person).select_related("idea"), pk=pk)
    return _report(request, post, post.idea)


def _report(request, post, idea):
    form = ReportForm(request.POST or None)
    if form.is_valid():
        actions.report_post(post, by=request.person, **form.cleaned_data)
        return redirect("thanks", pk=idea.pk, what="report")
    lead = _("A coordinator looks at it. We do not ask who you are.")
    words = {"title": _("Tell us that something is wrong"), "button": _("Send")}
    words["readers"] = ONLY_COORDINATORS
    return ask(request, form, back=idea.get_absolute_url(), lead=lead, quote=str(post), **words)


@require_GET
def thanks(request, pk, what):
    """Thank you: what happens next, and where to go from here."""
    idea = _idea(request, pk)
    words = {
        "offer": _("We have your offer. A coordinator gets in touch if you left a contact."),
        "team": _(
            "You are in the team. A coordinator tells you when the team meets. "
            "You can leave on the same page."
        ),
        "comment": _("Your comment is there for everybody to read."),
        "comment-held": _("We read your comment first, within three working days. Then it shows."),
        "report": _(
            "We look at it within three working days. What we hide stands in the open log."
        ),
    }
    context = {"idea": idea, "words": words.get(what, words["report"])}
    return render(request, "ideas/thanks.html", context)
