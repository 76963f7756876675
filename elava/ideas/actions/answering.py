"""From the desk to a meeting, and to an answer in plain words."""

from datetime import timedelta

from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import is_the_house, require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ideas.models import Answer, Idea
from elava.ideas.queries import claim_on
from elava.ideas.rules import may_answer, may_shortlist
from elava.journal.queries import the_story_of

UNDO_MINUTES = 30
LOOK_AGAIN_DAYS = {
    Answer.Outcome.TRY: 60,
    Answer.Outcome.TRY_IF: 60,
    Answer.Outcome.JOIN: 60,
    Answer.Outcome.ELSEWHERE: 30,
    Answer.Outcome.NOT_NOW: 180,
}


@action
def shortlist_idea(idea, *, by, reason=""):
    """The support group takes an open idea to its next meeting."""
    idea = Idea.objects.locked(idea)
    require(may_shortlist, by, idea)
    if idea.stage != Idea.Stage.OPEN:
        raise NotNow(_("This idea has already been taken up."))
    idea.stage = Idea.Stage.SHORTLISTED
    idea.save(update_fields=["stage"])
    record("idea.shortlisted", idea, by=by, words=reason)
    return idea


@action
def return_idea(idea, *, by, reason):
    """An idea on its way to a meeting comes back to the desk; what an agenda holds stays there."""
    idea = Idea.objects.locked(idea)
    require(may_shortlist, by, idea)
    if idea.stage != Idea.Stage.SHORTLISTED:
        raise NotNow(_("This idea is not on its way to a meeting."))
    if claim := claim_on(idea):
        raise NotNow(*claim)
    idea.stage = Idea.Stage.OPEN
    idea.save(update_fields=["stage"])
    record("idea.returned", idea, by=by, words=reason)
    return idea


@action
def answer_ideas(ideas, *, by, outcome, reason, body=None, undo_minutes=UNDO_MINUTES, **follow_up):
    """One answer in plain words for one or more ideas; `reason` maps language codes to texts.

    What a meeting decides on is answered by the house alone, when the meeting is carried out.
    `follow_up` holds condition (texts), receiver, joins (an idea), look_again_on (a day), source
    and sourced_on (where and when an answer was given elsewhere; it is at rest from the start).
    """
    ideas = [Idea.objects.locked(idea) for idea in sorted(ideas, key=lambda idea: idea.pk)]
    for idea in ideas:
        require(may_answer, by, idea)
        if idea.stage not in (Idea.Stage.OPEN, Idea.Stage.SHORTLISTED):
            raise NotNow(_("“%(title)s” cannot be answered now.") % {"title": idea.title})
        if not is_the_house(by) and (claim := claim_on(idea)):
            raise NotNow(*claim)
    now = clock.now()
    day = follow_up.pop("look_again_on", None)
    if day is None and not follow_up.get("source"):
        day = clock.today() + timedelta(days=LOOK_AGAIN_DAYS[outcome])
    answer = Answer.objects.create(
        outcome=outcome, reason=reason, body=body, at=now,
        final_at=now + timedelta(minutes=undo_minutes), look_again_on=day,
        rested_on=None if day else clock.today(), **follow_up,
    )  # fmt: skip
    verb = "idea.answer_brought" if answer.source else "idea.answered"
    for idea in ideas:
        came_from, idea.stage, idea.answer = idea.stage, Idea.Stage.ANSWERED, answer
        idea.save(update_fields=["stage", "answer"])
        record(
            verb, idea, by=by, outcome=outcome, answer=str(answer.pk),
            came_from=came_from, words=str(answer.reason),
        )  # fmt: skip
    return answer


def answer_idea(idea, *, by, outcome, reason, **follow_up):
    """Answer one idea; returns it as it stands then."""
    answer_ideas([idea], by=by, outcome=outcome, reason=reason, **follow_up)
    return Idea.objects.select_related("answer").get(pk=idea.pk)


@action
def take_back_answer(answer, *, by):
    """An answer is taken back before its letters leave; its ideas wait where they waited."""
    answer = Answer.objects.locked(answer)
    ideas = list(Idea.objects.filter(answer=answer).order_by("pk").select_for_update(of=("self",)))
    if not ideas:
        raise NotNow(_("This answer has already been taken back."))
    if not answer.can_be_taken_back:
        raise NotNow(_("The answer has been sent. Answer anew when you look at it again."))
    for idea in ideas:
        require(may_answer, by, idea)
        idea.stage, idea.answer = _stage_before(answer, idea), None
        idea.save(update_fields=["stage", "answer"])
        record("idea.answer_taken_back", idea, by=by)
    return _rest(answer)


def _stage_before(answer, idea):
    verbs = ("idea.answered", "idea.answer_brought")
    told = the_story_of(idea).filter(verb__in=verbs, fields__answer=str(answer.pk))
    return told.get().fields["came_from"]


def _rest(answer):
    answer.look_again_on, answer.rested_on = None, clock.today()
    answer.save(update_fields=["look_again_on", "rested_on"])
    return answer


@action
def look_again(idea, *, by, next_on=None, reopen=False, words=""):
    """The day to look again has come: open it anew, set a new day, or let the answer rest."""
    idea = Idea.objects.locked(idea)
    require(may_answer, by, idea)
    if idea.stage != Idea.Stage.ANSWERED:
        raise NotNow(_("This idea has no answer to look at."))
    answer = Answer.objects.locked(idea.answer)
    if reopen:
        idea.stage, idea.answer, idea.answer_by = Idea.Stage.OPEN, None, next_on or _in_weeks()
        idea.save(update_fields=["stage", "answer", "answer_by"])
        if not Idea.objects.filter(answer=answer).exists():
            _rest(answer)
    else:
        answer.look_again_on = next_on
        answer.rested_on = None if next_on else clock.today()
        answer.save(update_fields=["look_again_on", "rested_on"])
    record("idea.looked_at_again", idea, by=by, words=words, is_reopened=reopen)
    return idea


def _in_weeks():
    return clock.today() + timedelta(days=28)
