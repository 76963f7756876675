from datetime import timedelta

import pytest

from elava.foundation import clock
from elava.foundation.errors import NotNow
from elava.ideas.actions import (
    answer_ideas,
    hide_post,
    look_again,
    return_idea,
    set_aside_idea,
    shortlist_idea,
    take_back_answer,
    withdraw_idea,
)
from elava.ideas.models import Answer, Idea
from elava.ideas.queries import (
    answered_in_time,
    ideas_to_look_at_again,
    ideas_waiting_for_a_decision,
    next_step,
)
from elava.ideas.search import ideas as findable_ideas
from tests.given.ideas import an_idea
from tests.given.people import a_body, a_coordinator

YES = {"fi": "Kokeillaan."}


def answered(*ideas, outcome=Answer.Outcome.TRY, **follow_up):
    ideas = ideas or (an_idea(is_open=True),)
    return answer_ideas(ideas, by=a_coordinator(), outcome=outcome, reason=YES, **follow_up)


def test_a_shortlisted_idea_waits_for_a_decision_and_can_come_back():
    idea, coordinator = an_idea(is_open=True), a_coordinator()
    shortlist_idea(idea, by=coordinator)
    assert list(ideas_waiting_for_a_decision(coordinator)) == [idea]
    assert return_idea(idea, by=coordinator, reason="Kesken").stage == Idea.Stage.OPEN


def test_one_answer_answers_many_ideas():
    answer = answered(an_idea(is_open=True), an_idea(is_open=True))
    assert answer.ideas.count() == 2


def test_an_answer_is_taken_back_until_its_letters_leave():
    idea, coordinator = an_idea(is_open=True), a_coordinator()
    shortlist_idea(idea, by=coordinator)
    answer = answered(idea, body=a_body("support"))
    take_back_answer(answer, by=coordinator)
    idea.refresh_from_db()
    assert (idea.stage, idea.answer) == (Idea.Stage.SHORTLISTED, None)
    final = answered(idea, undo_minutes=0)
    with pytest.raises(NotNow):
        take_back_answer(final, by=coordinator)


def test_the_day_to_look_again_brings_an_answer_back_to_the_desk():
    coordinator = a_coordinator()
    answered(look_again_on=clock.today() + timedelta(days=10))
    assert not ideas_to_look_at_again(coordinator).exists()
    with clock.travel(clock.now() + timedelta(days=11)):
        [idea] = ideas_to_look_at_again(coordinator)
        look_again(idea, by=coordinator, reopen=True)
    assert Idea.objects.get().stage == Idea.Stage.OPEN


def test_an_idea_that_is_opened_anew_has_no_answer_anywhere(client):
    idea, coordinator = an_idea(answered="Ei nyt tällä kertaa"), a_coordinator()
    other = an_idea(is_open=True)
    answer = idea.answer
    look_again(idea, by=coordinator, reopen=True)
    answer.refresh_from_db()
    assert answer.rested_on == clock.today()
    told = client.get(f"/api/v1/ideas/{idea.pk}/").json()
    assert (told["outcome"], told["reason"]) == (None, None)
    [found] = [row for row in findable_ideas([idea.pk]) if row.object_id == idea.pk]
    assert "tällä kertaa" not in found.words
    shared = answered(Idea.objects.get(pk=idea.pk), other)
    look_again(other, by=coordinator, reopen=True)
    shared.refresh_from_db()
    assert shared.rested_on is None


def test_an_answer_may_rest_for_good():
    answer = answered(outcome=Answer.Outcome.NOT_NOW)
    look_again(answer.ideas.get(), by=a_coordinator())
    answer.refresh_from_db()
    assert answer.rested_on == clock.today()


def test_the_share_answered_in_time_counts_those_that_are_late():
    answered()
    late = an_idea(is_open=True)
    with clock.travel(clock.now() + timedelta(days=50)):
        figures = answered_in_time()
        assert (figures.due, figures.kept, figures.share) == (2, 1, 50)
        answered(late)
        assert answered_in_time().kept == 1


def in_every_state():
    coordinator = a_coordinator()
    yield an_idea()
    yield an_idea(is_open=True)
    yield shortlist_idea(an_idea(is_open=True), by=coordinator)
    yield withdraw_idea(an_idea(is_open=True), by=coordinator)
    yield set_aside_idea(an_idea(), by=coordinator)
    hidden = an_idea(is_open=True)
    hide_post(hidden, by=coordinator, reason="other", message=YES)
    yield Idea.objects.get(pk=hidden.pk)
    for outcome in Answer.Outcome:
        answer = answered(outcome=outcome)
        yield answer.ideas.get()
        yield look_again(answer.ideas.get(), by=coordinator)


def test_every_idea_in_every_state_has_an_owner_a_next_step_and_a_date():
    seen = set()
    for idea in in_every_state():
        step = next_step(idea)
        assert step.owner in ("coordination", "support", "giver")
        assert step.what
        assert step.on
        seen.add(idea.stage)
    assert seen == set(Idea.Stage.values)
