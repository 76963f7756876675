import pytest
from django.urls import reverse

from elava.accounts.actions import invite_person, open_door
from elava.foundation.errors import NotAllowed, NotNow
from elava.people.models import Person
from tests.given.accounts import an_account, send, signed_in
from tests.given.people import a_coordinator, a_person


def test_an_invited_person_gets_an_account_and_a_mail_without_any_secret(
    client, mailoutbox, django_capture_on_commit_callbacks
):
    signed_in(client, a_coordinator())
    with django_capture_on_commit_callbacks(execute=True):
        sent = send(client, reverse("invite"), called="Eeva", email="Eeva@example.org")
    assert sent.status_code == 302
    eeva = Person.objects.get(called="Eeva")
    assert eeva.account.email == "eeva@example.org"
    assert mailoutbox[0].to == ["eeva@example.org"]
    assert "/sign-in/" in mailoutbox[0].body
    assert client.get(sent.url).status_code == 200


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
        open_door(a_person("Toinen"), by=a_coordinator(), email="sama@example.org")


def test_nobody_gets_a_second_account():
    person = a_person()
    an_account(person)
    with pytest.raises(NotNow):
        open_door(person, by=a_coordinator(), email="toinen@example.org")
