import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from elava.accounts.actions import say_own_age
from elava.accounts.queries import SECOND_STEP
from elava.foundation.actions import permitted_to_write
from elava.foundation.errors import NotAllowed, NotNow
from elava.ideas.actions import edit_idea, give_idea, write_comment
from elava.ideas.models import Comment, Idea
from elava.journal.models import Entry
from elava.people.actions import change_own_words, claim_receipt, confirm_age, give_account
from elava.people.models import NOBODY, OPERATOR, KeyHolder, Person
from tests.given.accounts import BACKEND, ask_for_code, code_in, send, signed_in
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person

NAMED = {"visibility": "first_name", "first_name": "Aino"}
AGE = "account_age"


def invited(person):
    """The account of somebody who has not said anything of their age."""
    return give_account(person, by=OPERATOR, email="aino@example.org")


def in_session(client, person):
    client.force_login(invited(person), backend=BACKEND)
    session = client.session
    session[SECOND_STEP] = True
    session.save()
    return client


def a_minor():
    person = a_person()
    return confirm_age(person, by=person, is_minor=True)


def test_the_first_sign_in_asks_for_the_age_and_for_no_birth_date(client, mailoutbox):
    account = invited(a_person())
    ask_for_code(client, account.email)
    code = code_in(mailoutbox[-1])
    first = send(client, reverse("account_confirm_login_code"), code=code)
    assert first.url == reverse(AGE)
    page = client.get(first.url).content.decode()
    assert 'type="date"' not in page
    assert "checked" not in page
    assert send(client, first.url).status_code == 200
    assert send(client, first.url, is_old_enough="on").url == reverse("account")
    assert client.get(reverse("me")).status_code == 200
    assert not Person.objects.get().is_minor


def test_until_then_a_person_is_nobody(client):
    coordinator = a_coordinator()
    in_session(client, coordinator)
    assert client.get(reverse("desk")).url == reverse(AGE)
    assert send(client, reverse("invite"), called="X").status_code == 403
    send(client, reverse(AGE), is_old_enough="on")
    assert client.get(reverse("desk")).status_code == 200


def test_whoever_is_under_eighteen_loses_the_public_name_and_cannot_choose_it_again(client):
    person = a_person()
    facts = {"called": "Aino", "language": "fi"}
    person = change_own_words(person, by=person, visibility="public", **facts)
    in_session(client, person)
    send(client, reverse(AGE), is_old_enough="on", is_minor="on")
    person.refresh_from_db()
    assert (person.is_minor, person.visibility) == (True, "hidden")
    assert 'value="public"' not in client.get(reverse("change_me")).content.decode()
    answer = send(client, reverse("change_me"), visibility="public", **facts)
    assert answer.status_code == 200
    with pytest.raises(NotNow):
        change_own_words(person, by=person, visibility="public", **facts)
    send(client, reverse("change_me"), visibility="network", **facts)
    person.refresh_from_db()
    assert person.visibility == "network"


def test_the_database_knows_no_minor_with_a_public_name():
    person = a_minor()
    person.visibility = Person.Visibility.PUBLIC
    with permitted_to_write("tests"), pytest.raises(IntegrityError), transaction.atomic():
        person.save()


def test_an_idea_and_a_comment_of_somebody_under_eighteen_stand_without_a_name():
    person = a_minor()
    idea = give_idea("Keinu", by=person, door="web", language="fi", **NAMED)
    assert (idea.visibility, idea.first_name) == ("without_name", "")
    comment = write_comment(an_idea(is_open=True), by=person, text="Hyvä!", called="Aino")
    assert comment.called == ""


def test_a_grown_helper_writes_the_name_of_whom_they_help():
    helper = a_coordinator()
    confirm_age(helper, by=helper, is_minor=True)
    idea = give_idea("Keinu", by=helper, door="phone", language="fi", spoken_by="for_someone",
                     **NAMED)  # fmt: skip
    assert idea.first_name == "Aino"


def test_names_shown_before_go_when_somebody_says_that_they_are_under_eighteen():
    person, idea = a_person(), give_idea("Keinu", by=NOBODY, door="web", language="fi", **NAMED)
    claim_receipt(idea.receipt, by=person)
    other = an_idea(is_open=True)
    write_comment(other, by=person, text="Hyvä!", called="Aino")
    say_own_age(person, by=person, is_minor=True)
    idea.refresh_from_db()
    assert (idea.visibility, idea.first_name) == ("without_name", "")
    assert Comment.objects.get().called == ""
    changed = edit_idea(idea, by=KeyHolder(idea.receipt), version=2, **NAMED)
    assert (changed.visibility, changed.first_name) == ("without_name", "")


def test_the_slip_of_what_a_minor_gave_while_signed_in_cannot_add_a_name():
    person = a_minor()
    idea = give_idea("Keinu", by=person, door="web", language="fi", visibility="without_name")
    changed = edit_idea(idea, by=KeyHolder(idea.receipt), version=1, **NAMED)
    assert (changed.visibility, changed.first_name) == ("without_name", "")


def test_names_go_from_what_somebody_under_eighteen_gave_while_signed_in():
    person = a_person()
    idea = give_idea("Keinu", by=person, door="web", language="fi", **NAMED)
    say_own_age(person, by=person, is_minor=True)
    idea.refresh_from_db()
    assert (idea.visibility, idea.first_name) == ("without_name", "")


def test_the_name_of_whom_a_young_helper_wrote_for_stays():
    helper = a_coordinator()
    idea = give_idea("Keinu", by=helper, door="phone", language="fi", spoken_by="for_someone",
                     **NAMED)  # fmt: skip
    say_own_age(helper, by=helper, is_minor=True)
    changed = edit_idea(idea, by=KeyHolder(idea.receipt), version=1, text="Kiikku", **NAMED)
    assert changed.first_name == "Aino"


def test_a_slip_that_a_minor_takes_as_their_own_loses_its_name(client):
    person = a_minor()
    idea = give_idea("Keinu", by=NOBODY, door="web", language="fi", **NAMED)
    signed_in(client, person)
    confirm_age(person, by=person, is_minor=True)
    send(client, reverse("take_slip"), secret=idea.receipt.secret)
    assert Idea.objects.get().first_name == ""


def test_only_the_person_says_how_old_they_are_and_the_journal_does_not_know_it():
    person = a_person()
    with pytest.raises(NotAllowed):
        confirm_age(person, by=a_coordinator(), is_minor=True)
    confirm_age(person, by=person, is_minor=True)
    entry = Entry.objects.get(verb="person.confirmed_age")
    assert entry.fields == {}


def test_somebody_who_has_turned_eighteen_says_so(client):
    person = a_minor()
    in_session(client, person)
    assert "alle 18-vuotias" in client.get(reverse("account")).content.decode()
    send(client, reverse(AGE), is_old_enough="on")
    person.refresh_from_db()
    assert not person.is_minor
