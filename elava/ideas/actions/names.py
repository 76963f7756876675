"""Whoever is under 18 stands nowhere with a name that everybody reads."""

from django.db.models import Q

from elava.foundation.actions import action, record
from elava.ideas.models import Comment, Idea, Intake

WITHOUT_NAME = Idea.Visibility.WITHOUT_NAME


def visible_for(somebody, visibility):
    """How an idea may be shown that somebody gives: without a name if they are under 18."""
    is_minor = somebody is not None and somebody.is_minor
    return WITHOUT_NAME if is_minor and visibility == Idea.Visibility.FIRST_NAME else visibility


def visible_as_given(idea, visibility):
    """The same for an idea of before: the slip that changes it does not say whose it is."""
    intake = idea.intake
    giver = intake.recorded_by if intake.spoken_by == Intake.Speaker.SELF else None
    return visible_for(giver, visible_for(idea.receipt.claimed_by, visibility))


@action
def take_names_off(person, *, by):
    """The first names go from the ideas and comments of somebody under 18; the words stay.

    Theirs is what they gave while signed in, and what they took as their own by its slip. The
    journal tells it as any change of an idea or a comment: nobody's age stands there.
    """
    gave = Q(intake__recorded_by=person, intake__spoken_by=Intake.Speaker.SELF)
    named = Idea.objects.filter(gave | Q(receipt__claimed_by=person)).exclude(first_name="")
    for idea in named.select_for_update(of=("self",)).order_by("pk"):
        idea.first_name, idea.visibility, idea.version = "", WITHOUT_NAME, idea.version + 1
        idea.save(update_fields=["first_name", "visibility", "version"])
        record("idea.edited", idea, by=by, version=idea.version)
    written = Comment.objects.filter(person=person).exclude(called="")
    for comment in written.select_related("idea").order_by("pk"):
        comment.called = ""
        comment.save(update_fields=["called"])
        record("comment.changed", comment, by=by, thread=comment.idea.thread)
