from django.urls import reverse

from elava.foundation.once import fresh_key
from elava.ideas.models import Idea
from tests.given.ideas import an_idea


def test_a_resident_gives_an_idea_in_two_steps_and_finds_it_by_its_number(client):
    asked = client.post(reverse("new_idea"), {"text": "Kielikahvila kirjastoon"})
    assert "Kielikahvila kirjastoon" in asked.content.decode()
    sent = client.post(
        reverse("send_idea"),
        {"once_key": fresh_key(), "text": "Kielikahvila kirjastoon", "visibility": "nobody"},
        follow=True,
    )
    number = Idea.objects.get().receipt
    assert number.number_shown in sent.content.decode()
    found = client.get(reverse("number"), {"number": number.number_shown})
    assert "Kielikahvila" not in found.content.decode()


def test_the_long_link_becomes_a_cookie_and_a_clean_address(client):
    receipt = an_idea().receipt
    opened = client.get(reverse("open_slip", args=[receipt.secret]))
    assert opened.url == reverse("slip")
    assert receipt.number_shown in client.get(opened.url).content.decode()


def test_a_link_of_another_programme_opens_nothing(client, other_programme):
    receipt = an_idea().receipt
    url = reverse("open_slip", args=[receipt.secret])
    page = client.get(url, headers={"host": other_programme.host})
    assert (page.status_code, "slip" in page.cookies) == (404, False)


def test_back_finds_what_was_typed_on_the_page_that_asked_again(client):
    text = {"text": "Kielikahvila kirjastoon"}
    asked = client.post(reverse("new_idea"), text)
    wrong = text | {"once_key": fresh_key(), "visibility": "first_name"}
    again = client.post(reverse("send_idea"), wrong)
    for page in (asked, again):
        assert "Kielikahvila" in page.content.decode()
        assert page.headers["Cache-Control"] == "private, no-cache"
    sent = client.post(reverse("send_idea"), wrong | {"visibility": "nobody"})
    assert "no-store" in sent.headers["Cache-Control"]


def test_an_empty_idea_is_asked_for_again_kindly(client):
    page = client.post(reverse("new_idea"), {"text": "  "})
    assert page.status_code == 200


def test_a_foreign_hidden_idea_looks_missing(client):
    assert client.get(an_idea().get_absolute_url()).status_code == 404


def test_a_first_name_is_asked_for_only_where_it_is_to_be_shown(client):
    form = {"once_key": fresh_key(), "text": "Penkki", "visibility": "first_name"}
    assert client.post(reverse("send_idea"), form).status_code == 200
    assert not Idea.objects.exists()
