import pytest
from django.urls import reverse

from elava.accounts.actions import invite_person
from elava.foundation.errors import NotAllowed, NotNow
from elava.notices.models import Message
from elava.notices.worker import Worker
from elava.people.actions import give_account
from elava.people.models import Person
from tests.given.accounts import an_account, send, signed_in
from tests.given.people import a_coordinator, a_person


def test_an_invited_person_gets_an_account_and_a_mail_without_any_secret(client, mailoutbox):
    signed_in(client, a_coordinator())
    said = {"called": "Eeva", "email": "Eeva@example.org", "language": "sv"}
    sent = send(client, reverse("invite"), **said)
    assert sent.status_code == 302
    eeva = Person.objects.get(called="Eeva")
    assert eeva.account.email == "eeva@example.org"
    assert mailoutbox == [], "the page waits for no mail server"
    Worker().drain()
    [mail] = mailoutbox
    assert mail.to == ["eeva@example.org"]
    assert mail.body.startswith("Hej Eeva")
    assert "/sv/sign-in/" in mail.body
    page = client.get(sent.url).content.decode()
    assert "Eeva" in page
    assert reverse("add_role", args=[eeva.pk]) in page, "the next step is a role"


def test_whoever_was_invited_is_found_before_they_have_a_role(client):
    invite_person(by=a_coordinator(), called="Eeva", email="eeva@example.org", language="fi")
    eeva = Person.objects.get(called="Eeva")
    signed_in(client, a_coordinator("Kerttu"))
    assert reverse("roles", args=[eeva.pk]) in client.get("/directory/?name=eeva").content.decode()
    signed_in(client, a_person("Matti", in_support_group=True))
    assert "Eeva" not in client.get("/directory/?name=eeva").content.decode()


def test_an_invitation_stands_in_the_outbox_of_the_desk(client):
    invite_person(by=a_coordinator(), called="Eeva", email="eeva@example.org", language="fi")
    Worker().drain()
    message = Message.objects.get()
    assert (message.letter, message.state) == ("accounts/invitation", Message.State.SENT)
    signed_in(client, a_coordinator("Kerttu"))
    assert "Eeva" in client.get(reverse("messages"), {"state": "sent"}).content.decode()


def test_only_coordinators_invite():
    with pytest.raises(NotAllowed):
        invite_person(by=a_person(in_support_group=True), called="Eeva", email="e@example.org")


def test_one_address_is_one_account_in_all_programmes(other_programme):
    from django_scopes import scope

    here = an_account(a_person(), "sama@example.org")
    with scope(programme=other_programme):
        there = an_account(a_person("Aino siellä"), "sama@example.org")
    assert here == there


def test_one_address_is_one_person_in_a_programme():
    an_account(a_person(), "sama@example.org")
    with pytest.raises(NotNow):
        invite_person(by=a_coordinator(), called="Toinen", email="sama@example.org")


def test_nobody_gets_a_second_account():
    person = a_person()
    an_account(person)
    with pytest.raises(NotNow):
        give_account(person, by=a_coordinator(), email="toinen@example.org")
