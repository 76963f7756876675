"""A letter belongs to the answer that it tells."""

from datetime import timedelta

import pytest
from django.core import mail

from elava.foundation import clock
from elava.ideas.actions import answer_idea, shortlist_idea, take_back_answer
from elava.ideas.models import Answer, Idea
from elava.network.actions import start_membership
from elava.notices.worker import Worker
from elava.people.actions import add_contact_way
from elava.people.models import OPERATOR, KeyHolder, Person
from tests.given.ideas import an_idea
from tests.given.people import a_body, a_coordinator, a_person


def answered(idea, words, *, by, **facts):
    idea = Idea.objects.get(pk=idea.pk)
    reason = {"fi": words}
    return answer_idea(idea, by=by, outcome=Answer.Outcome.NOT_NOW, reason=reason, **facts)


def letters_that_say(words):
    Worker().drain()
    return [letter for letter in mail.outbox if words in letter.body]


def test_each_answer_has_its_own_half_hour_and_one_letter():
    start, coordinator = clock.now(), a_coordinator()
    idea = an_idea(is_open=True)
    key = KeyHolder(idea.receipt)
    add_contact_way(idea.receipt, by=key, kind="email", to="aino@example.org", is_verified=True)
    with clock.travel(start):
        first = answered(idea, "Ensimmäinen", by=coordinator)
        assert not letters_that_say("Ensimmäinen")
    with clock.travel(start + timedelta(minutes=29)):
        take_back_answer(first.answer, by=coordinator)
        second = answered(idea, "Toinen", by=coordinator)
    with clock.travel(start + timedelta(minutes=31)):
        assert not letters_that_say("Toinen")
        assert second.answer.can_be_taken_back
    with clock.travel(start + timedelta(minutes=60)):
        assert len(letters_that_say("Toinen")) == 1
        assert not letters_that_say("Ensimmäinen")


def the_chair():
    chair = a_person("Puheenjohtaja")
    body = a_body("support")
    start_membership(chair, by=OPERATOR, source="test", body=body, role="chair")
    return Person.objects.get(pk=chair.pk)


@pytest.mark.parametrize("goes_to_a_meeting", [True, False])
@pytest.mark.parametrize("body", ["support", "coordination"])
def test_an_idea_whose_answer_is_taken_back_waits_where_it_waited(goes_to_a_meeting, body):
    by = the_chair() if body == "support" else a_coordinator()
    idea = an_idea(is_open=True)
    if goes_to_a_meeting:
        idea = shortlist_idea(idea, by=a_coordinator())
    waited = idea.stage
    idea = answered(idea, "Ei nyt", by=by, body=a_body(body))
    take_back_answer(idea.answer, by=by)
    assert Idea.objects.get(pk=idea.pk).stage == waited
