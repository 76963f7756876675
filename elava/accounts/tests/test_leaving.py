import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from elava.accounts.actions import invite_person
from elava.journal.models import Entry
from elava.people.actions import confirm_age, give_account
from elava.people.models import OPERATOR, Account, Person
from elava.people.queries import person_of
from elava.rights.models import DataRequest
from tests.given.accounts import BACKEND, an_account, send, signed_in
from tests.given.people import a_coordinator, a_person

YOUNG, LEAVE, LEFT = "too_young", "leave_account", "account_left"


def a_child(client):
    """Somebody under 13 whom an adult has invited, signed in for the first time."""
    person = a_person()
    account = give_account(person, by=OPERATOR, email="aino@example.org")
    client.force_login(account, backend=BACKEND)
    return person


def test_whoever_is_under_thirteen_finds_the_way_out_where_they_are_asked(client):
    a_child(client)
    asked = client.get(reverse("me")).url
    assert reverse(YOUNG) in client.get(asked).content.decode()
    page = client.get(reverse(YOUNG)).content.decode()
    assert "ilman" in page
    assert asked in page


def test_whoever_is_under_thirteen_is_forgotten_at_once_and_signed_out(client):
    person = a_child(client)
    answer = send(client, reverse(YOUNG), is_too_young="on")
    assert answer.url == reverse(LEFT)
    person.refresh_from_db()
    assert (person.called, person.account, Account.objects.count()) == ("", None, 0)
    page = client.get(reverse(LEFT)).content.decode()
    assert reverse("new_idea") in page
    assert client.get(reverse("account")).status_code == 302


def test_nothing_happens_without_the_tick(client):
    person = a_child(client)
    answer = send(client, reverse(YOUNG))
    assert answer.status_code == 200
    assert "is_too_young" in answer.content.decode()
    person.refresh_from_db()
    assert person.account is not None


def test_a_seat_in_a_body_is_left_by_the_desk_and_the_account_closes_at_once(client):
    person = a_person(in_support_group=True)
    signed_in(client, person)
    send(client, reverse(YOUNG), is_too_young="on")
    asked = DataRequest.objects.get()
    assert (asked.person, asked.kind, asked.done_on) == (person, "erase", None)
    person.refresh_from_db()
    assert (person.called, person.account) == ("Aino", None)


def test_closing_the_account_keeps_the_person_and_ends_every_session(client):
    person, phone = a_person(), Client()
    signed_in(client, person)
    signed_in(phone, person)
    assert reverse(LEAVE) in client.get(reverse("account")).content.decode()
    assert send(client, reverse(LEAVE)).status_code == 200
    assert send(client, reverse(LEAVE), is_sure="on").url == reverse(LEFT)
    person.refresh_from_db()
    assert (person.called, person.account, Account.objects.count()) == ("Aino", None, 0)
    for browser in (client, phone):
        assert browser.get(reverse("account")).status_code == 302
    assert Entry.objects.filter(verb="account.closed").count() == 1


@pytest.mark.parametrize(("door", "tick"), [(LEAVE, "is_sure"), (YOUNG, "is_too_young")])
def test_the_last_coordinator_stays_until_there_is_another(client, door, tick):
    person = a_coordinator()
    signed_in(client, person)
    answer = send(client, reverse(door), **{tick: "on"})
    assert answer.status_code == 409
    assert "ainoa" in answer.content.decode()
    assert client.get(reverse("account")).status_code == 200
    assert not DataRequest.objects.exists()
    a_coordinator("Kerttu")
    assert send(client, reverse(door), **{tick: "on"}).url == reverse(LEFT)


def test_an_account_of_another_programme_stays_there(client, other_programme):
    account = an_account(a_person())
    with scope(programme=other_programme):
        elsewhere = a_person("Olli")
        give_account(elsewhere, by=OPERATOR, email=account.email)
    signed_in(client, person_of(account))
    send(client, reverse(LEAVE), is_sure="on")
    with scope(programme=other_programme):
        assert Person.objects.get(pk=elsewhere.pk).account == account


def test_whoever_closed_an_account_can_be_invited_again(client):
    person = a_person()
    email = an_account(person).email
    signed_in(client, person)
    send(client, reverse(LEAVE), is_sure="on")
    again = invite_person(by=a_coordinator(), called="Aino", email=email)
    assert confirm_age(again, by=again, is_minor=False).account.email == email
