"""What lies on the desk, and what the public page of results says of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from elava.foundation import clock
from elava.ideas import queries
from elava.ideas.actions import offer_help, report_post, shortlist_idea
from elava.ideas.queries import piles
from elava.people.models import NOBODY
from tests.given.accounts import signed_in
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator


def test_the_desk_shows_the_nearest_ideas_and_a_door_to_all_the_others(client, monkeypatch):
    monkeypatch.setattr(piles, "PAGE", 4)
    signed_in(client, a_coordinator())
    ideas = [an_idea(f"Penkki numero {n}", is_open=True) for n in range(9)]
    door = reverse("pile", args=["later"])
    assert f'href="{door}"' in client.get(reverse("desk")).content.decode()
    seen, page = set(), door
    while page:
        found = client.get(page)
        seen |= {row["title"] for row in found.context["rows"]}
        page = door + found.context["next"] if found.context["next"] else ""
    assert seen == {idea.title for idea in ideas}


def test_five_ideas_need_no_second_page(client):
    signed_in(client, a_coordinator())
    for _ in range(5):
        an_idea(is_open=True)
    door = reverse("pile", args=["later"])
    assert f'href="{door}"' not in client.get(reverse("desk")).content.decode()


@pytest.mark.parametrize("name", queries.PILES)
def test_the_page_of_a_pile_opens_full_and_empty_and_is_the_desks_alone(client, name):
    door = reverse("pile", args=[name])
    assert client.get(door).status_code == 403
    signed_in(client, a_coordinator())
    assert client.get(door).status_code == 200
    shortlist_idea(an_idea(is_open=True), by=a_coordinator())
    an_idea(answered="Kokeillaan.")
    assert client.get(f"{door}?after=zzz").status_code == 200


def test_the_desk_tells_the_day_of_an_answer_and_how_late_it_is(client):
    idea = an_idea("Penkki torille", is_open=True)
    with clock.travel(clock.now() + timedelta(days=1) + (idea.answer_by - clock.today())):
        signed_in(client, a_coordinator())
        page = client.get(reverse("desk")).content.decode()
        assert "1 päivän myöhässä" in page
        assert "1 päivän myöhässä" in client.get(reverse("results")).content.decode()
    assert "Vastaus viimeistään" in queries.promised_day(idea)


def test_offers_beyond_the_desks_rows_are_counted(client):
    signed_in(client, a_coordinator())
    idea = an_idea(is_open=True)
    for n in range(7):
        offer_help(idea, by=NOBODY, what=f"Auto {n}")
    assert "2 lisää" in client.get(reverse("desk")).content.decode()


def test_a_report_stands_in_the_queue_by_its_own_day(client):
    old = an_idea("Vanha penkki", is_open=True)
    with clock.travel(clock.now() + timedelta(days=20)):
        held = an_idea("Uusi laituri")
    with clock.travel(clock.now() + timedelta(days=24)):
        report_post(old, by=NOBODY, reason="personal")
        signed_in(client, a_coordinator())
        rows = client.get(reverse("queue")).context["rows"]
    assert [row["title"] for row in rows] == [held.title, old.title]
    assert rows[1]["day"] == rows[0]["day"] + timedelta(days=4)


def test_until_an_idea_is_read_its_journey_says_that_we_are_reading():
    steps = queries.journey(an_idea())
    assert [step["word"] for step in steps if step["state"] == "now"] == ["Me luemme"]
    assert "Luettu" not in [step["word"] for step in steps]
    assert "Luettu" in [step["word"] for step in queries.journey(an_idea(is_open=True))]


def test_the_results_say_how_many_answers_the_table_counts(client):
    an_idea(answered="Kokeillaan.")
    assert (
        "1 julkinen idea on saanut vastauksen." in client.get(reverse("results")).content.decode()
    )
