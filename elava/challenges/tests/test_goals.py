import pytest
from django.urls import reverse

from elava.challenges.actions import reword_challenge
from elava.challenges.models import Challenge
from elava.foundation.once import fresh_key
from elava.people.models import OPERATOR
from elava.programmes.actions import add_to_frame
from elava.programmes.models import Aim, StrategyGoal
from tests.given.accounts import signed_in
from tests.given.challenges import a_challenge
from tests.given.people import a_coordinator

WORDS = {"title_fi": "Kaipaan seuraa", "words_fi": "Moni on yksin."}


def a_goal(name="Kaikki mukana"):
    return add_to_frame(StrategyGoal, by=OPERATOR, name={"fi": name}, owner={"fi": "Kaupunki"})


def body_of(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_form_of_a_challenge_offers_the_goals_and_shows_them_in_the_check(client):
    signed_in(client, a_coordinator())
    goal, other = a_goal(), a_goal("Toinen päämäärä")
    assert "Kaikki mukana" in body_of(client.get(reverse("new_challenge")))
    said = WORDS | {"goals": [str(goal.pk)], "once_key": fresh_key()}
    check = body_of(client.post(reverse("new_challenge"), said))
    assert "Kaikki mukana" in check
    assert "Toinen päämäärä" not in check
    made = client.post(reverse("new_challenge"), said | {"save": "1", "once_key": fresh_key()})
    found = Challenge.objects.get()
    assert list(found.goals.all()) == [goal]
    page = body_of(client.get(made.url))
    assert f"{reverse('goals')}#{goal.pk}" in page
    assert str(other.name) not in page


def test_other_words_may_cite_other_goals(client):
    signed_in(client, a_coordinator())
    goal, other = a_goal(), a_goal("Toinen päämäärä")
    found = a_challenge(is_open=True, goals=[goal])
    reword = reverse("reword_challenge", args=[found.pk])
    assert f'value="{goal.pk}" id="id_goals_0" checked' in body_of(client.get(reword))
    said = WORDS | {"goals": [str(other.pk)], "version": found.version, "once_key": fresh_key()}
    client.post(reword, said)
    assert list(found.goals.all()) == [other]
    found.refresh_from_db()
    by = a_coordinator()
    reword_challenge(found, by=by, version=2, title="A", words="B", life_stages=[])
    assert list(found.goals.all()) == [other]


def test_each_goal_tells_which_aims_and_challenges_serve_it(client):
    goal, _bare = a_goal(), a_goal("Vielä vailla")
    add_to_frame(Aim, by=OPERATOR, slug="ilo", name={"fi": "Iloa arkeen"}, goals=[goal])
    a_challenge("Kaipaan seuraa", is_open=True, goals=[goal])
    a_challenge("Vasta nostettu", goals=[goal])
    page = body_of(client.get(reverse("goals")))
    assert "Iloa arkeen" in page
    assert "Kaipaan seuraa" in page
    assert "Vasta nostettu" not in page
    assert page.index("Kaipaan seuraa") < page.index("Vielä vailla")


@pytest.mark.parametrize("count", [1, 5])
def test_goals_ask_as_much_for_five_as_for_one(client, count, django_assert_max_num_queries):
    for number in range(count):
        goal = a_goal(f"Päämäärä {number}")
        a_challenge(f"Haaste {number}", is_open=True, goals=[goal])
    client.get(reverse("goals"))
    with django_assert_max_num_queries(9):
        client.get(reverse("goals") + "?fresh=1")
