from datetime import timedelta

import pytest

from elava.decisions.actions import (
    add_idea,
    check_minutes,
    correct_minutes,
    hand_over,
    propose_interests,
    publish_extract,
    sign_minutes,
)
from elava.decisions.models import Interest
from elava.decisions.panels import decision_parts, handover_parts
from elava.foundation import clock
from elava.foundation.errors import NotAllowed, NotNow
from elava.ideas.actions import join_team
from elava.network.actions import start_membership
from elava.people.models import NOBODY, OPERATOR
from tests.given.decisions import a_meeting, an_open_meeting
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person


def test_whoever_is_in_the_team_of_an_idea_is_asked_about_an_interest():
    sitting, idea = a_meeting(), an_idea(is_open=True)
    member = sitting.seats[0].person
    join_team(idea, by=member, called=member.called)
    add_idea(sitting.meeting, by=sitting.secretary, idea=idea)
    propose_interests(sitting.meeting, by=sitting.secretary)
    propose_interests(sitting.meeting, by=sitting.secretary)
    tie = Interest.objects.get()
    assert (tie.membership, tie.because, tie.is_proposed) == (sitting.seats[0], "team", True)


def test_a_meeting_without_ties_proposes_none():
    sitting = an_open_meeting()
    assert not Interest.objects.exists()
    with pytest.raises(NotAllowed):
        propose_interests(sitting.meeting, by=a_person())


def test_minutes_are_checked_by_those_who_were_there_and_did_not_write_them():
    sitting = an_open_meeting()
    with pytest.raises(NotNow):
        check_minutes(sitting.meeting, by=sitting.secretary, person=sitting.seats[0].person,
                      is_right=True)  # fmt: skip
    meeting = sitting.close()
    for person in (sitting.secretary, a_person()):
        with pytest.raises((NotNow, NotAllowed)):
            check_minutes(meeting, by=person, person=person, is_right=True)
    member = type(a_person()).objects.get(pk=sitting.seats[0].person_id)
    check_minutes(meeting, by=member, person=member, is_right=True)
    with pytest.raises(NotNow):
        check_minutes(meeting, by=member, person=member, is_right=True)
    with pytest.raises(NotAllowed):
        sign_minutes(meeting, by=member)


def test_minutes_found_wrong_are_signed_only_after_a_correction():
    sitting = an_open_meeting()
    meeting, keeper = sitting.close_for_good(), sitting.secretary
    people = [seat.person for seat in sitting.seats]
    check_minutes(meeting, by=keeper, person=people[0], is_right=False, remark="Aika")
    for person in people[1:]:
        check_minutes(meeting, by=keeper, person=person, is_right=True)
    with pytest.raises(NotNow):
        sign_minutes(meeting, by=keeper)
    correct_minutes(meeting, by=keeper, note="Aika korjattu")
    for person in people[:2]:
        check_minutes(meeting, by=keeper, person=person, is_right=True)
    with pytest.raises(NotNow):
        publish_extract(meeting, by=keeper)
    sign_minutes(meeting, by=keeper)
    for again in (sign_minutes, lambda m, by: check_minutes(m, by=by, person=people[2],
                                                            is_right=True)):  # fmt: skip
        with pytest.raises(NotNow):
            again(meeting, by=keeper)
    assert publish_extract(meeting, by=keeper).version == 2
    with pytest.raises(NotNow):
        publish_extract(meeting, by=keeper)


def test_the_red_thread_tells_of_the_decision_and_the_hand_over():
    sitting = an_open_meeting()
    decision = sitting.decide()
    assert list(decision_parts([decision.pk], NOBODY)) == []
    sitting.close_for_good()
    [part] = decision_parts([decision.pk], NOBODY)
    assert (part.kind, part.url) == ("decision", sitting.meeting.get_absolute_url())
    handover = hand_over(
        "Ramppi", by=a_coordinator(), asks="Korjatkaa", receiver_name="Puisto",
        due_on=clock.today(), idea=an_idea(is_open=True),
    )  # fmt: skip
    [part] = handover_parts([handover.pk], NOBODY)
    assert "Puisto" in part.title


def test_a_tie_through_a_house_counts_also_where_the_role_there_has_a_last_day():
    sitting, idea, member = a_meeting(), an_idea(is_open=True), a_person()
    house, far = sitting.seats[0].for_organisation, clock.today() + timedelta(days=400)
    start_membership(member, by=OPERATOR, source="test", organisation=house, until=far)
    join_team(idea, by=member, called=member.called)
    add_idea(sitting.meeting, by=sitting.secretary, idea=idea)
    propose_interests(sitting.meeting, by=sitting.secretary)
    tie = Interest.objects.get()
    assert (tie.membership, tie.because) == (sitting.seats[0], Interest.Because.ORGANISATION)
