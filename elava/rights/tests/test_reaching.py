import pytest
from django.core import mail
from django.urls import reverse

from elava.foundation.errors import NotNow
from elava.foundation.once import fresh_key
from elava.ideas.actions import open_idea
from elava.notices.worker import Worker
from elava.people.actions import claim_receipt, withdraw_consent
from elava.people.models import ContactWay, KeyHolder
from elava.rights.actions import ask_to_be_told
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person


def asked_on_the_slip(idea, to="aino@example.org"):
    holder = KeyHolder(idea.receipt)
    return ask_to_be_told(idea.receipt, to, by=holder, channel="web", language="fi")


def test_an_address_is_asked_first_and_hears_the_rest_when_it_says_yes(client):
    idea = an_idea()
    way = asked_on_the_slip(idea)
    open_idea(idea, by=a_coordinator())
    Worker().drain()
    [asked] = mail.outbox
    assert way.get_absolute_url() in asked.body
    client.post(way.get_absolute_url(), {"once_key": fresh_key(), "confirm": "yes"})
    assert ContactWay.objects.get(pk=way.pk).is_confirmed


def test_the_question_goes_to_the_new_address_even_where_another_is_in_use():
    idea = an_idea()
    asked_on_the_slip(idea, "040 123 4567")
    asked_on_the_slip(idea, "uusi@example.org")
    Worker().drain()
    assert [sent.to for sent in mail.outbox] == [["uusi@example.org"]]


def test_one_address_is_asked_three_times_in_a_day_at_most():
    for _ in range(5):
        asked_on_the_slip(an_idea(), "uhri@example.org")
        Worker().drain()
    assert len(mail.outbox) == 3


def test_the_same_address_again_asks_nothing_again():
    idea = an_idea()
    assert asked_on_the_slip(idea) == asked_on_the_slip(idea)
    Worker().drain()
    assert len(mail.outbox) == 1


def test_a_slip_names_five_addresses_at_most():
    idea = an_idea()
    for n in range(5):
        asked_on_the_slip(idea, f"aino{n}@example.org")
    with pytest.raises(NotNow):
        asked_on_the_slip(idea, "aino5@example.org")


def test_a_person_confirms_the_address_that_they_add_on_their_own_page(client):
    person = a_person()
    ask_to_be_told(person, "aino@example.org", by=person, channel="web", language="fi")
    Worker().drain()
    assert ContactWay.objects.get().get_absolute_url() in mail.outbox[0].body


def test_who_takes_it_back_gets_no_letter_any_more():
    person, idea = a_person(), an_idea()
    claim_receipt(idea.receipt, by=person)
    ask_to_be_told(person, "040 123 4567", by=person, channel="web", language="fi")
    withdraw_consent(person, by=person, purpose="reach", channel="web")
    open_idea(idea, by=a_coordinator())
    Worker().drain()
    assert not mail.outbox
    assert not ContactWay.objects.running().exists()


def test_the_slip_says_that_an_address_waits_for_its_yes(client):
    idea = an_idea()
    client.get(reverse("open_slip", args=[idea.receipt.secret]))
    asked_on_the_slip(idea)
    assert "Avaa linkki" in client.get(reverse("slip")).content.decode()
