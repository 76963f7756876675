"""What a body puts off never waits for a meeting that nobody holds."""

from datetime import timedelta

import pytest
from django.urls import reverse

from elava.decisions.actions import (
    add_idea,
    call_off_meeting,
    fill_agenda,
    give_back,
    postpone,
)
from elava.decisions.models import Item, ItemIdea
from elava.decisions.queries.agenda import given_back, put_off_without_a_meeting
from elava.foundation import clock
from elava.foundation.errors import NotAllowed, NotNow
from elava.ideas.actions import answer_idea, make_cluster, return_idea
from elava.ideas.models import Idea
from elava.ideas.queries import ideas_waiting_for_a_decision
from elava.notices.worker import Worker
from tests.given.accounts import signed_in
from tests.given.decisions import a_meeting, an_open_meeting
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator

WORDS = {"outcome": "not_now", "reason": {"fi": "Ei."}}


def put_off():
    """(the sitting, the idea): put off in a meeting that is over and carried out."""
    sitting = an_open_meeting()
    idea = sitting.item().parts.get().idea
    postpone(sitting.item(), by=sitting.secretary, because="Kysytään koululta")
    sitting.close_for_good()
    return sitting, Idea.objects.get(pk=idea.pk)


def test_what_was_put_off_waits_while_its_body_has_a_meeting_ahead():
    sitting, idea = put_off()
    a_meeting(sitting.meeting.body)
    Worker().drain()
    assert ItemIdea.objects.get().is_waiting
    with pytest.raises(NotNow):
        answer_idea(idea, by=a_coordinator(), **WORDS)


def test_without_a_meeting_ahead_it_goes_back_to_the_pile_to_decide(client):
    _sitting, idea = put_off()
    coordinator = a_coordinator()
    with pytest.raises(NotNow):
        answer_idea(idea, by=coordinator, **WORDS)
    Worker().drain()
    assert not ItemIdea.objects.get().is_waiting
    assert idea in ideas_waiting_for_a_decision(coordinator)
    page = signed_in(client, coordinator).get(reverse("desk")).content.decode()
    assert "Kysytään koululta" in page
    assert "Siirretty, eikä kokousta ole tiedossa" in page
    answered = answer_idea(idea, by=coordinator, **WORDS)
    assert answered.stage == Idea.Stage.ANSWERED
    assert not given_back().exists()


@pytest.mark.parametrize("end", ["called_off", "never_held"])
def test_a_planned_meeting_that_is_not_held_holds_nothing(end):
    sitting, _idea = put_off()
    other = a_meeting(sitting.meeting.body)
    assert not put_off_without_a_meeting().exists()
    if end == "called_off":
        call_off_meeting(other.meeting, by=other.secretary, reason="Myrsky")
    with clock.travel(clock.now() + timedelta(days=9 if end == "never_held" else 0)):
        assert put_off_without_a_meeting().count() == 1


def test_before_the_half_hour_is_over_nothing_is_given_back():
    sitting = an_open_meeting()
    postpone(sitting.item(), by=sitting.secretary, because="Kysytään")
    sitting.close()
    Worker().drain()
    assert ItemIdea.objects.get().is_waiting


def test_only_the_house_gives_back():
    sitting, _idea = put_off()
    with pytest.raises(NotAllowed):
        give_back(sitting.item(), by=sitting.secretary)


def test_the_same_body_takes_it_first_and_puts_it_off_no_second_time():
    sitting, idea = put_off()
    Worker().drain()
    again = a_meeting(sitting.meeting.body)
    fill_agenda(again.meeting, by=again.secretary)
    carried = again.item()
    assert (carried.carried_from, carried.next_time_count) == (sitting.item(), 1)
    assert carried.parts.get().idea == idea
    assert not given_back().exists()


def test_an_idea_put_on_the_agenda_by_hand_is_carried_over_all_the_same():
    sitting, idea = put_off()
    Worker().drain()
    again = a_meeting(sitting.meeting.body)
    item = add_idea(again.meeting, by=again.secretary, idea=idea)
    assert (item.carried_from, item.next_time_count) == (sitting.item(), 1)


def test_what_was_answered_meanwhile_comes_to_no_agenda():
    sitting, idea = put_off()
    Worker().drain()
    answer_idea(idea, by=a_coordinator(), **WORDS)
    again = a_meeting(sitting.meeting.body)
    assert fill_agenda(again.meeting, by=again.secretary) == []
    assert not Item.objects.filter(meeting=again.meeting).exists()


def test_an_idea_on_an_agenda_is_not_given_back_behind_the_meetings_back(client):
    sitting, coordinator = a_meeting(ideas=1), a_coordinator()
    idea = sitting.item().parts.get().idea
    with pytest.raises(NotNow) as refusal:
        return_idea(idea, by=coordinator, reason="Ei nyt")
    assert refusal.value.way_out[0][1] == sitting.meeting.get_absolute_url()
    idea.refresh_from_db()
    assert idea.stage == Idea.Stage.SHORTLISTED


def test_a_matter_of_two_ideas_is_carried_over_once():
    sitting = an_open_meeting(ideas=0)
    ideas = [an_idea(f"Penkki {n}", is_open=True) for n in (1, 2)]
    make_cluster(ideas, by=a_coordinator(), title="Penkit", why="Sama asia")
    fill_agenda(sitting.meeting, by=sitting.secretary)
    postpone(sitting.item(), by=sitting.secretary, because="Kysytään koululta")
    sitting.close_for_good()
    Worker().drain()
    again = a_meeting(sitting.meeting.body)
    [carried] = fill_agenda(again.meeting, by=again.secretary)
    assert carried.parts.count() == 2
