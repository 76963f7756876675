"""How an idea looks in a list and on its journey: words made once, before any row is printed."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from elava.foundation import clock
from elava.ideas.models import Answer, Idea
from elava.ui.dates import short_day
from elava.ui.prose import excerpt
from elava.ui.stages import stage_tag

SHAPES = {
    Idea.Stage.HELD: "new",
    Idea.Stage.OPEN: "read",
    Idea.Stage.SHORTLISTED: "now",
    Idea.Stage.WITHDRAWN: "gone",
    Idea.Stage.SET_ASIDE: "gone",
    Answer.Outcome.TRY: "running",
    Answer.Outcome.TRY_IF: "running",
    Answer.Outcome.JOIN: "joined",
    Answer.Outcome.ELSEWHERE: "elsewhere",
    Answer.Outcome.NOT_NOW: "notnow",
    Answer.Brought.ALONG: "elsewhere",
}
LONGEST_SOURCE = 40


def state_of(idea):
    """Where an idea stands: its outcome once we have answered it, else its stage."""
    if idea.is_answered_elsewhere:
        return Answer.Brought.ALONG
    if idea.stage == Idea.Stage.ANSWERED:
        return Answer.Outcome(idea.answer.outcome)
    return Idea.Stage(idea.stage)


def is_late(idea):
    """True when the answer is overdue."""
    return idea.is_waiting and idea.answer_by < clock.today()


def tag_of(idea):
    """The stage of an idea as word, shape and colour."""
    if is_late(idea):
        return stage_tag("late", _("The answer is late"))
    state = state_of(idea)
    word = str(state.label)
    if state == Answer.Brought.ALONG:
        word = f"{word} · {Truncator(idea.answer.source).chars(LONGEST_SOURCE)}"
    return stage_tag(SHAPES[state], word)


def tag_for_giver(idea, hiding):
    """The stage as the giver needs to know it: what is hidden is not being looked at."""
    return stage_tag("gone", _("We could not show your idea")) if hiding else tag_of(idea)


def promised_day(idea):
    """By which day the answer is promised, and how late it is."""
    day, late = short_day(idea.answer_by), (clock.today() - idea.answer_by).days
    if late <= 0:
        return _("Answer by %(day)s") % {"day": day}
    said = ngettext("Answer by %(day)s, %(n)d day late", "Answer by %(day)s, %(n)d days late", late)
    return said % {"day": day, "n": late}


def dressed(ideas):
    """The rows of a list, each with all that it shows; a few tags and days are made once."""
    tags, days, found = {}, {}, list(ideas)
    for idea in found:
        source = idea.answer.source if idea.is_answered_elsewhere else ""
        key = (state_of(idea), is_late(idea), source)
        if key not in tags:
            tags[key] = tag_of(idea)
        if idea.created_on not in days:
            days[idea.created_on] = short_day(idea.created_on)
        idea.tag = tags[key]
        idea.given_shown = days[idea.created_on]
        idea.words_shown = excerpt(idea.text)
        idea.area_shown = str(idea.area) if idea.area_id else ""
    return found


def journey_of(idea, entries):
    """The steps of an idea's way, with the days of those that lie behind it."""
    at = {entry.verb: entry.at for entry in entries}
    read, taken = at.get("idea.opened"), at.get("idea.shortlisted")
    is_answered = idea.stage == Idea.Stage.ANSWERED
    is_read = idea.stage != Idea.Stage.HELD
    steps = [
        _step(_("Heard"), "done", idea.created_on),
        _step(_("Read"), "done", read) if is_read else _step(_("We read it"), "now", None),
    ]
    if idea.stage == Idea.Stage.SHORTLISTED or (is_answered and taken):
        steps.append(_step(_("Discussed in a meeting"), "done" if is_answered else "now", taken))
    if idea.is_answered_elsewhere:
        steps.append(_step(_("Answered elsewhere"), "done", idea.answer.sourced_on))
    elif is_answered:
        steps.append(_step(_("Answered"), "done", idea.answer.at))
        steps.append(_after(idea.answer))
    else:
        is_next = idea.stage in (Idea.Stage.HELD, Idea.Stage.SHORTLISTED)
        steps.append(_step(_("Answer"), "next" if is_next else "now", idea.answer_by, by=True))
    return [step for step in steps if step]


def _step(word, state, day, *, by=False):
    shown = short_day(day) if day else ""
    return {"word": word, "state": state, "when": _("by %(day)s") % {"day": shown} if by else shown}


def _after(answer):
    if answer.look_again_on is None:
        return None
    return _step(_("We look at it again"), "next", answer.look_again_on)
