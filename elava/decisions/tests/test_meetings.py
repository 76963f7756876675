from datetime import timedelta

import pytest
from django.urls import reverse

from elava.decisions.actions import (
    add_idea,
    attend,
    call_meeting,
    call_off_meeting,
    fill_agenda,
    leave,
    move_item,
    open_meeting,
    postpone,
    remove_item,
)
from elava.decisions.models import Attendance, Item, ItemIdea, Meeting
from elava.decisions.notices import tell_the_members
from elava.decisions.queries.room import room_of
from elava.foundation import clock
from elava.foundation.errors import NotAllowed, NotNow
from elava.ideas.actions import make_cluster
from elava.ideas.models import Idea
from elava.network.actions import start_membership
from elava.people.models import OPERATOR
from tests.given.decisions import (
    a_deciding_body,
    a_meeting,
    a_seat,
    an_open_meeting,
    an_organisation,
)
from tests.given.ideas import an_idea
from tests.given.journal import the_last_entry
from tests.given.people import a_coordinator, a_person


def test_a_secretary_calls_a_meeting_and_a_member_does_not():
    sitting = a_meeting()
    assert the_last_entry(sitting.meeting).verb == "meeting.called"
    with pytest.raises(NotAllowed):
        call_meeting(
            sitting.meeting.body, by=sitting.seats[0].person, place="Tori", starts_at=clock.now()
        )


def test_the_agenda_fills_itself_with_ripe_ideas_the_most_urgent_first():
    ideas = [an_idea(is_open=True) for _each in range(10)]
    an_idea()
    sitting = a_meeting()
    fill_agenda(sitting.meeting, by=sitting.secretary)
    parts = ItemIdea.objects.filter(item__meeting=sitting.meeting)
    assert parts.count() == 8
    assert {part.idea.stage for part in parts.select_related("idea")} == {Idea.Stage.SHORTLISTED}
    assert set(parts.values_list("idea", flat=True)) <= {idea.pk for idea in ideas}


def test_filling_twice_adds_nothing_twice():
    an_idea(is_open=True)
    sitting = a_meeting()
    assert len(fill_agenda(sitting.meeting, by=sitting.secretary)) == 1
    assert fill_agenda(sitting.meeting, by=sitting.secretary) == []


def test_ideas_of_a_cluster_are_one_item():
    ideas = [an_idea(is_open=True) for _each in range(3)]
    make_cluster(ideas[:2], by=a_coordinator(), title="Penkit", why="Sama asia")
    sitting = a_meeting()
    fill_agenda(sitting.meeting, by=sitting.secretary)
    items = Item.objects.filter(meeting=sitting.meeting)
    assert sorted(item.parts.count() for item in items) == [1, 2]
    assert "Penkit" in {item.title for item in items}


def test_a_steering_group_takes_no_fresh_ideas():
    an_idea(is_open=True)
    sitting = a_meeting(a_deciding_body("steering"))
    assert fill_agenda(sitting.meeting, by=sitting.secretary) == []


def test_an_idea_waits_on_one_agenda_at_a_time():
    sitting = a_meeting(ideas=1)
    with pytest.raises(NotNow):
        add_idea(sitting.meeting, by=sitting.secretary, idea=ItemIdea.objects.get().idea)


def test_items_change_places_and_leave_the_agenda():
    sitting = a_meeting(free=3)
    move_item(sitting.item(2), by=sitting.secretary, up=True)
    assert sitting.item(1).title == "Vapaa asia 3"
    move_item(sitting.item(0), by=sitting.secretary, up=True)
    remove_item(sitting.item(0), by=sitting.secretary)
    assert [item.title for item in Item.objects.order_by("order")] == [
        "Vapaa asia 3", "Vapaa asia 2",
    ]  # fmt: skip


def test_who_is_at_the_table_is_ticked_before_and_during_the_meeting():
    sitting = a_meeting()
    attend(sitting.meeting, by=sitting.secretary, membership=sitting.seats[0])
    attend(sitting.meeting, by=sitting.secretary, membership=sitting.seats[0], is_remote=True)
    assert Attendance.objects.get().is_remote
    leave(sitting.meeting, by=sitting.secretary, membership=sitting.seats[0])
    assert not Attendance.objects.exists()


def test_whoever_goes_home_stays_on_the_list_and_lowers_the_quorum():
    sitting = an_open_meeting()
    assert len(room_of(sitting.meeting).votes) == 3
    leave(sitting.meeting, by=sitting.secretary, membership=sitting.seats[0])
    assert len(room_of(sitting.meeting).votes) == 2
    assert Attendance.objects.filter(left_at__isnull=False).count() == 1
    with pytest.raises(NotNow):
        leave(sitting.meeting, by=sitting.secretary, membership=sitting.seats[0])


def test_nobody_without_a_seat_is_counted():
    sitting = an_open_meeting()
    stranger = a_seat(a_deciding_body("steering"), organisation=an_organisation())
    with pytest.raises(NotNow):
        attend(sitting.meeting, by=sitting.secretary, membership=stranger)


def test_a_deputy_of_the_body_votes_for_the_absent_member():
    sitting = an_open_meeting()
    first = sitting.seats[0]
    deputy = a_seat(sitting.meeting.body, role="deputy", organisation=first.for_organisation,
                    deputy_of=first)  # fmt: skip
    attend(sitting.meeting, by=sitting.secretary, membership=deputy)
    assert len(room_of(sitting.meeting).votes) == 3
    leave(sitting.meeting, by=sitting.secretary, membership=first)
    votes = room_of(sitting.meeting).votes
    assert (len(votes), votes[-1].member.key) == (3, deputy.pk)


def test_one_body_has_one_meeting_open():
    sitting = an_open_meeting()
    second = a_meeting(sitting.meeting.body)
    with pytest.raises(NotNow):
        open_meeting(second.meeting, by=second.secretary)


def test_a_meeting_that_is_called_off_gives_its_ideas_back():
    sitting = a_meeting(ideas=1)
    idea = ItemIdea.objects.get().idea
    call_off_meeting(sitting.meeting, by=sitting.secretary, reason="Flunssa")
    assert Meeting.objects.get().stage == Meeting.Stage.CALLED_OFF
    again = a_meeting(sitting.meeting.body)
    add_idea(again.meeting, by=again.secretary, idea=idea)


def test_a_visitor_and_a_resident_run_nothing():
    sitting = a_meeting(free=1)
    for act in (
        lambda who: open_meeting(sitting.meeting, by=who),
        lambda who: fill_agenda(sitting.meeting, by=who),
        lambda who: move_item(sitting.item(), by=who),
        lambda who: attend(sitting.meeting, by=who, membership=sitting.seats[0]),
    ):
        with pytest.raises(NotAllowed):
            act(a_person())


def test_those_with_a_seat_on_the_day_are_called_and_nobody_else():
    body, today = a_deciding_body(), clock.today()
    far, soon = today + timedelta(days=400), today + timedelta(days=2)
    terms = {"on": {"until": far}, "gone": {"until": soon}, "not_yet": {"since": far}}
    people = {name: a_person(name) for name in terms}
    for name, term in terms.items():
        start_membership(people[name], by=OPERATOR, source="test", body=body, **term)
    sitting = a_meeting(body)
    called = {letter.to for letter in tell_the_members(the_last_entry(sitting.meeting))}
    assert people["on"] in called
    assert not {people["gone"], people["not_yet"]} & called


def test_the_usual_chair_has_the_seat_on_the_day_of_the_meeting(seen_as):
    body, day = a_deciding_body(), clock.today() + timedelta(days=30)
    chair, former = a_person("Nyt"), a_person("Ennen")
    rows = ((former, {"until": clock.today()}), (chair, {"until": day}))
    for person, term in rows:
        start_membership(person, by=OPERATOR, source="test", body=body, role="chair", **term)
    seen_as(a_coordinator()).send(
        reverse("call_meeting"), body=str(body.pk), on=f"{day:%d.%m.%Y}", at="18.00", place="Sali"
    )
    assert Meeting.objects.get().chair == chair


def test_what_was_taken_up_stays_on_the_agenda():
    sitting = an_open_meeting(ideas=3)
    put_off, on_the_table, waiting = (sitting.item(at) for at in range(3))
    postpone(put_off, by=sitting.secretary, because="Kysytään")
    for item in (put_off, on_the_table):
        with pytest.raises(NotNow):
            remove_item(item, by=sitting.secretary)
    remove_item(waiting, by=sitting.secretary)
    assert list(Item.objects.order_by("order")) == [put_off, on_the_table]
