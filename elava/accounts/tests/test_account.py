from django.test import Client
from django.urls import reverse

from elava.people.models import Account
from tests.given.accounts import an_account, an_app_of, app_code, code_in, send, signed_in
from tests.given.journal import the_last_entry
from tests.given.people import a_coordinator, a_person


def with_second_step(client, person):
    secret = an_app_of(an_account(person))
    signed_in(client, person)
    return secret


def test_a_new_address_needs_proof_on_both_sides_and_the_old_one_is_told(client, mailoutbox):
    person = a_person()
    secret = with_second_step(client, person)
    old = an_account(person).email
    asked = client.get(reverse("account_email"))
    assert asked.url.startswith(reverse("mfa_reauthenticate"))
    assert send(client, asked.url, code=app_code(secret)).url == reverse("account_email")
    sent = send(client, reverse("account_email"), email="uusi@example.org", action_add="1")
    assert sent.url == reverse("account_email_verification_sent")
    assert mailoutbox[0].to == ["uusi@example.org"]
    phone = signed_in(Client(), person)
    done = send(client, sent.url, code=code_in(mailoutbox[0]))
    assert done.status_code == 302
    account = Account.objects.get(pk=an_account(person).pk)
    assert account.email == "uusi@example.org"
    assert [mail.to for mail in mailoutbox[1:]] == [[old]]
    assert client.get(reverse("account")).status_code == 200
    assert phone.get(reverse("account")).status_code == 302
    assert the_last_entry(account).verb == "account.moved"


def test_an_address_of_somebody_else_cannot_be_taken(client, mailoutbox):
    taken, person = an_account(a_person()).email, a_person("Eino")
    secret = with_second_step(client, person)
    send(client, client.get(reverse("account_email")).url, code=app_code(secret))
    send(client, reverse("account_email"), email=taken, action_add="1")
    send(client, reverse("account_email_verification_sent"), code=code_in(mailoutbox[0]))
    assert an_account(person).email != taken


def test_without_a_second_step_the_address_stays(client):
    signed_in(client, a_person())
    assert client.get(reverse("account_email")).url == reverse("account_app")


def test_recovery_codes_are_made_anew_and_the_owner_is_told(client, mailoutbox):
    person = a_coordinator()
    secret = with_second_step(client, person)
    send(client, client.get(reverse("mfa_generate_recovery_codes")).url, code=app_code(secret))
    assert send(client, reverse("mfa_generate_recovery_codes")).url == reverse("account_codes")
    page = client.get(reverse("account_codes")).content.decode()
    assert page.count("<code>") == 10


def test_without_the_app_a_person_with_a_role_owes_a_second_step_again(client, mailoutbox):
    person = a_coordinator()
    secret = with_second_step(client, person)
    send(client, client.get(reverse("mfa_deactivate_totp")).url, code=app_code(secret))
    assert client.get(reverse("desk")).status_code == 200
    assert send(client, reverse("mfa_deactivate_totp")).url == reverse("account_app")
    assert client.get(reverse("desk")).url == reverse("account_app")


def test_the_account_page_is_for_its_owner_only(client):
    assert client.get(reverse("account")).status_code == 302
    page = signed_in(client, a_person()).get(reverse("account"))
    assert "no-store" in page.headers["Cache-Control"]
