"""The secretary's page for one item: what it asks, what it refuses, and how it leads on."""

import re

import pytest
from django.urls import reverse

from elava.decisions.actions import (
    add_idea,
    attend,
    declare_interest,
    leave,
    open_meeting,
    propose_interests,
)
from elava.decisions.models import Decision, Interest
from elava.decisions.queries import joining
from elava.foundation.errors import NotNow
from elava.ideas.actions import join_team, sort_idea
from elava.people.models import NOBODY
from tests.given.challenges import a_challenge
from tests.given.decisions import a_deciding_body, a_meeting, an_open_meeting, an_organisation
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator

ODD = ("zzz", "%00", "<b>", "9" * 300)


def at(name, meeting):
    return reverse(name, args=[meeting.pk])


def with_a_tie():
    """An open meeting about an idea in whose team its first member is."""
    sitting, idea = an_open_meeting(ideas=0), an_idea(is_open=True)
    member = sitting.seats[0].person
    join_team(idea, by=member, called=member.called)
    add_idea(sitting.meeting, by=sitting.secretary, idea=idea)
    propose_interests(sitting.meeting, by=sitting.secretary)
    return sitting


def with_steering():
    """An open meeting of a body that proposes to a steering group what is beyond 500 euros."""
    steering = a_deciding_body("steering", cents_each=900_000, cents_in_all=900_000, purse=900_000)
    return an_open_meeting(a_deciding_body(proposes_to=steering))


@pytest.mark.parametrize("odd", ODD)
def test_an_unknown_word_in_the_address_breaks_no_page(seen_as, odd):
    sitting = an_open_meeting()
    client = seen_as(sitting.secretary)
    item = sitting.item().get_absolute_url()
    for key in ("outcome", "q"):
        assert client.get(item, {key: odd}).status_code == 200
    assert client.get(item, {"outcome": "join", "q": odd}).status_code == 200
    assert client.get(reverse("new_handover"), {"idea": odd}).status_code == 200
    assert client.send(item, outcome=odd, reason="Syy").status_code == 200
    assert not Decision.objects.exists()


def test_whoever_the_system_names_is_asked_before_anything_is_decided(seen_as):
    sitting = with_a_tie()
    called = sitting.seats[0].person.called
    with pytest.raises(NotNow, match=called):
        sitting.decide()
    page = seen_as(sitting.secretary).send(
        sitting.item().get_absolute_url(), outcome="try", method="consent", reason="Hyvä syy"
    )
    text = page.content.decode()
    assert page.status_code == 200
    assert "Hyvä syy" in text
    declare_interest(
        sitting.item(), by=sitting.secretary, membership=sitting.seats[0], leaves=False
    )
    assert sitting.decide()
    assert Interest.objects.get().said == "stays"


def test_who_is_not_in_the_room_is_not_asked():
    sitting = a_meeting(days=0)
    idea, member = an_idea(is_open=True), sitting.seats[0].person
    join_team(idea, by=member, called=member.called)
    add_idea(sitting.meeting, by=sitting.secretary, idea=idea)
    for seat in sitting.seats[1:]:
        attend(sitting.meeting, by=sitting.secretary, membership=seat)
    open_meeting(sitting.meeting, by=sitting.secretary)
    assert Interest.objects.get().is_proposed
    assert sitting.decide()


def test_money_beyond_the_mandate_is_a_question_that_names_the_body_above(seen_as):
    sitting = with_steering()
    client, url = seen_as(sitting.secretary), sitting.item().get_absolute_url()
    said = {"outcome": "try", "method": "consent", "reason": "Hyvä syy", "euros": "900"}
    assert 'name="propose"' not in client.get(url, {"outcome": "try"}).content.decode()
    text = client.send(url, **said).content.decode()
    assert not Decision.objects.exists()
    assert 'name="propose"' in text
    assert "steering" in text
    assert "Hyvä syy" in text
    page = client.send(url, propose="on", follow=True, **said)
    made = Decision.objects.get()
    assert str(made.proposed_to) == "steering"
    for name in ("read_back", "projector", "agenda"):
        assert "steering" in client.get(at(name, sitting.meeting)).content.decode(), name
    assert "steering" in client.get(url).content.decode()
    assert page.redirect_chain[-1][0] == at("read_back", sitting.meeting)


def test_what_may_still_be_promised_is_not_called_the_purse(seen_as):
    body = a_deciding_body(cents_in_all=80_000, purse=100_000)
    text = seen_as(a_coordinator()).get(a_meeting(body).meeting.get_absolute_url())
    said = text.content.decode().replace("\xa0", " ").replace("&nbsp;", " ")
    assert "800" in said
    assert "kukkaro" not in said


def test_undo_is_offered_when_there_is_something_to_undo(seen_as):
    sitting = an_open_meeting(ideas=2)
    client, undo = seen_as(sitting.secretary), at("undo_last", sitting.meeting)
    pages = (sitting.item().get_absolute_url(), at("read_back", sitting.meeting))
    for url in pages:
        assert undo not in client.get(url).content.decode()
    sitting.decide()
    for url in pages:
        assert undo in client.get(url).content.decode()


@pytest.mark.parametrize("name", ["undo_last", "reopen_meeting", "sign_minutes", "publish_extract"])
def test_a_refusal_leads_back_to_the_meeting(seen_as, name):
    sitting = an_open_meeting()
    page = seen_as(sitting.secretary).send(at(name, sitting.meeting))
    assert page.status_code == 409
    assert sitting.meeting.get_absolute_url() in page.content.decode()


def test_errors_stand_in_the_order_of_the_page(seen_as):
    sitting = an_open_meeting()
    url = sitting.item().get_absolute_url()
    page = seen_as(sitting.secretary).send(url, outcome="try_if", method="consent")
    summary = page.content.decode().split("<h1")[0]
    assert summary.index("#id_condition") < summary.index("#id_reason")


def test_each_box_of_the_attendance_list_is_called_by_its_member(seen_as):
    sitting = a_meeting()
    text = seen_as(sitting.secretary).get(at("attendance", sitting.meeting)).content.decode()
    key = str(sitting.seats[0].pk)
    assert f'aria-labelledby="here-{key} n{key}"' in text
    assert f'aria-labelledby="remote-{key} n{key}"' in text
    assert f'id="n{key}"' in text


def test_the_projector_tells_the_reason_of_the_last_decision(seen_as):
    sitting = an_open_meeting(ideas=2)
    sitting.decide(reason={"fi": "Vahdit ovat koolla."})
    text = seen_as(sitting.secretary).get(at("projector", sitting.meeting)).content.decode()
    assert "Vahdit ovat koolla." in text


def choices_of(page):
    field = page.content.decode().split('name="joined_to"')[1].split("</select>")[0]
    return re.findall(r'<option value="([0-9a-f-]{36})"', field)


def test_the_ideas_to_join_with_begin_with_the_nearest(seen_as, monkeypatch):
    sitting = an_open_meeting()
    idea = sitting.item().parts.get().idea
    twin, far = an_idea("Sama asia", is_open=True), an_idea("Muu asia", is_open=True)
    near = an_idea("Sama haaste", is_open=True)
    challenge = a_challenge()
    for one in (idea, near):
        sort_idea(one, by=a_coordinator(), challenges=[challenge])
    later = an_idea("Uusin", is_open=True)
    monkeypatch.setattr(joining, "similar_ideas", lambda idea, person, **_more: [twin])
    client, url = seen_as(sitting.secretary), sitting.item().get_absolute_url()
    shown = choices_of(client.get(url, {"outcome": "join"}))
    assert shown[:2] == [str(twin.pk), str(near.pk)]
    assert {str(far.pk), str(later.pk)} <= set(shown[2:])
    assert str(idea.pk) not in shown
    assert choices_of(client.get(url, {"outcome": "join", "q": "uusi"})) == [str(later.pk)]
    client.send(url, q="uusi", outcome="join", method="consent", reason="Sama.",
                joined_to=str(later.pk))  # fmt: skip
    assert Decision.objects.get().joined_to == later


def test_who_is_not_at_the_table_cannot_leave_it():
    sitting = an_open_meeting()
    leave(sitting.meeting, by=sitting.secretary, membership=sitting.seats[0])
    with pytest.raises(NotNow):
        declare_interest(
            sitting.item(), by=sitting.secretary, membership=sitting.seats[0], leaves=True
        )
    assert not Interest.objects.exists()


def test_what_was_typed_stays_when_another_outcome_is_pressed(seen_as):
    sitting = an_open_meeting()
    client, url = seen_as(sitting.secretary), sitting.item().get_absolute_url()
    house = sitting.seats[0].for_organisation
    said = {"reason": "Hyvä syy", "euros": "260,50", "carriers": str(house.pk), "method": "hands",
            "votes_for": "3", "follow_up_words": "Aino kysyy."}  # fmt: skip
    page = client.send(url, outcome="try", switch="try_if", **said).content.decode()
    assert "Hyvä syy" in page
    assert 'value="260,50"' in page
    assert re.search(rf'value="{house.pk}"[^>]*checked', page)
    assert re.search(r'name="votes_for"[^>]*value="3"', page)
    assert 'name="condition"' in page
    assert '<input type="hidden" name="follow_up_words" value="Aino kysyy.">' in page
    assert 'class="error' not in page
    elsewhere = client.send(url, outcome="try_if", switch="not_now", due_on="1.3.2090", **said)
    assert 'value="1.3.2090"' in elsewhere.content.decode()
    assert f'<input type="hidden" name="carriers" value="{house.pk}">' in elsewhere.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize(("outcome", "first"), [("join", 'name="switch"'), ("try", "tabindex")])
def test_enter_in_a_field_decides_but_where_a_word_is_searched(seen_as, outcome, first):
    sitting = an_open_meeting(ideas=2)
    url = sitting.item().get_absolute_url()
    page = seen_as(sitting.secretary).get(f"{url}?outcome={outcome}").content.decode()
    form = page[page.index("data-draft") :]
    button = form[form.index("<button hidden") :].partition(">")[0]
    assert first in button
    assert ("switch" in button) == (outcome == "join"), "Enter presses the first button of a form"


def test_a_search_without_hits_says_so_and_keeps_the_rest(seen_as):
    sitting = an_open_meeting()
    other = an_idea("Muu asia", is_open=True)
    client, url = seen_as(sitting.secretary), sitting.item().get_absolute_url()
    page = client.send(url, outcome="join", switch="join", q="zzz", reason="Sama asia.")
    assert choices_of(page) == [str(other.pk)]
    text = page.content.decode()
    assert "zzz" in text.split('role="status"')[1].split("</p>")[0]
    assert "Sama asia." in text
    assert (
        'role="status"'
        not in client.send(url, outcome="join", switch="join", q="muu").content.decode()
    )


def test_every_organisation_of_the_network_may_carry_it_out_those_at_the_table_first(seen_as):
    sitting = an_open_meeting()
    outside = an_organisation("Aivan muu yhdistys")
    page = seen_as(sitting.secretary).get(sitting.item().get_absolute_url(), {"outcome": "try"})
    field = page.content.decode()
    keys = re.findall(r'name="carriers" value="([0-9a-f-]{36})"', field)
    assert keys[-1] == str(outside.pk)
    assert set(keys[:-1]) == {str(seat.for_organisation_id) for seat in sitting.seats}


def test_the_projector_shows_the_givers_words_counts_ideas_and_names_what_comes_next(seen_as):
    sitting = an_open_meeting(ideas=2, free=1)
    idea = sitting.item().parts.get().idea
    client, url = seen_as(sitting.secretary), at("projector", sitting.meeting)
    page = client.get(url).content.decode()
    assert idea.text in page.split('class="large"')[1].split("</blockquote>")[0]
    assert "Idea 1 / 2" in page
    assert sitting.item(1).title in page
    sitting.decide()
    sitting.decide(sitting.item(1))
    page = client.get(url).content.decode()
    assert "Vapaa asia 1" in page
    assert "Idea 3" not in page


def test_the_meetings_page_marks_what_has_been_dealt_with(seen_as):
    sitting = an_open_meeting(ideas=2)
    sitting.decide()
    text = seen_as(NOBODY).get(sitting.meeting.get_absolute_url()).content.decode()
    rows = re.findall(r"<li>([^<]*)(?: · <b>(.*?)</b>)?</li>", text.split("<ol>")[1])
    assert [bool(mark) for _title, mark in rows[:2]] == [True, False]
    assert "Kokeillaan." not in text
