from datetime import timedelta
from pathlib import Path

import pytest
from django.http import HttpResponse

import elava.ui
from elava.foundation import clock
from elava.journal.live import live, tag_of, unchanged
from elava.people.actions import add_person
from elava.people.models import OPERATOR


@live
def a_wall(request):
    return HttpResponse("the wall")


@pytest.fixture
def ask(rf, programme, django_assert_num_queries):
    """Ask the live page, knowing a tag, in so many queries; False stands for nothing new."""

    def asked(tag="", *, queries):
        request = rf.get("/", headers={"if-none-match": tag} if tag else {})
        request.programme = programme
        with django_assert_num_queries(queries):
            response = unchanged(a_wall)(request)
        return response["ETag"] if response.status_code == 200 else False

    return asked


def test_a_live_page_with_nothing_new_costs_one_query(ask):
    tag = ask(queries=1)
    assert ask(tag, queries=1) is False
    assert ask(f"W/{tag}", queries=1) is False


def test_whatever_happens_in_the_programme_moves_its_live_pages_on(ask):
    tag = ask(queries=1)
    add_person(called="Aino", by=OPERATOR, source="test")
    assert ask(tag, queries=2) not in (False, tag)


def test_a_live_page_is_new_on_a_new_day(ask):
    tag = ask(queries=1)
    with clock.travel(clock.now() + timedelta(days=1)):
        assert ask(tag, queries=1)


@pytest.mark.parametrize("tag", ['"abc"', "*", '"live-zz-1-20260101"', f'"live-{"0" * 32}-1-x"'])
def test_a_tag_that_is_not_ours_is_no_tag(ask, tag):
    assert ask(tag, queries=1)


def test_a_tag_of_a_programme_that_is_not_there_is_never_current(ask):
    assert ask(f'"live-{"0" * 32}-1-{clock.today():%Y%m%d}"', queries=2)


def test_two_programmes_have_two_tags(programme, other_programme):
    assert tag_of(programme) != tag_of(other_programme)


def test_the_script_of_live_pages_is_small():
    script = Path(elava.ui.__file__).parent / "static/ui/live.js"
    assert len(script.read_bytes()) <= 1024
