import pytest
from django.urls import reverse

from elava.foundation.once import fresh_key
from elava.ideas.actions import (
    appeal_hiding,
    give_idea,
    hide_post,
    open_idea,
    set_aside_idea,
    withdraw_idea,
)
from elava.ideas.models import Hiding, Idea
from elava.people.models import NOBODY, KeyHolder
from tests.given.accounts import signed_in
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator


def slip_of(client, idea):
    client.get(reverse("open_slip", args=[idea.receipt.secret]))
    return client.get(reverse("slip")).content.decode()


def number_page(client, idea):
    return client.get(reverse("number"), {"number": idea.receipt.number}).content.decode()


def an_idea_of(first_name):
    return give_idea(
        "Kielikahvila", by=NOBODY, door="web", language="fi",
        visibility=Idea.Visibility.FIRST_NAME, first_name=first_name,
    )  # fmt: skip


def hidden(idea):
    reason = Hiding.Reason.NAMES_SOMEONE
    return hide_post(idea, by=a_coordinator(), reason=reason, message={"fi": "Poista nimi."})


@pytest.mark.parametrize("visibility", ["without_name", "nobody"])
def test_the_slip_leads_to_the_ideas_page_only_where_it_opens(client, visibility):
    idea = an_idea(visibility=visibility)
    for read in (False, True):
        if read:
            open_idea(idea, by=a_coordinator())
        opens = client.get(idea.get_absolute_url()).status_code == 200
        assert opens == (read and visibility == "without_name")
        assert (f'href="{idea.get_absolute_url()}"' in slip_of(client, idea)) == opens


def test_the_slip_of_a_hidden_idea_does_not_lead_to_its_page(client):
    idea = an_idea(is_open=True)
    hidden(idea)
    assert f'href="{idea.get_absolute_url()}"' not in slip_of(client, idea)


def test_the_number_of_a_hidden_idea_says_so_and_where_the_reason_is(client):
    idea = an_idea(is_open=True)
    hidden(idea)
    page = number_page(client, idea)
    assert "Emme voineet näyttää ideaasi" in page
    assert "linkki" in page
    assert "Poista nimi." not in page
    assert "Vastaamme viimeistään" not in page


def test_the_slip_of_an_idea_that_was_taken_back_promises_no_second_look(client):
    idea = an_idea(is_open=True)
    hiding, giver = hidden(idea), KeyHolder(idea.receipt)
    appeal_hiding(hiding, by=giver, words="Nimi on keksitty.")
    assert "Vastaamme tässä" in slip_of(client, idea)
    withdraw_idea(idea, by=giver)
    assert "Vastaamme tässä" not in slip_of(client, idea)


def test_the_number_of_a_cry_for_help_shows_whom_to_call_at_once(client):
    idea = an_idea("En jaksa enää")
    set_aside_idea(idea, by=a_coordinator())
    assert 'href="tel:112"' in number_page(client, idea)
    assert 'href="tel:112"' not in number_page(client, an_idea())


def test_the_printed_slip_says_where_to_ask_with_the_number(client):
    idea = an_idea()
    slip_of(client, idea)
    page = client.get(reverse("slip_print")).content.decode()
    assert "http://testserver" in page
    assert "/number/" in page.partition("http://testserver")[2][:20]


def test_the_desk_reads_the_first_name_and_may_take_it_off(client):
    idea = an_idea_of("Haista home")
    signed_in(client, a_coordinator())
    reading = reverse("read_idea", args=[idea.pk])
    assert "Haista home" in client.get(reading).content.decode()
    client.post(reading, {"once_key": fresh_key(), "without_name": "on"})
    shown = client.get(idea.get_absolute_url())
    assert shown.status_code == 200
    assert "Haista home" not in shown.content.decode()
    idea.refresh_from_db()
    assert (idea.first_name, idea.visibility) == ("", Idea.Visibility.WITHOUT_NAME)


def test_a_first_name_that_was_read_stays(client):
    idea = an_idea_of("Aino")
    signed_in(client, a_coordinator())
    client.post(reverse("read_idea", args=[idea.pk]), {"once_key": fresh_key()})
    assert "Aino" in client.get(idea.get_absolute_url()).content.decode()


def test_the_desk_does_not_promise_to_show_what_only_the_group_reads(client):
    signed_in(client, a_coordinator())
    pages = [
        client.get(reverse("read_idea", args=[idea.pk])).content.decode()
        for idea in (an_idea(visibility="nobody"), an_idea())
    ]
    assert ["Päästä näkyviin" in page for page in pages] == [False, True]
