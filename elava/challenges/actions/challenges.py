from django.utils.translation import gettext as _

from elava.challenges.models import (
    Challenge,
    ChallengeGoal,
    ChallengeLifeStage,
    ChallengeNote,
)
from elava.challenges.rules import may_carry, may_confirm, may_raise
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.journal.actions import join_thread, name_thread, open_thread, show_thread

Stage = Challenge.Stage


@action
def raise_challenge(notes, *, by, title, words, life_stages=(), goals=(), group=None,
                    answer_by=None):  # fmt: skip
    """A challenge grows out of notes; without notes only the coordination raises one."""
    sources = {note.workshop_id: note.workshop for note in notes}
    for workshop in sources.values() or [None]:
        require(may_raise, by, workshop)
    challenge = Challenge(title=title, words=words, group=group, answer_by=answer_by)
    challenge.thread = open_thread(challenge.title, by=by)
    challenge.save()
    ChallengeNote.objects.bulk_create(
        ChallengeNote(challenge=challenge, note=note) for note in notes
    )
    _set_life_stages(challenge, life_stages)
    _set_goals(challenge, goals)
    join_thread(challenge.thread, challenge, by=by)
    record("challenge.raised", challenge, by=by, notes=len(notes))
    return challenge


@action
def reword_challenge(challenge, *, by, version, title, words, life_stages, goals=None):
    """The challenge gets other words; `version` is the one that the writer had before them.

    Without `goals` it cites the same as before.
    """
    challenge = _locked(challenge)
    require(may_carry, by, challenge)
    if challenge.version != version:
        raise NotNow(_("Somebody else has changed these words. Look at them, then write yours."))
    challenge.title, challenge.words = title, words
    challenge.version += 1
    challenge.save(update_fields=["title", "words", "version"])
    _set_life_stages(challenge, life_stages)
    if goals is not None:
        _set_goals(challenge, goals)
    name_thread(challenge.thread, title, by=by)
    record("challenge.reworded", challenge, by=by)
    return challenge


def _set_life_stages(challenge, life_stages):
    wanted = {stage.pk: stage for stage in life_stages}
    rows = ChallengeLifeStage.objects.filter(challenge=challenge)
    rows.exclude(life_stage__in=wanted).delete()
    there = set(rows.values_list("life_stage", flat=True))
    ChallengeLifeStage.objects.bulk_create(
        ChallengeLifeStage(challenge=challenge, life_stage=stage)
        for pk, stage in wanted.items()
        if pk not in there
    )


def _set_goals(challenge, goals):
    ChallengeGoal.objects.filter(challenge=challenge).delete()
    ChallengeGoal.objects.bulk_create(ChallengeGoal(challenge=challenge, goal=one) for one in goals)


@action
def confirm_challenge(challenge, *, by, group, answer_by):
    """The programme takes the challenge on: a group answers it by a day, and all may read it."""
    challenge = _locked(challenge)
    require(may_confirm, by, challenge)
    if challenge.confirmed_on is not None:
        raise NotNow(_("This challenge has already been confirmed."))
    _refuse_past(answer_by)
    challenge.group, challenge.answer_by = group, answer_by
    challenge.confirmed_on = clock.today()
    _move(challenge, Stage.CONFIRMED, "group", "answer_by", "confirmed_on")
    show_thread(challenge.thread, by=by)
    record("challenge.confirmed", challenge, by=by)
    return challenge


@action
def open_challenge(challenge, *, by, answer_by=None):
    """Residents are asked for ideas; a challenge put away opens again with a new day."""
    challenge = _locked(challenge)
    require(may_carry, by, challenge)
    if challenge.confirmed_on is None:
        raise NotNow(_("The challenge has not been confirmed yet."))
    if challenge.takes_ideas:
        raise NotNow(_("The challenge is open already."))
    challenge.answer_by = answer_by or challenge.answer_by
    _refuse_past(challenge.answer_by)
    _move(challenge, Stage.OPEN, "answer_by")
    record("challenge.opened", challenge, by=by)
    return challenge


@action
def take_up_challenge(challenge, *, by):
    """The group has begun to answer; ideas are still welcome."""
    challenge = _locked(challenge)
    require(may_carry, by, challenge)
    if challenge.stage != Stage.OPEN:
        raise NotNow(_("Open the challenge first."))
    _move(challenge, Stage.BEING_ANSWERED)
    record("challenge.taken_up", challenge, by=by)
    return challenge


@action
def review_challenge(challenge, *, by, review):
    """The group looks back: what changed, and what is still hard; `review` maps languages."""
    challenge = _locked(challenge)
    require(may_carry, by, challenge)
    if challenge.stage not in Challenge.AT_WORK:
        raise NotNow(_("Only a challenge at work can be looked back on."))
    challenge.review, challenge.reviewed_on = review, clock.today()
    _move(challenge, Stage.REVIEWED, "review", "reviewed_on")
    record("challenge.reviewed", challenge, by=by, words=str(challenge.review))
    return challenge


@action
def archive_challenge(challenge, *, by, reason):
    """The challenge is put away, with the reason; it can be opened again."""
    challenge = _locked(challenge)
    require(may_confirm, by, challenge)
    if challenge.stage == Stage.ARCHIVED:
        raise NotNow(_("This challenge has already been put away."))
    _move(challenge, Stage.ARCHIVED)
    record("challenge.archived", challenge, by=by, words=reason)
    return challenge


def _locked(challenge):
    return Challenge.objects.select_related("thread").locked(challenge)


def _move(challenge, stage, *changed):
    challenge.stage = stage
    challenge.save(update_fields=["stage", *changed])


def _refuse_past(day):
    if day < clock.today():
        raise NotNow(_("The day has passed. Choose a day to come."))
