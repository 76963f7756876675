"""Attendance is what happened, minutes are true for years, and members find their work."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from elava.accounts.views.adapter import landing
from elava.decisions.actions import attend, check_minutes, close_meeting, open_meeting
from elava.decisions.models import Attendance, Meeting
from elava.decisions.queries.desk import what_waits_for
from elava.decisions.queries.extract import minutes_in_full
from elava.decisions.queries.minutes import newest_minutes
from elava.decisions.queries.room import seats_of
from elava.foundation import clock
from elava.foundation.errors import NotNow
from elava.network.models import Membership
from elava.people.models import NOBODY, Person
from tests.given.decisions import a_meeting, a_seat, an_open_meeting
from tests.given.people import a_coordinator


def at(name, meeting):
    return reverse(name, args=[meeting.pk])


def themself(seat):
    return Person.objects.get(pk=seat.person_id)


def test_nobody_is_ticked_before_they_came_and_one_button_ticks_all_members(seen_as):
    sitting = a_meeting(days=0)
    a_seat(sitting.meeting.body, role=Membership.Role.DEPUTY)
    client, url = seen_as(sitting.secretary), at("attendance", sitting.meeting)
    assert " checked" not in client.get(url).content.decode()
    text = client.send(url, everybody="1", follow=True).content.decode()
    assert text.count(" checked") == 3
    assert Attendance.objects.count() == 3
    assert Meeting.objects.get().stage == "called"


def test_a_meeting_opens_on_another_day_only_when_that_is_confirmed(seen_as):
    sitting = a_meeting(days=9)
    client, url = seen_as(sitting.secretary), at("attendance", sitting.meeting)
    ticks = [str(seat.pk) for seat in sitting.seats[:2]]
    page = client.send(url, here=ticks, open="1")
    assert page.status_code == 200
    assert page.content.decode().count(" checked") == 2
    assert Meeting.objects.get().stage == "called"
    with pytest.raises(NotNow):
        open_meeting(sitting.meeting, by=sitting.secretary)
    client.send(url, here=ticks, open="1", today="1")
    held = Meeting.objects.get()
    assert held.is_open
    assert localdate(held.starts_at) == clock.today()


def test_minutes_carry_their_year_and_name_who_signs(seen_as):
    sitting = an_open_meeting()
    meeting = sitting.close()
    year = str(clock.today().year)
    text = seen_as(sitting.secretary).get(at("minutes_print", meeting)).content.decode()
    assert text.count(year) >= 3
    check_minutes(meeting, by=sitting.secretary, person=sitting.seats[0].person, is_right=True)
    text = seen_as(sitting.secretary).get(at("minutes_print", meeting)).content.decode()
    signatures = text.split("____", 1)[1]
    assert sitting.secretary.called in signatures
    assert sitting.seats[0].person.called in text.split("____")[0].rsplit("<h2", 1)[1]


def test_those_present_stand_by_their_role_and_then_by_name():
    sitting = a_meeting(days=0)
    body = sitting.meeting.body
    a_seat(body, "Aada", role=Membership.Role.DEPUTY)
    a_seat(body, "Yrjö", role=Membership.Role.CHAIR)
    for seat in seats_of(sitting.meeting):
        attend(sitting.meeting, by=sitting.secretary, membership=seat)
    open_meeting(sitting.meeting, by=sitting.secretary)
    close_meeting(sitting.meeting, by=sitting.secretary)
    present = minutes_in_full(newest_minutes(sitting.meeting))["present"]
    assert present[0].startswith("Yrjö")
    assert present[-1].startswith("Aada")
    assert present[1:-1] == sorted(present[1:-1])


def test_a_member_lands_at_the_next_meeting_and_the_minutes_that_wait(seen_as):
    sitting = an_open_meeting()
    sitting.close()
    coming = a_meeting(sitting.meeting.body).meeting
    member = themself(sitting.seats[0])
    assert landing(member) == reverse("meetings")
    assert [row["url"] for row in what_waits_for(member)] == [
        at("minutes", sitting.meeting), coming.get_absolute_url(),
    ]  # fmt: skip
    text = seen_as(member).get(reverse("meetings")).content.decode()
    assert at("minutes", sitting.meeting) in text
    check_minutes(sitting.meeting, by=member, person=member, is_right=True)
    assert [row["url"] for row in what_waits_for(member)] == [coming.get_absolute_url()]


def test_whoever_sits_nowhere_has_nothing_waiting_and_coordinators_land_at_their_desk():
    a_meeting()
    assert what_waits_for(NOBODY) == []
    assert landing(a_coordinator()) == reverse("desk")


def test_the_secretary_who_wrote_the_minutes_does_not_check_them():
    sitting = an_open_meeting()
    sitting.close()
    with clock.travel(clock.now() + timedelta(days=1)):
        assert what_waits_for(sitting.secretary) == []
