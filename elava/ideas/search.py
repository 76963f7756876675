from django.utils.translation import gettext_lazy as _

from elava.foundation.kinds import kind_of
from elava.foundation.privacy import when_erased
from elava.search.findable import Found, findable
from elava.search.index import put, remove

from .models import Comment, Hiding, Idea


def ideas(ids, leaves_out=None):
    """Public ideas by their title and text, and by what was answered and said about them.

    `leaves_out` is a person whose comments no longer count.
    """
    found = Idea.objects.public().select_related("answer", "intake").order_by("pk")
    found = list(found if ids is None else found.filter(pk__in=ids))
    said = _said_about(found, leaves_out)
    for idea in found:
        answer = idea.answer.reason.in_all_languages() if idea.answer else ""
        words = "\n".join([idea.text, answer, *said.get(idea.pk, ())])
        url = idea.get_absolute_url()
        yield Found(idea.pk, idea.title, idea.text, idea.created_on, url, words, idea.lang)


def _said_about(ideas, leaves_out):
    said = {}
    comments = Comment.objects.public().filter(idea__in=[idea.pk for idea in ideas])
    if leaves_out:
        comments = comments.exclude(person=leaves_out)
    for idea_id, text in comments.order_by("pk").values_list("idea_id", "text"):
        said.setdefault(idea_id, []).append(text)
    return said


def ideas_spoken_of(entry):
    """The idea under which a comment was written, shown or hidden."""
    comments = Comment.objects.filter(pk=_comment_of(entry))
    return comments.values_list("idea_id", flat=True)


def _comment_of(entry):
    if entry.subject_kind == kind_of(Hiding):
        hidden = Hiding.objects.filter(pk=entry.subject_id, kind=kind_of(Comment))
        return hidden.values_list("object_id", flat=True).first()
    return entry.subject_id if entry.subject_kind == kind_of(Comment) else None


@when_erased
def forget_ideas_of(person):
    """The ideas that an erased person had taken as their own are found no more, at once.

    Nor is anybody else's idea found by what the person had said about it.
    """
    theirs = Idea.objects.filter(receipt__claimed_by=person)
    remove("idea", set(theirs.values_list("pk", flat=True)))
    others = Comment.objects.filter(person=person).exclude(idea__in=theirs)
    put("idea", ideas(set(others.values_list("idea_id", flat=True)), leaves_out=person))


findable("idea", _("Ideas"), ideas, ideas_spoken_of)
