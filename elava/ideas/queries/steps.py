"""No dead end: every idea in every state has an owner, a next step and a date."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from elava.ideas.models import Answer, Idea

READ_WITHIN_DAYS = 3
WORDS_GO_AFTER_DAYS = 30
DESK, GROUP, GIVER = "coordination", "support", "giver"


@dataclass(frozen=True)
class NextStep:
    """Who does what by when; `owner` is the kind of body, or "giver"."""

    owner: str
    what: str
    on: date


def next_step(idea):
    """The next step of an idea in whatever state."""
    if idea.closed_on:
        gone = idea.closed_on + timedelta(days=WORDS_GO_AFTER_DAYS)
        return NextStep(DESK, _("Remove what is left of the words"), gone)
    if idea.is_hidden:
        return NextStep(DESK, _("Look again at the hiding"), idea.answer_by)
    if idea.stage == Idea.Stage.HELD:
        read = idea.created_on + timedelta(days=READ_WITHIN_DAYS)
        return NextStep(DESK, _("Read it and let it be shown"), read)
    if idea.stage == Idea.Stage.OPEN:
        return NextStep(DESK, _("Answer it, or take it to a meeting"), idea.answer_by)
    if idea.stage == Idea.Stage.SHORTLISTED:
        return NextStep(GROUP, _("Decide in a meeting"), idea.answer_by)
    return _after(idea.answer)


def _after(answer):
    words = {
        Answer.Outcome.TRY: _("See how the experiment has begun"),
        Answer.Outcome.TRY_IF: _("See whether the condition is met"),
        Answer.Outcome.JOIN: _("See how the joined ideas get on"),
        Answer.Outcome.ELSEWHERE: _("Ask the receiver what became of it"),
        Answer.Outcome.NOT_NOW: _("See whether the reason still holds"),
    }
    if answer.look_again_on is None:
        settled = answer.rested_on or timezone.localdate(answer.at)
        return NextStep(GIVER, _("The answer stands. A new idea is always welcome"), settled)
    return NextStep(DESK, words[Answer.Outcome(answer.outcome)], answer.look_again_on)
