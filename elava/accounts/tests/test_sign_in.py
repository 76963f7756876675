import re

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import travel as machine_travel

from elava.accounts.queries import SECOND_STEP
from elava.foundation.errors import NotAllowed
from elava.people.actions import close_account
from elava.people.models import Account
from elava.people.queries import person_of
from tests.given.accounts import an_account, an_app_of, app_code, ask_for_code, code_in, send
from tests.given.people import a_coordinator, a_person

CODE, SECOND = "account_confirm_login_code", "mfa_authenticate"


def sign_in(client, mailoutbox, account):
    ask_for_code(client, account.email)
    return send(client, reverse(CODE), code=code_in(mailoutbox[-1]))


def test_somebody_without_a_role_signs_in_with_a_code(client, mailoutbox):
    account = an_account(a_person(), "aino@example.org")
    assert ask_for_code(client, "Aino@Example.org").url == reverse(CODE)
    assert "Aino@Example.org" in client.get(reverse(CODE)).content.decode()
    assert send(client, reverse(CODE), code=code_in(mailoutbox[0])).url == reverse("account")
    assert "aino@example.org" in client.get(reverse("account")).content.decode()
    assert client.session["_auth_user_id"] == str(account.pk)


def test_whoever_has_a_role_is_nobody_until_the_second_step_is_set_up(client, mailoutbox):
    coordinator = a_coordinator()
    account = an_account(coordinator)
    assert sign_in(client, mailoutbox, account).url == reverse("account_app")
    assert client.get(reverse("desk")).url == reverse("account_app")
    page = client.get(reverse("account_app")).content.decode()
    # The secret and the tokens of the form are random letters, and may well spell it.
    assert "QR" not in re.sub('<code>.*?</code>|value="[^"]*"', "", page)
    assert client.get(reverse("account_app_picture")).headers["Content-Type"] == "image/svg+xml"
    secret = client.session["mfa.totp.secret"]
    done = send(client, reverse("account_app"), code=app_code(secret))
    assert done.url == reverse("account_codes")
    codes = client.get(done.url).content.decode()
    assert codes.count("<code>") == 10
    assert client.get(done.url).content.decode().count("<code>") == 0
    assert client.get(reverse("desk")).status_code == 200


def test_the_second_step_is_asked_for_at_the_next_sign_in(client, mailoutbox):
    account = an_account(a_coordinator())
    secret = an_app_of(account)
    assert sign_in(client, mailoutbox, account).url == reverse(SECOND)
    assert client.get(reverse("desk")).status_code == 403
    wrong = send(client, reverse(SECOND), code="000000")
    assert wrong.status_code == 200
    assert send(client, reverse(SECOND), code=app_code(secret)).url == reverse("desk")
    assert client.get(reverse("desk")).status_code == 200


def test_a_code_of_the_app_opens_once(client, mailoutbox):
    account = an_account(a_coordinator())
    secret = an_app_of(account)
    code = app_code(secret)
    sign_in(client, mailoutbox, account)
    send(client, reverse(SECOND), code=code)
    other = Client()
    sign_in(other, mailoutbox, account)
    assert send(other, reverse(SECOND), code=code).status_code == 200


def test_a_mailed_code_is_good_only_in_the_browser_that_asked(client, mailoutbox):
    account = an_account(a_person())
    ask_for_code(client, account.email)
    thief = Client()
    assert send(thief, reverse(CODE), code=code_in(mailoutbox[0])).url == reverse("sign_in")
    ask_for_code(thief, account.email)
    assert send(thief, reverse(CODE), code=code_in(mailoutbox[0])).status_code == 200


def test_a_mailed_code_expires_after_ten_minutes(client, mailoutbox):
    account = an_account(a_person())
    with machine_travel("2026-05-04 12:00+03:00", tick=False):
        ask_for_code(client, account.email)
    with machine_travel("2026-05-04 12:10:01+03:00", tick=False):
        late = send(client, reverse(CODE), code=code_in(mailoutbox[0]))
    assert late.url == reverse("sign_in")


def test_three_wrong_codes_end_the_attempt(client, mailoutbox):
    account = an_account(a_person())
    ask_for_code(client, account.email)
    answers = [send(client, reverse(CODE), code="000000") for _try in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 302]
    assert send(client, reverse(CODE), code=code_in(mailoutbox[0])).url == reverse("sign_in")
    assert "_auth_user_id" not in client.session


def test_the_code_is_not_kept_anywhere(client, mailoutbox):
    account = an_account(a_person())
    ask_for_code(client, account.email)
    assert code_in(mailoutbox[0]) not in str(dict(client.session))


def test_one_mailbox_gets_five_codes_in_ten_minutes(mailoutbox):
    account = an_account(a_person())
    for _try in range(6):
        last = ask_for_code(Client(), account.email)
    assert (last.status_code, len(mailoutbox)) == (200, 5)


@pytest.mark.parametrize("kind", ["unknown", "closed"])
def test_an_address_without_an_open_account_gets_the_same_answer(client, mailoutbox, kind):
    email = f"{kind}@example.org"
    if kind == "closed":
        person = person_of(an_account(a_person(), email))
        close_account(person, by=person)
    known = Client()
    ask_for_code(known, an_account(a_person()).email)
    answer = ask_for_code(client, email)
    assert (answer.status_code, answer.url) == (302, reverse(CODE))
    page, true = (c.get(reverse(CODE)).content.decode() for c in (client, known))
    assert len(page) - page.count(email) * len(email) == pytest.approx(len(true), abs=120)
    assert len(mailoutbox) == 2
    assert "koodia ei" in mailoutbox[1].body
    assert send(client, reverse(CODE), code="000000").status_code == 200


def test_the_same_number_of_queries_for_known_and_unknown_addresses(
    mailoutbox, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    account = an_account(a_person())
    counts = []
    for email in (account.email, "nobody@example.org"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            ask_for_code(Client(), email)
        counts.append(len(queries))
    assert abs(counts[0] - counts[1]) <= 1


def test_a_closed_account_is_out_at_the_next_request(client, mailoutbox):
    account = an_account(a_person())
    sign_in(client, mailoutbox, account)
    assert client.get(reverse("account")).status_code == 200
    person = person_of(account)
    with pytest.raises(NotAllowed):
        close_account(person, by=a_coordinator())
    close_account(person, by=person)
    assert client.get(reverse("account")).status_code == 302


def test_signing_out_everywhere_ends_every_session(client, mailoutbox):
    account, phone = an_account(a_person()), Client()
    for browser in (client, phone):
        sign_in(browser, mailoutbox, account)
    assert send(phone, reverse("sign_out_everywhere")).url == reverse("sign_in")
    assert client.get(reverse("account")).status_code == 302
    assert phone.get(reverse("account")).status_code == 302


def test_a_new_second_step_ends_sessions_that_never_showed_it(client, mailoutbox):
    account, phone = an_account(a_coordinator()), Client()
    sign_in(phone, mailoutbox, account)
    sign_in(client, mailoutbox, account)
    client.get(reverse("account_app"))
    send(client, reverse("account_app"), code=app_code(client.session["mfa.totp.secret"]))
    assert client.session[SECOND_STEP] is True
    assert client.get(reverse("desk")).status_code == 200
    assert phone.get(reverse("account")).url.startswith(reverse("sign_in"))


def test_there_are_no_passwords(client):
    account = an_account(a_person())
    assert not account.has_usable_password()
    assert not account.check_password("")
    assert "password" not in {field.name for field in Account._meta.get_fields()}


def test_signing_out_asks_first_and_forgets_the_session(client, mailoutbox):
    sign_in(client, mailoutbox, an_account(a_person()))
    assert client.get(reverse("sign_out")).status_code == 200
    assert send(client, reverse("sign_out")).url == reverse("home")
    assert client.get(reverse("account")).status_code == 302


def test_an_account_of_another_programme_has_no_rights_here(client, mailoutbox, other_programme):
    from django_scopes import scope

    with scope(programme=other_programme):
        account = an_account(a_coordinator())
    assert sign_in(client, mailoutbox, account).url == reverse("account")
    assert client.get(reverse("desk")).status_code == 403


@pytest.mark.parametrize(
    "where",
    ["https://evil.example", "//evil.example", "/\\evil.example", "https:evil", "/nowhere/",
     "http://other.localhost/desk/", "javascript:alert(1)", "/sign-out/", "///evil.example/desk/"],
)  # fmt: skip
def test_next_leads_nowhere_but_to_a_page_of_this_site(client, mailoutbox, where):
    account = an_account(a_person())
    client.post(
        f"{reverse('sign_in')}?next={where}", {"once_key": "k" * 20, "email": account.email}
    )
    answer = send(client, f"{reverse(CODE)}?next={where}", code=code_in(mailoutbox[0]), next=where)
    assert answer.url == reverse("account")


def test_after_signing_in_people_come_back_to_where_they_wanted(client, mailoutbox):
    coordinator = a_coordinator()
    secret = an_app_of(an_account(coordinator))
    refused = client.get(reverse("desk"))
    door = "/sign-in/?next=%2Fdesk%2F"
    assert (refused.status_code, f'href="{door}"' in refused.content.decode()) == (403, True)
    account = an_account(coordinator)
    asked = client.post(door, {"once_key": "k" * 20, "email": account.email})
    coded = send(client, asked.url, code=code_in(mailoutbox[0]))
    assert send(client, coded.url, code=app_code(secret)).url == "/desk/"
