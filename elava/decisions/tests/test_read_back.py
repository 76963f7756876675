"""What everybody hears before the meeting is closed."""

from datetime import timedelta

from django.urls import reverse

from elava.decisions.actions import declare_interest
from elava.decisions.actions.deciding import Count
from elava.decisions.models import MinutesCheck
from elava.foundation import clock
from elava.people.models import Person
from tests.given.decisions import an_open_meeting


def read_back(seen_as, sitting):
    url = reverse("read_back", args=[sitting.meeting.pk])
    page = seen_as(sitting.secretary).get(url).content.decode()
    return page.replace("\xa0", " ").replace("&nbsp;", " ")


def test_money_days_votes_and_who_left_are_read_aloud(seen_as):
    sitting = an_open_meeting()
    leaver, house = sitting.seats[2], sitting.seats[0].for_organisation
    item = sitting.item()
    declare_interest(
        item, by=sitting.secretary, membership=leaver, leaves=True, words="Olen vuokraaja"
    )
    declare_interest(item, by=sitting.secretary, membership=sitting.seats[0], leaves=False)
    due = clock.today() + timedelta(days=40)
    sitting.decide(
        outcome="try_if", condition="Tila löytyy", due_on=due, cents=26_050, carriers=[house],
        method="hands", count=Count(1, 0, 1),
    )  # fmt: skip
    said = read_back(seen_as, sitting)
    assert f"{leaver.person.called} poistui" in said
    assert "Olen vuokraaja" in said
    assert "1 puolesta, 0 vastaan" in said
    assert "260,50 €" in said
    assert house.name in said
    assert f"{due.day}.{due.month}.{due.year}" in said
    assert "Tila löytyy" in said


def test_the_day_of_a_hand_over_and_of_looking_again_are_read_aloud(seen_as):
    due = clock.today() + timedelta(days=40)
    receiver = {"receiver_name": "Puisto", "asks": "Korjatkaa.", "due_on": due}
    sitting = an_open_meeting(ideas=2)
    sitting.decide(outcome="elsewhere", receiver=receiver)
    sitting.decide(sitting.item(1), outcome="not_now", due_on=due + timedelta(days=1))
    said = read_back(seen_as, sitting)
    for day in (due, due + timedelta(days=1)):
        assert f"{day.day}.{day.month}.{day.year}" in said
    assert "perusteltua vastalausetta" in said


def test_the_minutes_say_who_noted_a_check_for_somebody_else(seen_as):
    sitting = an_open_meeting()
    sitting.decide()
    sitting.close()
    by, (noted, own) = sitting.secretary, (seat.person for seat in sitting.seats[:2])
    own = Person.objects.get(pk=own.pk)
    check = reverse("check_minutes", args=[sitting.meeting.pk])
    seen_as(by).send(check, person=str(noted.pk), is_right="yes")
    seen_as(own).send(check, person=str(own.pk), is_right="yes")
    assert list(MinutesCheck.objects.order_by("pk").values_list("entered_by", flat=True)) == [
        by.pk, None,
    ]  # fmt: skip
    client = seen_as(by)
    for name in ("minutes", "minutes_print"):
        page = client.get(reverse(name, args=[sitting.meeting.pk])).content.decode()
        assert f"{noted.called} (kirjasi {by.called})" in page
        assert f"{own.called} (kirjasi" not in page
