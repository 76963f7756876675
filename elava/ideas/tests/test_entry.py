from django.urls import reverse

from elava.foundation.once import fresh_key
from elava.ideas.actions import give_idea
from elava.ideas.models import Idea
from tests.given.accounts import signed_in
from tests.given.people import a_coordinator, a_helper

CARD = {
    "door": "paper", "external_key": "B-99", "spoken_by": "for_someone", "language": "fi",
    "visibility": "without_name", "consent": "on_paper", "reply_route": "number",
}  # fmt: skip


def entered(client, text, **more):
    return client.post(reverse("entry"), CARD | {"once_key": fresh_key(), "text": text} | more)


def test_a_card_that_comes_again_gets_the_same_number(client):
    signed_in(client, a_coordinator())
    entered(client, "Keinu pihalle")
    assert entered(client, "Keinu pihalle").url == reverse("entry_number")
    assert Idea.objects.count() == 1


def test_another_text_with_the_same_card_number_shows_both_texts_and_what_to_do(client):
    signed_in(client, a_coordinator())
    entered(client, "Keinu pihalle")
    first = Idea.objects.get()
    page = entered(client, "Penkki rantaan")
    shown = page.content.decode()
    assert page.status_code == 409
    assert "Keinu pihalle" in shown
    assert "Penkki rantaan" in shown
    assert f'href="{first.get_absolute_url()}"' in shown
    assert f'href="{reverse("entry")}"' in shown
    assert Idea.objects.get().text == "Keinu pihalle"


def test_a_helper_does_not_read_a_strangers_card_by_its_number(client):
    how = {"door": "paper", "visibility": "nobody", "language": "fi", "external_key": "B-99"}
    give_idea("Toisen salaisuus", by=a_coordinator(), **how)
    signed_in(client, a_helper())
    page = entered(client, "Arvaus").content.decode()
    assert "Arvaus" in page
    assert "Toisen salaisuus" not in page
