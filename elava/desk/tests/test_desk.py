from datetime import timedelta

import pytest
from django.urls import reverse

from elava.desk.actions import end_absence, start_absence
from elava.desk.models import Absence
from elava.foundation import clock
from elava.foundation.access import is_coordinator
from elava.foundation.errors import NotAllowed, NotNow
from elava.foundation.once import fresh_key
from elava.ideas.models import Idea
from elava.network.actions import end_membership
from elava.network.models import Membership
from elava.people.models import OPERATOR, Person
from elava.programmes.rules import may_shape_programme
from elava.ui.dates import day
from tests.given.accounts import signed_in
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person


def again(person):
    """The person as the next request loads them."""
    return Person.objects.get(pk=person.pk)


def away(coordinator, deputy, days=7):
    today = clock.today()
    until = today + timedelta(days=days)
    return start_absence(coordinator, by=coordinator, deputy=deputy, since=today, until=until)


def test_the_desk_is_the_coordinators_alone(client):
    assert client.get(reverse("desk")).status_code == 403
    assert signed_in(client, a_person()).get(reverse("desk")).status_code == 403
    assert signed_in(client, a_coordinator()).get(reverse("desk")).status_code == 200


def test_the_desk_shows_what_waits_and_says_when_all_is_done(client):
    signed_in(client, a_coordinator())
    assert "Kaikki tehty." in client.get(reverse("desk")).content.decode()
    with clock.travel(clock.now() - timedelta(days=35)):
        idea = an_idea("Penkki torille", is_open=True)
    page = client.get(reverse("desk")).content.decode()
    assert "Penkki torille" in page
    assert "Kaikki tehty." not in page
    assert reverse("answer_idea", args=[idea.pk]) in page


def test_an_idea_with_weeks_ahead_is_on_the_desk_and_presses_nobody(client):
    signed_in(client, a_coordinator())
    idea = an_idea("Penkki torille", is_open=True)
    page = client.get(reverse("desk")).content.decode()
    assert "Kaikki tehty." in page
    assert reverse("answer_idea", args=[idea.pk]) in page
    assert day(idea.answer_by) in page, "the next date is said"


def test_a_deputy_has_the_coordinators_rights_for_the_days_and_no_longer():
    coordinator, deputy = a_coordinator(), a_person(in_support_group=True)
    absence = away(coordinator, deputy)
    assert is_coordinator(again(deputy))
    with clock.travel(clock.now() + timedelta(days=8)):
        assert not is_coordinator(again(deputy))
    end_absence(absence, by=coordinator)
    assert not is_coordinator(again(deputy))


def test_a_deputy_comes_from_the_coordination_or_the_support_group():
    coordinator = a_coordinator()
    with pytest.raises(NotNow):
        away(coordinator, a_person())
    with pytest.raises(NotAllowed):
        away(a_person(), coordinator)
    with pytest.raises(NotNow):
        away(coordinator, a_coordinator("Aino"), days=-1)


def test_a_deputy_passes_the_desk_on_to_nobody():
    coordinator, deputy = a_coordinator(), a_person(in_support_group=True)
    friend = a_person("Matti", in_support_group=True)
    absence = away(coordinator, deputy)
    for absent in (deputy, coordinator):
        with pytest.raises(NotAllowed):
            start_absence(
                absent, by=again(deputy), deputy=friend, since=absence.since, until=absence.until
            )
    assert not is_coordinator(again(friend))


def test_a_deputy_looks_after_the_desk_and_hands_out_no_rights(client):
    coordinator, deputy = a_coordinator(), a_person("Kari", in_support_group=True)
    away(coordinator, deputy)
    signed_in(client, again(deputy))
    assert client.get(reverse("queue")).status_code == 200
    kept = [("invite", []), ("roles", [deputy.pk]), ("add_role", [deputy.pk])]
    for name, args in kept:
        assert client.get(reverse(name, args=args)).status_code == 403, name
    assert not may_shape_programme.test(again(deputy), None)


def test_a_deputy_stands_for_three_months_at_most():
    coordinator, deputy = a_coordinator(), a_person(in_support_group=True)
    with pytest.raises(NotNow):
        away(coordinator, deputy, days=93)
    assert away(coordinator, deputy, days=92)


@pytest.mark.parametrize("leaves", ["coordinator", "deputy"])
def test_the_rights_of_a_deputy_end_with_either_seat(leaves):
    coordinator, deputy = a_coordinator(), a_person(in_support_group=True)
    away(coordinator, deputy)
    leaver = coordinator if leaves == "coordinator" else deputy
    for seat in Membership.objects.filter(person=leaver):
        end_membership(seat, by=OPERATOR, on=clock.today())
    with clock.travel(clock.now() + timedelta(days=2)):
        assert not is_coordinator(again(deputy))


def test_an_answer_leaves_by_the_desk_with_its_follow_up(client):
    signed_in(client, a_coordinator())
    idea = an_idea(is_open=True)
    url = reverse("answer_idea", args=[idea.pk])
    form = {"once_key": fresh_key(), "outcome": "elsewhere", "reason_fi": "Viemme kaupungille."}
    assert client.post(url, form).status_code == 200
    form |= {"once_key": fresh_key(), "receiver": "Puistotoimi"}
    assert client.post(url, form).status_code == 302
    idea = Idea.objects.select_related("answer__body").get(pk=idea.pk)
    assert (idea.answer.receiver, idea.answer.body.kind) == ("Puistotoimi", "coordination")


def test_an_idea_is_written_down_in_speaking_order_and_its_number_read_back(client):
    signed_in(client, a_coordinator())
    form = {
        "once_key": fresh_key(), "door": "phone", "spoken_by": "group", "group_size": "12",
        "language": "fi", "text": "Penkki", "visibility": "without_name", "consent": "aloud",
        "reply_route": "helper",
    }  # fmt: skip
    page = client.post(reverse("entry"), form, follow=True).content.decode()
    idea = Idea.objects.get()
    assert (idea.intake.door, idea.intake.group_size) == ("phone", 12)
    number = idea.receipt.number
    assert f"{number[:2]} {number[2:4]} {number[4:]}" in page


def test_every_page_of_the_desk_opens(client):
    signed_in(client, a_coordinator())
    held, shown = an_idea(), an_idea(is_open=True)
    answered = an_idea(answered="Kokeillaan.")
    doors = [("queue", []), ("entry", []), ("absence", []), ("read_idea", [held.pk]),
             ("cry", [held.pk]), ("answer_idea", [shown.pk]), ("shortlist_idea", [shown.pk]),
             ("sort_idea", [shown.pk]), ("make_cluster", [shown.pk]), ("hide", ["idea", shown.pk]),
             ("judge", ["idea", shown.pk]), ("answered", [answered.pk]),
             ("look_again", [answered.pk]), ("idea", [shown.pk])]  # fmt: skip
    for name, args in doors:
        assert client.get(reverse(name, args=args)).status_code == 200, name


def test_nobody_is_their_own_deputy():
    coordinator = a_coordinator()
    with pytest.raises(NotNow):
        away(coordinator, coordinator)
    assert not Absence.objects.exists()


def test_where_somebody_waits_for_an_answer_an_absence_is_said_without_a_name(client):
    coordinator, deputy = a_coordinator("Kaisa-Liisa"), a_person("Olavi", in_support_group=True)
    waits, answered = an_idea(is_open=True), an_idea(answered="Kokeillaan.")
    absence = away(coordinator, deputy)
    number = f"{reverse('number')}?number={waits.receipt.number}"
    for url in (waits.get_absolute_url(), number):
        page = client.get(url).content.decode()
        assert "Koordinaattori on poissa" in page
        assert "Kaisa-Liisa" not in page
    assert "on poissa" not in client.get(answered.get_absolute_url()).content.decode()
    end_absence(absence, by=coordinator)
    assert "on poissa" not in client.get(waits.get_absolute_url()).content.decode()


def test_coordinators_stand_first_among_those_who_could_look_after_the_desk(client):
    signed_in(client, a_coordinator("Kaisa"))
    a_person("Aada", in_support_group=True)
    a_coordinator("Ville")
    page = client.get(reverse("absence")).content.decode()
    assert page.index('label="Koordinaatio"') < page.index("Ville") < page.index("Aada")
