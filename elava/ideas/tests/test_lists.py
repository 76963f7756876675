import pytest
from django.urls import reverse
from django.utils import translation

from elava.ideas.actions import sort_idea, support_idea
from elava.ideas.models import Idea
from elava.ideas.queries import Listing
from elava.ideas.queries.lists import PAGE
from elava.people.models import NOBODY
from elava.programmes.models import Area
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator


@pytest.fixture
def queries_of(client, django_assert_max_num_queries):
    """Call it with a path for the number of queries of a page that was not kept before."""

    def count(path):
        # A cookie keeps the page cache out of the way.
        client.cookies["voter"] = "x"
        with django_assert_max_num_queries(30) as caught:
            assert client.get(path).status_code == 200
        return len(caught)

    return count


@pytest.mark.parametrize(("name", "most"), [("ideas", 8), ("home", 8), ("results", 9)])
def test_a_list_costs_the_same_with_one_and_with_five_ideas(queries_of, name, most):
    an_idea(is_open=True)
    an_idea(answered="Kokeillaan.")
    one = queries_of(reverse(name))
    for _ in range(4):
        support_idea(an_idea(is_open=True), by=NOBODY, token="a" * 64)
        an_idea(answered="Kokeillaan.")
    assert queries_of(reverse(name)) == one
    assert one <= most, one


def test_the_page_of_an_idea_costs_at_most_ten_queries(queries_of):
    idea = an_idea(answered="Kokeillaan.")
    found = queries_of(idea.get_absolute_url())
    assert found <= 10, found


def test_pages_by_key_show_every_idea_once_in_every_order():
    ideas = [an_idea(is_open=True) for _ in range(PAGE + 3)]
    for order in ("newest", "waiting", "quiet"):
        first, key = Listing(NOBODY, {"order": order}).page
        second, end = Listing(NOBODY, {"order": order, "after": key}).page
        assert {row.pk for row in first + second} == {idea.pk for idea in ideas}
        assert (len(first), end) == (PAGE, "")


def test_filters_count_what_they_would_show():
    area = Area.objects.get(is_no_location=True)
    sort_idea(an_idea(is_open=True), by=a_coordinator(), kind=Idea.Kind.EVENT, area=area)
    an_idea(is_open=True)
    an_idea(answered="Ei nyt.")
    listing = Listing(NOBODY, {"kind": "event"})
    assert (listing.total, len(listing.page[0])) == (1, 1)
    assert dict(Listing(NOBODY, {}).counts("state")) == {"open": 2, "try": 1}
    assert listing.counts("area") == {area.slug: 1}


@pytest.mark.parametrize("asked", [{"state": "held"}, {"area": "'; --"}, {"after": "x.y.z"},
                                   {"order": "likes"}, {"language": "tlh"}])  # fmt: skip
def test_what_nobody_knows_is_left_out(asked):
    an_idea(is_open=True)
    an_idea()
    assert len(Listing(NOBODY, asked).page[0]) == 1


def test_the_door_is_never_a_filter(client):
    an_idea(is_open=True)
    page = client.get(reverse("ideas")).content.decode()
    assert "door=" not in page


@pytest.mark.parametrize("prefix", ["", "/sv", "/en", "/selko"])
def test_residents_pages_speak_four_languages(client, prefix):
    idea = an_idea(answered="Kokeillaan.")
    with translation.override("fi"):
        for path in ("/", "/ideas/", "/ideas/new/", "/number/", "/results/", "/results/hidden/",
                     idea.get_absolute_url(), f"{idea.get_absolute_url()}in/"):  # fmt: skip
            assert client.get(prefix + path).status_code == 200
