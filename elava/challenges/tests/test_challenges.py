from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from elava.challenges.actions import (
    archive_challenge,
    confirm_challenge,
    open_challenge,
    raise_challenge,
    review_challenge,
    reword_challenge,
    take_up_challenge,
)
from elava.challenges.models import Challenge
from elava.foundation import clock
from elava.foundation.actions import permitted_to_write
from elava.foundation.errors import NotAllowed, NotNow
from elava.journal.models import ThreadPart
from tests.given.challenges import a_challenge, a_group, a_life_stage, a_note, a_workshop
from tests.given.journal import the_last_entry
from tests.given.people import a_coordinator, a_person

WORDS = {"title": {"fi": "Seura"}, "words": {"fi": "Moni on yksin."}}


def put_away(challenge, by):
    return archive_challenge(challenge, by=by, reason="Valmis.")


def in_days(days):
    return clock.today() + timedelta(days=days)


def test_a_challenge_grows_out_of_notes_and_is_born_with_a_thread():
    workshop = a_workshop()
    notes = [a_note(workshop=workshop), a_note("Tunnen kaksi naapuria.", workshop=workshop)]
    challenge = raise_challenge(notes, by=a_coordinator(), **WORDS)
    assert set(challenge.notes.all()) == set(notes)
    assert ThreadPart.objects.get(thread=challenge.thread).object_id == challenge.pk
    assert the_last_entry(challenge).fields == {"notes": 2}


def test_only_the_coordination_raises_a_challenge_without_notes():
    assert raise_challenge([], by=a_coordinator(), **WORDS)
    with pytest.raises(NotAllowed):
        raise_challenge([], by=a_person(in_support_group=True), **WORDS)


def test_nobody_outside_reads_a_challenge_before_it_is_confirmed():
    challenge = a_challenge()
    assert not Challenge.objects.public().exists()
    assert not challenge.thread.is_public
    confirm_challenge(challenge, by=a_coordinator(), group=a_group(), answer_by=in_days(30))
    challenge.thread.refresh_from_db()
    assert Challenge.objects.public().get() == challenge
    assert challenge.thread.is_public


def test_a_challenge_walks_from_confirmed_to_looked_back_on():
    desk, challenge = a_coordinator(), a_challenge(is_open=True)
    assert take_up_challenge(challenge, by=desk).takes_ideas
    reviewed = review_challenge(challenge, by=desk, review={"fi": "Kahvilat jäivät."})
    assert (reviewed.stage, reviewed.reviewed_on) == ("reviewed", clock.today())
    assert the_last_entry(challenge).words.body == "Kahvilat jäivät."
    put_away = archive_challenge(challenge, by=desk, reason="Valmis.")
    assert Challenge.objects.public().get() == put_away
    assert open_challenge(challenge, by=desk, answer_by=in_days(9)).stage == "open"


def test_a_challenge_put_away_before_it_was_confirmed_never_becomes_public():
    challenge = archive_challenge(a_challenge(), by=a_coordinator(), reason="Ei meidän asiamme.")
    assert not Challenge.objects.public().exists()
    with pytest.raises(NotNow):
        open_challenge(challenge, by=a_coordinator())


@pytest.mark.parametrize(
    "act",
    [
        lambda one, by: confirm_challenge(one, by=by, group=a_group(), answer_by=in_days(3)),
        lambda one, by: open_challenge(one, by=by),
        lambda one, by: archive_challenge(put_away(one, by), by=by, reason="b"),
        lambda one, by: take_up_challenge(take_up_challenge(one, by=by), by=by),
        lambda one, by: review_challenge(put_away(one, by), by=by, review={}),
    ],
)
def test_a_step_that_was_taken_is_not_taken_again(act):
    with pytest.raises(NotNow):
        act(a_challenge(is_open=True), a_coordinator())


def test_a_challenge_is_not_promised_for_a_day_gone_by():
    with pytest.raises(NotNow):
        confirm_challenge(a_challenge(), by=a_coordinator(), group=a_group(), answer_by=in_days(-1))


def test_only_the_coordination_confirms():
    with pytest.raises(NotAllowed):
        confirm_challenge(
            a_challenge(), by=a_person(in_support_group=True), group=a_group(),
            answer_by=in_days(3),
        )  # fmt: skip


def test_two_writers_do_not_lose_each_others_words():
    challenge, desk = a_challenge(), a_coordinator()
    reword_challenge(challenge, by=desk, version=1, life_stages=[], **WORDS)
    with pytest.raises(NotNow):
        reword_challenge(challenge, by=desk, version=1, life_stages=[], **WORDS)


@pytest.mark.parametrize("emptied", ["group", "answer_by", "confirmed_on"])
def test_a_confirmed_challenge_never_lacks_its_group_its_date_or_its_day(emptied):
    challenge = a_challenge(is_confirmed=True)
    setattr(challenge, emptied, None)
    with pytest.raises(IntegrityError), transaction.atomic(), permitted_to_write("test"):
        challenge.save()


def test_a_challenge_is_met_at_life_stages_that_other_words_may_change():
    young, old = a_life_stage("nuoret"), a_life_stage("ikaihmiset")
    desk = a_coordinator()
    challenge = raise_challenge([a_note()], by=desk, life_stages=[young], **WORDS)
    reword_challenge(challenge, by=desk, version=1, life_stages=[old], **WORDS)
    assert list(challenge.life_stages.all()) == [old]
    reword_challenge(challenge, by=desk, version=2, life_stages=[old, young], **WORDS)
    assert set(challenge.life_stages.all()) == {old, young}
