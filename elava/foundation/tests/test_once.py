import pytest
from django.urls import reverse

from elava.foundation.models import Submission
from elava.foundation.once import fresh_key
from elava.ideas.models import Idea
from tests.given.ideas import an_idea

SEND = "/ideas/new/send/"


def given(client, key, text="Penkki rantaan"):
    return client.post(
        SEND, {"once_key": key, "text": text, "visibility": "without_name", "first_name": ""}
    )


def test_a_double_click_makes_one_idea_and_the_same_answer(client):
    key = fresh_key()
    first, second = given(client, key), given(client, key)
    assert Idea.objects.count() == 1
    assert first.url == second.url == reverse("slip")


def test_a_repeat_from_elsewhere_still_gets_its_slip(client):
    key = fresh_key()
    given(client, key)
    client.cookies.clear()
    assert given(client, key).cookies["slip"].value


def test_the_same_key_with_another_text_writes_nothing_and_shows_the_text(client):
    key = fresh_key()
    given(client, key)
    answer = given(client, key, text="Aivan toinen ajatus")
    assert answer.status_code == 409
    assert "Aivan toinen ajatus" in answer.content.decode()
    assert Idea.objects.count() == 1


def test_two_browsers_with_the_same_text_get_two_ideas_and_two_receipts(client):
    given(client, fresh_key())
    given(client, fresh_key())
    assert len({idea.receipt.number for idea in Idea.objects.select_related("receipt")}) == 2


@pytest.mark.parametrize("key", ["", "short", "x" * 200, "no spaces allowed here"])
def test_a_form_without_a_sound_key_writes_nothing_and_loses_nothing(client, key):
    answer = given(client, key, text="Älä hukkaa tätä")
    assert answer.status_code == 409
    assert "Älä hukkaa tätä" in answer.content.decode()
    assert not Idea.objects.exists()


def test_a_form_that_fails_may_be_sent_again_with_the_same_key(client):
    key = fresh_key()
    bad = client.post(SEND, {"once_key": key, "text": "Penkki", "visibility": ""})
    assert (bad.status_code, key in bad.content.decode()) == (200, True)
    assert given(client, key, text="Penkki").status_code == 302


def test_what_another_request_was_about_is_told_to_nobody(client):
    written = an_idea("Tätä ei lue kukaan", visibility=Idea.Visibility.NOBODY)
    key = fresh_key()
    client.post(reverse("sign_in"), {"once_key": key, "email": "aino@example.org"})
    again = client.post(reverse("sign_in"), {"once_key": key, "email": "eino@example.org"})
    assert again.status_code == 409
    assert written.title not in again.content.decode()
    assert Submission.objects.get(key=key).subject_kind == ""


def test_words_sent_after_the_slip_was_closed_are_shown_again(client):
    form = {"once_key": fresh_key(), "text": "Pitkä kallis teksti", "visibility": "without_name"}
    answer = client.post(reverse("slip_change"), form)
    assert answer.status_code == 409
    assert "Pitkä kallis teksti" in answer.content.decode()
    assert not Submission.objects.filter(key=form["once_key"]).exists()
