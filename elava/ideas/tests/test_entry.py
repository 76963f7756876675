import pytest
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


def fault(client, **more):
    page = entered(client, "Keinu pihalle", **more)
    assert page.status_code == 200
    assert not Idea.objects.exists()
    return page.context["form"].errors.keys()


@pytest.mark.parametrize(
    ("door", "consent"),
    [("phone", "on_page"), ("phone", "on_paper"), ("paper", "in_message"), ("sms", "on_page")],
)
def test_nobody_agrees_on_a_page_by_phone(client, door, consent):
    signed_in(client, a_coordinator())
    assert fault(client, door=door, consent=consent) == {"consent"}
    entered(client, "Keinu pihalle", door=door, consent="aloud")
    assert Idea.objects.exists()


def test_whoever_stays_unknown_has_no_name_and_no_contact(client):
    signed_in(client, a_helper())
    unknown = {"spoken_by": "relay", "visibility": "first_name", "first_name": "Aino",
               "reply_route": "contact"}  # fmt: skip
    assert fault(client, **unknown) == {"visibility", "reply_route"}
    entered(client, "Keinu pihalle", spoken_by="relay", reply_route="helper")
    assert Idea.objects.get().intake.recorded_by is None


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


def test_a_helper_opens_no_strangers_slip_with_the_words_that_everybody_reads(client):
    how = {"door": "paper", "visibility": "without_name", "language": "fi", "external_key": "B-99"}
    theirs = give_idea("Keinu pihalle", by=a_coordinator(), **how)
    signed_in(client, a_helper())
    page = entered(client, "Keinu pihalle")
    assert page.status_code == 409
    assert theirs.receipt.number_shown not in page.content.decode()
    assert client.get(reverse("entry_number")).status_code == 404
