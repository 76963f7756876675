import itertools

import pytest

from elava.foundation.keyset import Keyset
from elava.ideas.models import Idea
from tests.given.ideas import an_idea

ORDERS = [("pk",), ("-pk",), ("title", "pk"), ("-created_on", "title", "-pk"), ("title", "-pk")]


@pytest.fixture
def ideas():
    """Seven ideas, some of which have the same title."""
    for title in ("Penkki", "Sauna", "Penkki", "Polku", "Sauna", "Penkki", "Valo"):
        an_idea(title, is_open=True)
    return Idea.objects.public()


def walked(rows, size):
    """All pages from the first to the last."""
    pages, after = [], ""
    while True:
        page = Keyset(rows, size=size, after=after)
        pages.append(page)
        after = page.next
        if not after:
            return pages


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_the_pages_hold_every_row_once_in_the_order_of_the_list(ideas, order, size):
    rows = ideas.order_by(*order)
    assert [row for page in walked(rows, size) for row in page.rows] == list(rows)


@pytest.mark.parametrize("order", ORDERS)
def test_who_goes_back_meets_the_same_pages(ideas, order):
    rows = ideas.order_by(*order)
    pages = walked(rows, 2)
    assert pages[0].previous == ""
    for earlier, later in itertools.pairwise(pages):
        again = Keyset(rows, size=2, before=later.previous)
        assert (again.rows, again.next) == (earlier.rows, earlier.next)
        assert bool(again.previous) == bool(earlier.previous)


@pytest.mark.parametrize("after", ["", "x", "%00", "0" * 5000, None])
def test_what_is_no_row_means_the_start(ideas, after):
    rows = ideas.order_by("title", "pk")
    assert Keyset(rows, size=3, after=after).rows == list(rows[:3])


def test_the_id_of_a_row_that_is_not_in_the_list_tells_nothing_of_its_place(ideas):
    rows, held = ideas.order_by("title", "pk"), an_idea("Ranta")
    assert Keyset(rows, size=3, after=str(held.pk)).rows == list(rows[:3])


def test_a_list_whose_order_leaves_ties_is_refused(ideas):
    with pytest.raises(TypeError):
        Keyset(ideas.order_by("title"), size=3)
