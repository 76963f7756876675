from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from elava.foundation.access import HOUSE
from elava.foundation.due import due
from elava.foundation.news import Letter, verb

from .actions import forget_words
from .actions.answering import UNDO_MINUTES
from .models import Hiding, Idea
from .queries import SlipLink, came_without_contact, closed_ideas_with_words, hidden_post


def _to_giver(name, idea, **more):
    return Letter(
        f"ideas/{name}", to=idea.receipt, about=idea, opens=SlipLink(idea.receipt), **more
    )


def _idea(entry):
    return Idea.objects.select_related("receipt", "answer", "intake").get(pk=entry.subject_id)


def tell_that_it_was_read(entry):
    """The giver hears that somebody has read the idea."""
    idea = _idea(entry)
    is_open = idea.stage in (Idea.Stage.OPEN, Idea.Stage.SHORTLISTED)
    if is_open and not came_without_contact(idea):
        yield _to_giver("opened", idea)


def tell_of_the_meeting(entry):
    """The giver hears that the idea goes to a meeting."""
    idea = _idea(entry)
    if idea.stage == Idea.Stage.SHORTLISTED:
        yield _to_giver("shortlisted", idea)


def tell_the_answer(entry):
    """The giver gets the answer, once it can no longer be taken back."""
    idea = _idea(entry)
    answer = idea.answer
    if answer and str(answer.pk) == entry.fields["answer"]:
        said = {"outcome": answer.get_outcome_display(), "reason": str(answer.reason)}
        yield _to_giver("answered", idea, fields=said, delay=answer.final_at - answer.at)


def tell_of_the_cluster(entry):
    """The giver hears that the idea stands with others, and can leave."""
    idea = _idea(entry)
    if idea.cluster_parts.filter(left_on=None).exists():
        yield _to_giver("clustered", idea, delay=timedelta(minutes=UNDO_MINUTES))


def tell_why_it_is_hidden(entry):
    """The author of a hidden idea hears why, and how to disagree."""
    hiding = Hiding.objects.get(pk=entry.subject_id)
    if hiding.kind == "idea" and hiding.lifted_at is None:
        said = {"reason": hiding.get_reason_display(), "message": str(hiding.message)}
        yield _to_giver("hidden", hidden_post(hiding), fields=said)


def tell_of_the_second_look(entry):
    """The author of a hidden idea hears what came of the second look."""
    hiding = Hiding.objects.get(pk=entry.subject_id)
    if hiding.kind == "idea":
        said = {"is_shown": hiding.lifted_at is not None, "message": hiding.appeal_answer}
        yield _to_giver("second_look", hidden_post(hiding), fields=said)


verb("comment.changed")
verb("idea.given", fields=("door",), says=_("The idea came in"))
verb("idea.relayed", fields=("door",), says=_("The idea came in"), is_anonymous=True)
verb("idea.opened", says=_("The idea was read and shown"), tells=[tell_that_it_was_read])
verb("idea.edited", fields=("version",), says=_("The giver changed the words"))
verb("idea.sorted", fields=("facts",))
verb("idea.withdrawn")
verb("idea.set_aside", is_anonymous=True)
verb("idea.taken_out")
verb("import.begun")
verb("import.read", fields=("rows",))
verb("import.shown", fields=("rows",))
verb("import.undone", fields=("rows",))
verb("idea.words_forgotten")
verb("idea.shortlisted", says=_("The idea was taken to a meeting"), tells=[tell_of_the_meeting])
verb("idea.returned", says=_("The meeting gave the idea back to the desk"))
verb(
    "idea.answered",
    fields=("outcome", "answer", "came_from"),
    says=_("The idea was answered"),
    tells=[tell_the_answer],
)
verb(
    "idea.answer_brought",
    fields=("outcome", "answer", "came_from"),
    says=_("The idea came with an answer that was given elsewhere"),
)
verb("idea.answer_taken_back")
verb("idea.looked_at_again", fields=("is_reopened",), says=_("The answer was looked at again"))

verb("idea.supported", is_anonymous=True)
verb("idea.support_undone", is_anonymous=True)
verb("idea.help_offered", is_anonymous=True, says=_("Somebody offered help"))
verb("idea.offer_thanked")
verb("idea.team_joined", is_anonymous=True, says=_("Somebody joined the team"))
verb("idea.team_left", is_anonymous=True)
verb("comment.written", fields=("is_held",))
verb("comment.shown")

verb("cluster.made")
verb("cluster.undone")
verb("cluster.left")
verb(
    "idea.clustered",
    tells=[tell_of_the_cluster],
    fields=("cluster",),
    says=_("The idea was joined with others that say the same"),
)
verb("idea.left_cluster", fields=("cluster",), says=_("The idea stands alone again"))

verb("post.hidden", fields=("kind", "reason"), tells=[tell_why_it_is_hidden])
verb("post.looked_at_again", fields=("is_shown",), tells=[tell_of_the_second_look])
verb("hiding.appealed", is_anonymous=True)
verb("post.reported", fields=("kind", "reason"), is_anonymous=True)
verb("post.reports_settled", fields=("reports",))


def forget_what_was_withdrawn():
    """The words of closed ideas leave the house some weeks later."""
    for idea in closed_ideas_with_words():
        forget_words(idea, by=HOUSE)


due("ideas.forget_words", forget_what_was_withdrawn)
