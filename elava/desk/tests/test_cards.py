import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from elava.desk.actions import type_in_cards
from elava.foundation.errors import NotAllowed, NotNow
from elava.foundation.once import fresh_key
from elava.ideas.actions import give_idea
from elava.ideas.models import Idea, Intake
from elava.people.models import NOBODY, ContactWay
from elava.ui.dates import day
from tests.given.accounts import signed_in
from tests.given.people import a_coordinator, a_helper, a_person

SHARED = {"spoken_by": "self", "consent": "on_paper", "language": "fi"}


def card(number, text, visibility="without_name", **more):
    """What a row of the grid sends."""
    facts = {"text": text, "visibility": visibility, **more}
    return {f"card-{number}-{name}": value for name, value in facts.items()}


def typed(client, *cards, key=None, **shared):
    sent = {"once_key": key or fresh_key(), **SHARED, **shared}
    for one in cards:
        sent |= one
    return client.post(reverse("cards"), sent)


def of_a_stranger(text, by=None, **how):
    by = by or a_coordinator()
    return give_idea(text, by=by, door="paper", visibility="nobody", language="fi", **how)


def test_a_helper_types_in_many_cards_and_each_gets_a_number_on_a_slip(client):
    signed_in(client, a_helper())
    texts = [f"Penkki paikkaan {n}" for n in range(1, 11)]
    answer = typed(client, *(card(n, text) for n, text in enumerate(texts, 1)))
    assert answer.url == reverse("card_slips")
    page = client.get(answer.url).content.decode()
    ideas = Idea.objects.select_related("receipt", "intake")
    assert {idea.text for idea in ideas} == set(texts)
    assert all(idea.receipt.number_shown in page for idea in ideas)
    assert {idea.intake.door for idea in ideas} == {Intake.Door.PAPER}
    assert page.index(texts[0]) < page.index(texts[9])


def test_each_slip_speaks_the_language_of_its_giver(client):
    signed_in(client, a_helper())
    typed(client, card(1, "En gunga"), language="sv")
    idea = Idea.objects.get()
    page = client.get(reverse("card_slips")).content.decode()
    slip = page[page.index('<ul class="slips">') : page.index("</ul>", page.index('"slips"'))]
    with translation.override("sv"):
        promise = f"Vi svarar senast {day(idea.answer_by)}."
    assert '<li lang="sv">' in slip
    assert "Numret på din idé" in slip
    assert promise in slip
    assert 'aria-label="Koden öppnar din lapp."' in slip
    assert f"{idea.programme.host}{settings.ELAVA_PORT_SHOWN}/sv/number/" in slip
    assert "Ideasi" not in slip
    assert '<html lang="fi"' in page


@pytest.mark.parametrize("count", [1, 10])
def test_ten_slips_ask_as_much_as_one(client, count, django_assert_max_num_queries):
    signed_in(client, a_helper())
    typed(client, *(card(n + 1, f"Keinu {n}") for n in range(count)))
    with django_assert_max_num_queries(7):
        assert client.get(reverse("card_slips")).content.decode().count("<li lang=") == count


def test_rows_left_empty_are_no_cards(client):
    signed_in(client, a_coordinator())
    typed(client, card(4, "Keinu", kind="dream"), card(7, "   ", visibility=""))
    idea = Idea.objects.get()
    assert (idea.text, idea.kind) == ("Keinu", "dream")


def test_a_fault_in_a_row_keeps_all_that_was_typed_and_says_what_to_do(client):
    signed_in(client, a_coordinator())
    good, without_tick = card(1, "Keinu pihaan"), card(3, "Laituri rantaan", visibility="")
    page = typed(client, good, without_tick).content.decode()
    assert not Idea.objects.exists()
    assert "Keinu pihaan" in page
    assert "Laituri rantaan" in page
    assert "Kortti 3:" in page
    assert 'href="#id_card-3-visibility"' in page


def test_a_page_without_any_card_says_so(client):
    signed_in(client, a_coordinator())
    assert "Kirjoita ainakin yksi kortti." in typed(client).content.decode()


def test_the_contact_on_a_card_becomes_the_way_of_the_answer(client):
    signed_in(client, a_helper())
    typed(client, card(1, "Keinu", to="040 123 4567"), card(2, "Penkki"))
    assert Idea.objects.get(text="Keinu").intake.reply_route == Intake.Route.CONTACT
    assert Idea.objects.get(text="Penkki").intake.reply_route == Intake.Route.NUMBER
    way = ContactWay.objects.get()
    assert way.receipt == Idea.objects.get(text="Keinu").receipt


def test_a_contact_that_reaches_nobody_is_told_at_its_row(client):
    signed_in(client, a_coordinator())
    page = typed(client, card(2, "Keinu", to="ei@ole")).content.decode()
    assert "Kortti 2:" in page
    assert not Idea.objects.exists()


def test_a_resend_makes_no_double_card(client):
    signed_in(client, a_coordinator())
    key = fresh_key()
    first = typed(client, card(1, "Keinu"), card(2, "Penkki"), key=key)
    again = typed(client, card(1, "Keinu"), card(2, "Penkki"), key=key)
    assert first.url == again.url
    assert Idea.objects.count() == 2
    assert Intake.objects.get(raw_words="Keinu").external_key == f"{key}:1"


@pytest.mark.parametrize("words", ["Arvaus", "Toisen idea"])
def test_a_printed_card_number_comes_in_once_and_opens_no_slip_of_a_stranger(client, words):
    theirs = of_a_stranger("Toisen idea", external_key="17")
    signed_in(client, a_helper())
    answer = typed(client, card(1, words, external_key="17", to="minulle@esimerkki.fi"))
    assert answer.status_code == 200
    assert "Kortti 1:" in answer.content.decode()
    slips = client.get(reverse("card_slips"), follow=True).content.decode()
    assert theirs.receipt.number_shown not in slips
    assert theirs.receipt.number_shown not in answer.content.decode()
    assert not ContactWay.objects.exists()
    assert Idea.objects.get() == theirs


def test_a_card_that_its_helper_types_again_gets_its_slip_and_no_other_contact(client):
    signed_in(client, a_helper())
    typed(client, card(1, "Keinu", external_key="17"))
    slip = Idea.objects.get().receipt
    page = typed(client, card(1, "Keinu", external_key="17", to="minulle@esimerkki.fi"))
    assert 'href="#id_card-1-to"' in page.content.decode()
    typed(client, card(1, "Keinu", external_key="17"))
    assert slip.number_shown in client.get(reverse("card_slips")).content.decode()
    assert not ContactWay.objects.exists()


def test_no_contact_is_added_to_an_idea_that_came_before():
    helper = a_coordinator()
    cards = [{"row": 1, "text": "Keinu", "visibility": "nobody", "first_name": "", "kind": "dream",
              "to": "", "external_key": "17"}]  # fmt: skip
    first = type_in_cards(cards, by=helper, page_key="sivu", **SHARED)
    cards[0]["to"] = "minulle@esimerkki.fi"
    assert type_in_cards(cards, by=helper, page_key="sivu", **SHARED) == first
    assert not ContactWay.objects.exists()


def test_a_number_on_two_cards_of_a_page_is_told(client):
    signed_in(client, a_coordinator())
    for text in ("Penkki", "Keinu"):
        cards = card(1, "Keinu", external_key="5"), card(2, text, external_key="5")
        assert "Kortti 2:" in typed(client, *cards).content.decode()
        assert not Idea.objects.exists()


def test_no_slip_opens_by_the_number_of_a_card_with_other_words():
    of_a_stranger("Keinu", external_key="9")
    with pytest.raises(NotNow):
        of_a_stranger("Penkki", external_key="9")


def test_no_slip_opens_to_a_stranger_who_copies_the_words():
    theirs = of_a_stranger("Keinu", external_key="9")
    assert of_a_stranger("Keinu", external_key="9") == theirs
    for stranger in (a_helper(), a_person(), NOBODY):
        with pytest.raises(NotNow):
            of_a_stranger("Keinu", external_key="9", by=stranger)


def test_somebody_without_a_helpers_role_types_in_nothing(client):
    signed_in(client, a_person())
    assert typed(client, card(1, "Keinu")).status_code == 403
    with pytest.raises(NotAllowed):
        give_idea("Keinu", by=a_person(), door="paper", visibility="nobody", language="fi",
                  spoken_by="for_someone")  # fmt: skip


def faults(page):
    return page.context["form"].errors.keys()


def test_a_relay_by_cards_names_nobody(client):
    signed_in(client, a_helper())
    named = {"visibility": "first_name", "first_name": "Aino"}
    page = typed(client, card(1, "Keinu", **named, to="aino@esimerkki.fi"), spoken_by="relay")
    assert faults(page) == {"visibility", "to"}
    assert page.content.decode().count("Kortti 1: tuntem") == 4  # above and at the row
    assert not Idea.objects.exists()
    typed(client, card(1, "Keinu"), spoken_by="relay")
    assert Intake.objects.get().recorded_by is None
    assert Idea.objects.get().first_name == ""
    assert not ContactWay.objects.exists()


@pytest.mark.parametrize("consent", ["in_message", "on_page"])
def test_nobody_agrees_in_a_message_on_a_card(client, consent):
    signed_in(client, a_helper())
    assert faults(typed(client, card(1, "Keinu"), consent=consent)) == {"consent"}
    assert f'value="{consent}"' not in client.get(reverse("cards")).content.decode()
    typed(client, card(1, "Keinu"), consent="aloud")
    assert Idea.objects.get().text == "Keinu"


@pytest.mark.parametrize("too_much", [{"visibility": "first_name"}, {"reply_route": "contact"}])
def test_whoever_stays_unknown_has_no_name_and_no_contact_by_whatever_door(too_much):
    told = {"visibility": "nobody", "reply_route": "number"} | too_much
    with pytest.raises(NotNow):
        give_idea("Keinu", by=a_helper(), door="paper", language="fi", spoken_by="relay",
                  first_name="Aino", **told)  # fmt: skip
