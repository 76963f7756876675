"""What cannot be done any more, or not yet, is refused with a sentence and changes nothing."""

from datetime import timedelta

import pytest

from elava.decisions.actions import (
    answer_hand_over,
    attend,
    close_meeting,
    declare_interest,
    hand_over,
    move_item,
    postpone,
    take_back_hand_over,
)
from elava.decisions.models import HandOver, Item
from elava.foundation import clock
from elava.foundation.errors import NotNow
from elava.people.actions import change_own_words
from elava.people.models import Person
from tests.given.decisions import a_meeting, an_open_meeting
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person


@pytest.fixture
def asked():
    """A receiver who has been asked, and the coordinator who asked."""
    coordinator = a_coordinator()
    handover = hand_over(
        "Skeittiramppi", by=coordinator, asks="Korjatkaa ramppi.", why="Lapset putoavat.",
        receiver_name="Puistoyksikkö", due_on=clock.today() + timedelta(days=30),
        idea=an_idea(is_open=True),
    )  # fmt: skip
    return handover, coordinator


def test_whoever_has_taken_it_on_cannot_refuse_or_take_it_on_again(asked):
    handover, by = asked
    answer_hand_over(handover, by=by, said="taken")
    for said, words in (("refused", "Ei rahaa."), ("taken", "")):
        with pytest.raises(NotNow):
            answer_hand_over(handover, by=by, said=said, words=words)
    assert HandOver.objects.get().stage == "taken"


def test_a_refusal_without_a_reason_is_none(asked):
    handover, by = asked
    with pytest.raises(NotNow):
        answer_hand_over(handover, by=by, said="refused")
    assert HandOver.objects.get().refused_on is None


def test_what_was_answered_or_taken_back_is_not_answered_again(asked):
    handover, by = asked
    answer_hand_over(handover, by=by, said="done", words="Ramppi on ehjä.")
    assert HandOver.objects.get().taken_on, "what is done was taken on"
    with pytest.raises(NotNow):
        answer_hand_over(handover, by=by, said="refused", words="Ei rahaa.")
    with pytest.raises(NotNow):
        take_back_hand_over(handover, by=by, reason="Turha.")


def test_a_meeting_is_closed_once_and_then_nobody_comes_or_declares_an_interest():
    sitting = an_open_meeting()
    item, seat = Item.objects.get(), sitting.seats[0]
    postpone(item, by=sitting.secretary, because="Aika loppui.")
    with pytest.raises(NotNow):
        declare_interest(item, by=sitting.secretary, membership=seat, leaves=True)
    close_meeting(sitting.meeting, by=sitting.secretary)
    with pytest.raises(NotNow):
        close_meeting(sitting.meeting, by=sitting.secretary)
    with pytest.raises(NotNow):
        attend(sitting.meeting, by=sitting.secretary, membership=seat)


def test_an_interest_is_declared_while_the_meeting_is_open():
    sitting = a_meeting(ideas=1)
    with pytest.raises(NotNow):
        declare_interest(
            Item.objects.get(), by=sitting.secretary, membership=sitting.seats[0], leaves=True
        )


def test_the_first_item_stays_first_and_the_others_change_places():
    sitting = a_meeting(free=3)
    first, second, third = Item.objects.order_by("order")
    move_item(first, by=sitting.secretary, up=True)
    assert list(Item.objects.order_by("order")) == [first, second, third]
    move_item(first, by=sitting.secretary, up=False)
    assert list(Item.objects.order_by("order")) == [second, first, third]


def test_nobody_is_left_without_anything_to_be_called_by():
    person = a_person()
    with pytest.raises(NotNow):
        change_own_words(person, by=person, called=" ", language="fi", visibility="hidden")
    assert Person.objects.get(pk=person.pk).called == person.called
