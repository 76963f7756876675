"""The company that an idea finds: support, offers, a team, comments."""

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ideas.models import Comment, Companion, Idea, Offer, Support
from elava.ideas.queries import place_in_team
from elava.ideas.rules import is_giver, may_screen, may_take_part


def _locked(idea, by):
    idea = Idea.objects.locked(idea)
    require(may_take_part, by, idea)
    if idea.stage not in Idea.SHOWN_STAGES or idea.is_hidden:
        raise NotNow(_("This idea is not open for this now."))
    return idea


def _locked_of_ours(idea, by):
    idea = _locked(idea, by)
    if idea.is_answered_elsewhere:
        raise NotNow(
            _("This idea was answered elsewhere, and we do not carry it on. You can give it to us "
              "as an idea of your own."),
            [(_("Give your idea"), reverse("new_idea"))],
        )  # fmt: skip
    return idea


@action
def support_idea(idea, *, by, token):
    """ "I am in": once for each token; a second time changes nothing."""
    idea = _locked_of_ours(idea, by)
    support = _once(Support(idea=idea, token=token))
    if support is None:
        return Support.objects.get(idea=idea, token=token)
    record("idea.supported", idea, by=by)
    return support


@action
def undo_support(idea, *, by, token):
    """Not in after all."""
    idea = _locked(idea, by)
    removed, _kinds = Support.objects.filter(idea=idea, token=token).delete()
    if removed:
        record("idea.support_undone", idea, by=by)
    return bool(removed)


@action
def offer_help(idea, *, by, what, called="", contact=""):
    """ "I can help with …": the desk reads it, the public sees how many there are."""
    idea = _locked_of_ours(idea, by)
    person = by if by.pk else None
    offer = Offer.objects.create(
        idea=idea, what=what, called=called, contact=contact, person=person
    )
    record("idea.help_offered", idea, by=by)
    return offer


@action
def thank_for_offer(offer, *, by):
    """The desk has thanked for the help and passed it on."""
    offer = Offer.objects.locked(offer)
    require(may_screen, by, offer)
    offer.is_thanked = True
    offer.save(update_fields=["is_thanked"])
    record("idea.offer_thanked", offer.idea, by=by)
    return offer


@action
def join_team(idea, *, by, called, contact="", token=""):
    """Somebody joins the team around an idea; with the slip's key it is the giver."""
    idea = _locked_of_ours(idea, by)
    companion = _once(
        Companion(
            idea=idea,
            called=called,
            contact=contact,
            token=token,
            is_giver=is_giver.test(by, idea),
            person=by if by.pk else None,
        )
    )
    if companion is None:
        raise NotNow(_("You are already in this team."))
    record("idea.team_joined", idea, by=by)
    return companion


@action
def leave_team(idea, *, by, token=""):
    """Somebody leaves the team around an idea, whatever has become of the idea."""
    idea = Idea.objects.select_related("thread").locked(idea)
    require(may_take_part, by, idea)
    removed, _kinds = place_in_team(idea, by, token).delete()
    if removed:
        record("idea.team_left", idea, by=by)
    return bool(removed)


@action
def write_comment(idea, *, by, text, called="", language="", token=""):
    """A word about an idea; a newcomer's first one waits to be read at the desk."""
    idea = _locked(idea, by)
    is_known = bool(by.roles) or bool(
        token and Comment.objects.filter(token=token, stage="shown", is_hidden=False).exists()
    )
    comment = Comment.objects.create(
        idea=idea, text=text, called="" if by.is_minor else called, language=language, token=token,
        person=by if by.pk else None,
        stage=Comment.Stage.SHOWN if is_known else Comment.Stage.HELD,
    )  # fmt: skip
    record("comment.written", comment, by=by, thread=idea.thread, is_held=not is_known)
    return comment


@action
def show_comment(comment, *, by):
    """The desk has read a newcomer's comment; from now on it is shown."""
    comment = Comment.objects.locked(comment)
    require(may_screen, by, comment)
    if comment.stage != Comment.Stage.HELD:
        raise NotNow(_("This comment has already been read."))
    comment.stage = Comment.Stage.SHOWN
    comment.save(update_fields=["stage"])
    record("comment.shown", comment, by=by, thread=comment.idea.thread)
    return comment


def _once(row):
    """The saved row, or None where the database knows it already."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return None
    return row
