"""Whoever is under 18 stands nowhere with a name that everybody reads."""

from elava.foundation.actions import action, record
from elava.ideas.models import Comment, Idea

WITHOUT_NAME = Idea.Visibility.WITHOUT_NAME


def visible_for(somebody, visibility):
    """How an idea may be shown that somebody gives: without a name if they are under 18."""
    is_minor = somebody is not None and somebody.is_minor
    return WITHOUT_NAME if is_minor and visibility == Idea.Visibility.FIRST_NAME else visibility


@action
def take_names_off(person, *, by):
    """The first names go from the ideas and comments of somebody under 18; the words stay.

    The journal tells it as any change of an idea or a comment: nobody's age stands there.
    """
    named = Idea.objects.filter(receipt__claimed_by=person).exclude(first_name="")
    for idea in named.select_for_update().order_by("pk"):
        idea.first_name, idea.visibility, idea.version = "", WITHOUT_NAME, idea.version + 1
        idea.save(update_fields=["first_name", "visibility", "version"])
        record("idea.edited", idea, by=by, version=idea.version)
    written = Comment.objects.filter(person=person).exclude(called="")
    for comment in written.select_related("idea").order_by("pk"):
        comment.called = ""
        comment.save(update_fields=["called"])
        record("comment.changed", comment, by=by, thread=comment.idea.thread)
