import pytest
from django.urls import reverse

from elava.foundation.once import fresh_key
from elava.ideas.actions import make_cluster, open_idea, withdraw_idea
from elava.ideas.models import Idea
from elava.ideas.queries import ideas_to_cluster_with, similar_ideas
from elava.people.models import NOBODY
from tests.given.accounts import signed_in
from tests.given.ideas import an_idea
from tests.given.index import read_the_journal
from tests.given.people import a_coordinator


@pytest.fixture
def like():
    """A public idea among others, and what is like it: asked for with the words of both."""
    found = an_idea("Kävelykerho vanhuksille keskustaan", is_open=True)
    for text in ("Kielikahvila kirjastoon", "Uimarannan laituri kuntoon", "Bänditila nuorille"):
        an_idea(text, is_open=True)
    read_the_journal()
    return found


def give(client, text):
    fields = {"once_key": fresh_key(), "text": text, "visibility": "nobody"}
    return client.post(reverse("send_idea"), fields, follow=True).content.decode()


def test_the_number_page_asks_whether_the_idea_is_like_another(client, like):
    page = give(client, "Kävelykerhoja vanhuksille")
    assert "Onko se samanlainen kuin jokin näistä?" in page
    assert f'href="{like.get_absolute_url()}"' in page
    assert Idea.objects.filter(text="Kävelykerhoja vanhuksille").exists()


def test_the_number_page_asks_nothing_where_no_idea_is_alike(client, like):
    assert "Onko se samanlainen" not in give(client, "Avantouintia talvella")


def test_the_question_is_over_once_the_desk_has_read_the_idea(client, like):
    give(client, "Kävelykerhoja vanhuksille")
    open_idea(Idea.objects.get(stage=Idea.Stage.HELD), by=a_coordinator())
    assert "Onko se samanlainen" not in client.get(reverse("slip")).content.decode()


def test_an_ideas_page_shows_similar_ideas_to_everybody(client, like):
    other = an_idea("Vanhuksien kävelykerhoja", is_open=True)
    page = client.get(other.get_absolute_url()).content.decode()
    assert "Samankaltaisia ideoita" in page
    assert like.title in page


def test_only_what_a_reader_may_see_is_similar(like):
    secret = an_idea("Kävelykerho vain meille", is_open=True, visibility=Idea.Visibility.NOBODY)
    idea = an_idea("Vanhuksien kävelykerhoja", is_open=True)
    read_the_journal()
    assert similar_ideas(idea, NOBODY) == [like]
    assert secret not in similar_ideas(idea, a_coordinator())
    withdraw_idea(like, by=a_coordinator())
    assert similar_ideas(idea, NOBODY) == []


def test_what_stands_in_the_same_cluster_is_not_named_twice(client, like):
    other = an_idea("Vanhuksien kävelykerhoja", is_open=True)
    make_cluster([like, other], by=a_coordinator(), title="Kerhot")
    assert "Samankaltaisia ideoita" not in client.get(other.get_absolute_url()).content.decode()


def test_the_desk_puts_a_new_idea_together_with_a_similar_one_by_a_link(client, like):
    held, desk = an_idea("Vanhuksien kävelykerhoja"), a_coordinator()
    signed_in(client, desk)
    link = f"{reverse('make_cluster', args=[held.pk])}?with={like.pk}"
    assert link in client.get(reverse("read_idea", args=[held.pk])).content.decode()
    form = client.get(link).context["form"]
    assert form["ideas"].value() == [str(like.pk)]
    assert ideas_to_cluster_with(held, desk).first() == like


def test_similar_ideas_cost_three_queries_for_one_as_for_five(like, django_assert_num_queries):
    idea = an_idea("Vanhuksien kävelykerhoja", is_open=True)
    with django_assert_num_queries(3):
        assert len(similar_ideas(idea, NOBODY)) == 1
    for place in ("idässä", "lännessä", "torilla", "rannassa"):
        an_idea(f"Kävelykerho vanhuksille {place}", is_open=True)
    read_the_journal()
    with django_assert_num_queries(3):
        assert len(similar_ideas(idea, NOBODY)) == 5


def test_the_page_of_an_idea_with_similar_ideas_costs_at_most_ten_queries(
    client, like, django_assert_max_num_queries
):
    idea = an_idea("Vanhuksien kävelykerhoja", answered="Kokeillaan.")
    client.cookies["voter"] = "x"  # it keeps the page cache out of the way
    with django_assert_max_num_queries(10):
        assert like.title in client.get(idea.get_absolute_url()).content.decode()
