from datetime import timedelta

import pytest

from elava.decisions.actions import (
    attend,
    close_meeting,
    decide,
    declare_interest,
    fill_agenda,
    leave,
    open_meeting,
    postpone,
    reopen_meeting,
    take_up,
    undo_last,
)
from elava.decisions.actions.deciding import BeyondTheMandate, Count
from elava.decisions.models import Decision, HandOver, Interest, Vote
from elava.decisions.queries.agenda import item_on_the_table
from elava.decisions.queries.room import cents_left, room_of
from elava.foundation import clock
from elava.foundation.errors import NotAllowed, NotNow
from elava.ideas.actions import withdraw_idea
from elava.ideas.models import Idea
from elava.people.models import OPERATOR
from tests.given.decisions import a_deciding_body, a_meeting, an_open_meeting
from tests.given.ideas import an_idea
from tests.given.people import a_person

OUTCOME, METHOD = Decision.Outcome, Decision.Method
RECEIVER = {
    "receiver_name": "Puistoyksikkö", "asks": "Korjatkaa ramppi.",
    "due_on": clock.today() + timedelta(days=45),
}  # fmt: skip


def the_idea(sitting, at=0):
    return Idea.objects.get(pk=sitting.item(at).parts.get().idea_id)


def test_a_decision_stands_once_and_the_next_item_lies_on_the_table():
    sitting = an_open_meeting(ideas=2)
    assert item_on_the_table(sitting.meeting) == sitting.item(0)
    decision = sitting.decide()
    assert (decision.votes_present, decision.quorum_needed) == (3, 2)
    assert item_on_the_table(sitting.meeting) == sitting.item(1)
    with pytest.raises(NotNow):
        sitting.decide()


def test_nothing_reaches_the_giver_before_the_read_back_and_half_an_hour():
    sitting = an_open_meeting()
    sitting.decide()
    assert the_idea(sitting).stage == Idea.Stage.SHORTLISTED
    sitting.close_for_good()
    answered = the_idea(sitting)
    assert (answered.stage, str(answered.answer.reason)) == (Idea.Stage.ANSWERED, "Kokeillaan.")


def test_too_few_at_the_table_decide_nothing_but_may_put_it_off():
    sitting = an_open_meeting()
    for seat in sitting.seats[:2]:
        leave(sitting.meeting, by=sitting.secretary, membership=seat)
    with pytest.raises(NotNow, match="1"):
        sitting.decide()
    postpone(sitting.item(), by=sitting.secretary, because="Liian vähän väkeä")


def test_the_quorum_is_counted_anew_for_each_item():
    sitting = an_open_meeting(ideas=2)
    for seat in sitting.seats[:2]:
        declare_interest(sitting.item(0), by=sitting.secretary, membership=seat, leaves=True)
    assert len(room_of(sitting.meeting, sitting.item(0)).votes) == 1
    assert len(room_of(sitting.meeting, sitting.item(1)).votes) == 3
    with pytest.raises(NotNow):
        sitting.decide(sitting.item(0))
    sitting.decide(sitting.item(1))


def test_whoever_left_for_an_item_comes_back_with_its_decision():
    sitting = an_open_meeting()
    declare_interest(sitting.item(), by=sitting.secretary, membership=sitting.seats[0], leaves=True)
    decision = sitting.decide()
    assert decision.votes_present == 2
    assert Interest.objects.get().back_at is not None
    with pytest.raises(NotNow):
        declare_interest(sitting.item(), by=sitting.secretary, membership=sitting.seats[1],
                         leaves=True)  # fmt: skip
    undo_last(sitting.meeting, by=sitting.secretary)
    away = Interest.objects.get()
    assert away.left_at
    assert away.back_at is None


def test_next_time_is_said_once():
    sitting = an_open_meeting()
    postpone(sitting.item(), by=sitting.secretary, because="Kysytään koululta")
    sitting.close()
    again = a_meeting(sitting.meeting.body, days=0)
    [carried] = fill_agenda(again.meeting, by=again.secretary)
    assert (carried.carried_from, carried.next_time_count) == (sitting.item(), 1)
    open_meeting(again.meeting, by=again.secretary)
    with pytest.raises(NotNow):
        postpone(carried, by=again.secretary, because="Vielä kerran")


def test_a_body_may_forbid_next_time_altogether():
    sitting = an_open_meeting(a_deciding_body(may_postpone=False))
    with pytest.raises(NotNow):
        postpone(sitting.item(), by=sitting.secretary, because="Ei nyt")


def test_undo_takes_the_last_act_back_and_only_that():
    sitting = an_open_meeting(ideas=2)
    sitting.decide(sitting.item(0), cents=10_000)
    assert cents_left(sitting.meeting.body) == 90_000
    postpone(sitting.item(1), by=sitting.secretary, because="Kysytään")
    undo_last(sitting.meeting, by=sitting.secretary)
    assert sitting.item(1).postponed_at is None
    assert Decision.objects.in_force().count() == 1
    undo_last(sitting.meeting, by=sitting.secretary)
    assert not Decision.objects.in_force().exists()
    assert cents_left(sitting.meeting.body) == 100_000
    assert item_on_the_table(sitting.meeting) == sitting.item(0)
    with pytest.raises(NotNow):
        undo_last(sitting.meeting, by=sitting.secretary)
    sitting.decide(sitting.item(0), cents=10_000)


def test_within_half_an_hour_a_closed_meeting_opens_again():
    sitting = an_open_meeting()
    sitting.decide()
    sitting.close()
    reopen_meeting(sitting.meeting, by=sitting.secretary)
    undo_last(sitting.meeting, by=sitting.secretary)
    sitting.decide(outcome=OUTCOME.NOT_NOW, reason={"fi": "Talvi."})
    sitting.close_for_good()
    assert the_idea(sitting).answer.outcome == "not_now"
    with pytest.raises(NotNow):
        reopen_meeting(sitting.meeting, by=sitting.secretary)


def test_more_than_the_mandate_is_proposed_to_the_body_above():
    steering = a_deciding_body("steering", cents_each=900_000, cents_in_all=900_000, purse=900_000)
    sitting = an_open_meeting(a_deciding_body(proposes_to=steering))
    with pytest.raises(BeyondTheMandate, match="steering"):
        sitting.decide(cents=60_000)
    decision = sitting.decide(cents=60_000, propose=True)
    assert (decision.beyond, decision.proposed_to) == ("each", steering)
    sitting.close_for_good()
    assert the_idea(sitting).stage == Idea.Stage.SHORTLISTED
    above = a_meeting(steering, days=0)
    [item] = fill_agenda(above.meeting, by=above.secretary)
    assert item.proposal == decision
    for seat in above.seats:
        attend(above.meeting, by=above.secretary, membership=seat)
    open_meeting(above.meeting, by=above.secretary)
    above.decide(item, cents=60_000)
    above.close_for_good()
    assert the_idea(sitting).stage == Idea.Stage.ANSWERED


def test_a_body_without_anybody_above_stays_within_its_mandate():
    sitting = an_open_meeting()
    for propose in (False, True):
        with pytest.raises(NotNow):
            sitting.decide(cents=60_000, propose=propose)


def test_a_purse_is_not_promised_twice():
    sitting = an_open_meeting(ideas=3)
    sitting.decide(sitting.item(0), cents=50_000)
    sitting.decide(sitting.item(1), cents=40_000)
    with pytest.raises(NotNow):
        sitting.decide(sitting.item(2), cents=20_000)


def test_a_count_of_hands_must_fit_and_carry():
    sitting = an_open_meeting()
    for count in (Count(4, 0, 0), Count(0, 0, 0), Count(1, 2, 0), Count(1, 1, 1)):
        with pytest.raises(NotNow):
            sitting.decide(method=METHOD.HANDS, count=count)
    assert sitting.decide(method=METHOD.HANDS, count=Count(2, 1, 0)).votes_against == 1


def test_a_vote_by_organisation_is_kept_with_each_seat():
    sitting = an_open_meeting()
    seats = [str(vote.seat) for vote in room_of(sitting.meeting, sitting.item()).votes]
    decision = sitting.decide(method=METHOD.VOTE, votes={seats[0]: "for", seats[1]: "for"})
    assert (decision.votes_for, decision.votes_abstaining) == (2, 1)
    assert Vote.objects.filter(decision=decision).count() == 3


def test_a_free_matter_is_agreed_or_refused():
    sitting = an_open_meeting(ideas=0, free=2)
    sitting.decide(sitting.item(0), outcome=OUTCOME.AGREED, reason={"fi": "Luetaan ääneen."})
    refused = sitting.decide(
        sitting.item(1), outcome=OUTCOME.REFUSED, reason={"fi": "Ei."}, method=METHOD.HANDS,
        count=Count(1, 2, 0),
    )  # fmt: skip
    sitting.close_for_good()
    assert Decision.objects.get(pk=refused.pk).confirmed_at


def test_whoever_would_carry_it_out_is_asked_for_their_interest_first():
    sitting = an_open_meeting()
    house = sitting.seats[0].for_organisation
    with pytest.raises(NotNow, match=house.name):
        sitting.decide(carriers=[house])
    declare_interest(sitting.item(), by=sitting.secretary, membership=sitting.seats[0], leaves=True)
    decision = sitting.decide(carriers=[house])
    assert decision.carriers.get().organisation == house


def test_taking_it_elsewhere_asks_the_receiver_after_the_read_back():
    sitting = an_open_meeting()
    with pytest.raises(NotNow):
        sitting.decide(outcome=OUTCOME.ELSEWHERE)
    sitting.decide(outcome=OUTCOME.ELSEWHERE, receiver=RECEIVER)
    sitting.close()
    assert HandOver.objects.get().stage == "draft"
    reopen_meeting(sitting.meeting, by=sitting.secretary)
    sitting.close_for_good()
    assert HandOver.objects.get().stage == "asked"
    assert the_idea(sitting).answer.receiver == "Puistoyksikkö"


def test_joining_names_the_other_idea():
    sitting = an_open_meeting()
    other = an_idea(is_open=True)
    sitting.decide(outcome=OUTCOME.JOIN, joined_to=other)
    sitting.close_for_good()
    assert the_idea(sitting).answer.joins == other


def test_an_idea_that_was_withdrawn_meanwhile_gets_no_answer():
    sitting = an_open_meeting(ideas=2)
    gone = the_idea(sitting, 0)
    sitting.decide(sitting.item(0))
    sitting.decide(sitting.item(1))
    withdraw_idea(gone, by=OPERATOR)
    sitting.close_for_good()
    assert the_idea(sitting, 0).stage == Idea.Stage.WITHDRAWN
    assert the_idea(sitting, 1).stage == Idea.Stage.ANSWERED


def test_what_a_meeting_did_not_reach_waits_for_the_next_one():
    sitting = an_open_meeting(ideas=2)
    sitting.decide(sitting.item(0))
    sitting.close()
    again = a_meeting(sitting.meeting.body)
    assert len(fill_agenda(again.meeting, by=again.secretary)) == 1


def test_a_meeting_whose_items_another_took_up_stays_closed():
    sitting = an_open_meeting(ideas=1)
    sitting.close()
    again = a_meeting(sitting.meeting.body)
    fill_agenda(again.meeting, by=again.secretary)
    with pytest.raises(NotNow):
        reopen_meeting(sitting.meeting, by=sitting.secretary)


def test_only_those_who_keep_the_body_decide():
    sitting = an_open_meeting()
    for who in (sitting.seats[0].person, a_person()):
        with pytest.raises(NotAllowed):
            decide(sitting.item(), by=who, outcome=OUTCOME.TRY, reason={"fi": "Minä."})
        with pytest.raises(NotAllowed):
            close_meeting(sitting.meeting, by=who)


def test_a_closed_meeting_decides_nothing():
    sitting = an_open_meeting()
    sitting.close()
    with pytest.raises(NotNow):
        take_up(sitting.item(), by=sitting.secretary)
