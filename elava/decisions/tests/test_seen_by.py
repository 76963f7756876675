"""Whoever may not see an idea sees no row that names it."""

import pytest

from elava.decisions.actions import add_free_item, add_idea, reopen_meeting
from elava.decisions.models import Decision, HandOver
from elava.foundation import clock
from elava.ideas.models import Idea
from elava.people.models import NOBODY, Person
from tests.given.decisions import a_deciding_body, a_secretary, an_open_meeting
from tests.given.ideas import an_idea
from tests.given.network import a_group, a_member, an_organisation
from tests.given.people import a_coordinator, a_person

from .test_handovers import a_hand_over

OUTCOME = Decision.Outcome
NOBODY_READS = Idea.Visibility.NOBODY


def a_visitor():
    return NOBODY


def a_contact():
    return Person.objects.get(pk=a_member(an_organisation(), role="contact").person_id)


def in_a_group():
    return Person.objects.get(pk=a_member(a_group()).person_id)


def in_the_support_group():
    return Person.objects.get(pk=a_person(in_support_group=True).pk)


def in_the_steering_group():
    return a_secretary(a_deciding_body("steering"))


EVERYBODY = [a_visitor, a_contact, in_a_group, in_the_steering_group, in_the_support_group,
             a_coordinator]  # fmt: skip


@pytest.mark.parametrize("visibility", Idea.Visibility)
def test_decisions_and_hand_overs_are_seen_by_those_who_see_the_idea(visibility):
    sitting = an_open_meeting(ideas=0)
    idea = an_idea("Äitini juo", is_open=True, visibility=visibility)
    add_idea(sitting.meeting, by=sitting.secretary, idea=idea)
    sitting.decide(
        outcome=OUTCOME.ELSEWHERE,
        receiver={"receiver_name": "Puisto", "asks": "Korjatkaa", "due_on": clock.today()},
    )
    sitting.close_for_good()
    for become in EVERYBODY:
        person = become()
        sees_it = Idea.objects.seen_by(person).filter(pk=idea.pk).exists()
        assert Decision.objects.seen_by(person).exists() == sees_it, become.__name__
        assert HandOver.objects.seen_by(person).exists() == sees_it, become.__name__


def test_a_hand_over_between_meetings_follows_its_idea():
    handover = a_hand_over(idea=an_idea("Äitini juo", is_open=True, visibility=NOBODY_READS))
    for become in EVERYBODY:
        person = become()
        sees_it = Idea.objects.seen_by(person).filter(pk=handover.idea_id).exists()
        seen = HandOver.objects.seen_by(person).filter(pk=handover.pk).exists()
        assert seen == sees_it, become.__name__


def test_what_is_confidential_stays_with_its_body_and_the_coordination():
    sitting = an_open_meeting(ideas=0)
    meeting, by = sitting.meeting, sitting.secretary
    add_free_item(meeting, by=by, title="Palkka", is_confidential=True)
    sitting.decide(outcome=OUTCOME.NOTED)
    sitting.close_for_good()
    assert not Decision.objects.seen_by(a_contact()).exists()
    assert not Decision.objects.seen_by(in_the_steering_group()).exists()
    for person in (sitting.secretary, a_coordinator()):
        assert Decision.objects.seen_by(person).exists()


def test_a_thread_does_not_name_the_private_idea_that_another_was_joined_with(seen_as):
    secret = an_idea("Salainen otsikko", visibility=NOBODY_READS, is_open=True)
    sitting = an_open_meeting()
    thread = sitting.item().parts.get().idea.thread
    sitting.decide(outcome=OUTCOME.JOIN, joined_to=secret)
    sitting.close_for_good()
    told = seen_as(NOBODY).get(thread.get_absolute_url()).content.decode()
    assert "päätti" in told
    assert "Salainen otsikko" not in told
    told = seen_as(sitting.secretary).get(thread.get_absolute_url()).content.decode()
    assert "Salainen otsikko" in told


def test_the_thread_of_a_reopened_meeting_can_be_read(seen_as):
    sitting = an_open_meeting()
    thread = sitting.item().parts.get().idea.thread
    receiver = {"receiver_name": "P", "asks": "a", "due_on": clock.today()}
    sitting.decide(outcome=OUTCOME.ELSEWHERE, receiver=receiver)
    sitting.close()
    reopen_meeting(sitting.meeting, by=sitting.secretary)
    answer = seen_as(sitting.secretary).get(thread.get_absolute_url())
    assert answer.status_code == 200
