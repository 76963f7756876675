from datetime import timedelta

import pytest
from django.urls import reverse

from elava.foundation import clock
from elava.foundation.models import KeptPage
from elava.ideas.models import Idea
from tests.given.ideas import an_idea

HOME, IDEAS = "/", "/ideas/"


def test_a_second_visitor_gets_the_same_page_for_one_query(client, django_assert_num_queries):
    first = client.get(IDEAS)
    with django_assert_num_queries(1):
        second = client.get(IDEAS)
    assert (first.content, first["ETag"]) == (second.content, second["ETag"])


def test_a_page_is_made_anew_when_anything_has_happened(client):
    client.get(IDEAS)
    idea = an_idea(is_open=True)
    assert idea.title in client.get(IDEAS).content.decode()
    assert KeptPage.objects.count() == 1


def test_a_page_is_made_anew_on_the_next_day(client, django_assert_num_queries):
    client.get(HOME)
    with clock.travel(clock.now() + timedelta(days=1)):
        client.get(HOME)
        assert KeptPage.objects.get().day == clock.today()


def test_each_language_and_each_programme_has_its_own_page(client, other_programme):
    pages = {client.get(path).content for path in ("/", "/sv/", "/en/", "/selko/")}
    pages.add(client.get("/", headers={"host": other_programme.host}).content)
    assert len(pages) == 5


def test_what_has_not_changed_is_not_sent_again(client):
    etag = client.get(HOME)["ETag"]
    again = client.get(HOME, headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_is_sent_compressed_to_whoever_understands_it(client):
    assert "Content-Encoding" not in client.get(HOME)
    assert client.get(HOME, headers={"accept-encoding": "gzip, br"})["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("name", ["elava", "slip", "anything"])
def test_whoever_carries_a_cookie_gets_a_page_of_their_own(client, name):
    client.cookies[name] = "1"
    assert "ETag" not in client.get(HOME)
    assert not KeptPage.objects.exists()


def test_an_unknown_parameter_is_answered_but_not_kept(client):
    assert client.get(HOME, {"fill": "the table"}).status_code == 200
    assert not KeptPage.objects.exists()


@pytest.mark.parametrize("path", ["/number/", "/ideas/new/", "/health/", "/nowhere/"])
def test_pages_with_a_form_or_a_failure_are_never_kept(client, path):
    client.get(path)
    assert not KeptPage.objects.exists()


def test_a_kept_page_carries_the_same_headers_as_a_fresh_one(client):
    fresh, kept = client.get(HOME), client.get(HOME)
    assert dict(fresh.headers) == dict(kept.headers)
    assert "Content-Security-Policy" in kept.headers
    assert not kept.cookies


def test_a_hidden_idea_is_gone_from_the_kept_pages_at_once(client):
    idea = an_idea(is_open=True)
    url = reverse("idea", args=[idea.pk])
    assert client.get(url).status_code == 200
    another = an_idea(visibility=Idea.Visibility.NOBODY)
    assert client.get(reverse("idea", args=[another.pk])).status_code == 404
