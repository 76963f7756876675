"""The desk's answer: an outcome opens one follow-up, joining picks an idea, elsewhere is asked."""

import pytest
from django.urls import reverse

from elava.decisions.models import HandOver
from elava.foundation.once import fresh_key
from elava.ideas.models import Idea
from tests.given.accounts import signed_in
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator


@pytest.fixture
def idea():
    return an_idea("Penkki torille", is_open=True)


@pytest.fixture
def desk(client):
    return signed_in(client, a_coordinator())


def answer(idea):
    return reverse("answer_idea", args=[idea.pk])


OWN = {"try": None, "try_if": "condition", "join": "joins", "elsewhere": "receiver"}


@pytest.mark.parametrize("outcome", [*OWN, "not_now"])
def test_the_chosen_outcome_opens_exactly_one_follow_up(desk, idea, outcome):
    an_idea("Laituri", is_open=True)
    page = desk.get(answer(idea), {"outcome": outcome}).content.decode()
    shown = {name for name in OWN.values() if name and f'name="{name}"' in page}
    assert shown == {OWN.get(outcome)} - {None}
    assert "reason_fi" in page


@pytest.mark.parametrize("outcome", ["", "zzz"])
def test_without_a_known_outcome_only_the_choice_stands_there(desk, idea, outcome):
    page = desk.get(answer(idea), {"outcome": outcome}).content.decode()
    assert "reason_fi" not in page
    assert 'value="not_now"' in page
    assert "Penkki torille</h1>" in page
    assert desk.post(answer(idea), {"once_key": fresh_key(), "outcome": outcome}).status_code == 200


def test_joining_picks_the_other_idea_by_a_word(desk, idea):
    other = an_idea("Laituri rantaan", is_open=True)
    for _ in range(9):
        an_idea(is_open=True)
    assert (
        str(other.pk) in desk.get(answer(idea), {"outcome": "join", "q": "laitu"}).content.decode()
    )
    form = {"once_key": fresh_key(), "outcome": "join", "q": "laitu", "reason_fi": "Yhdessä."}
    assert desk.post(answer(idea), form).status_code == 200
    form |= {"once_key": fresh_key(), "joins": str(other.pk)}
    assert desk.post(answer(idea), form).status_code == 302
    assert Idea.objects.select_related("answer").get(pk=idea.pk).answer.joins_id == other.pk


def test_an_answer_that_takes_it_elsewhere_leads_to_a_hand_over_with_the_words_in_it(desk, idea):
    form = {"once_key": fresh_key(), "outcome": "elsewhere", "reason_fi": "Kaupungille.",
            "receiver": "Puistotoimi"}  # fmt: skip
    page = desk.post(answer(idea), form, follow=True).content.decode()
    door = f"{reverse('new_handover')}?idea={idea.pk}"
    assert door in page
    asked = desk.get(door).content.decode()
    assert 'value="Puistotoimi"' in asked
    assert "Kaupungille." in asked
    form = {"once_key": fresh_key(), "title": "Penkki", "why": "Idea", "asks": "Penkki?",
            "receiver_name": "Puistotoimi", "due_on": "2030-01-01"}  # fmt: skip
    desk.post(door, form)
    assert HandOver.objects.get().idea_id == idea.pk
    assert door not in desk.get(reverse("answered", args=[idea.pk])).content.decode()
