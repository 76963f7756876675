import pytest
from django.urls import reverse

from elava.challenges.actions import reword_challenge
from elava.ideas.models import Idea
from elava.network.actions import start_membership
from elava.people.models import OPERATOR
from tests.given.accounts import signed_in
from tests.given.challenges import a_challenge
from tests.given.decisions import an_organisation
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person


def test_a_story_is_told_to_those_who_may_see_how_it_begins(client):
    idea = an_idea("Tätä ei lue kukaan muu", visibility=Idea.Visibility.NOBODY)
    contact = a_person("Kaisa")
    start_membership(
        contact, by=OPERATOR, source="invited", organisation=an_organisation(), role="contact"
    )
    for person, is_told in ((contact, False), (a_coordinator(), True)):
        client = signed_in(client, person)
        assert (idea.title in client.get(reverse("threads")).content.decode()) is is_told
        page = client.get(idea.thread.get_absolute_url())
        assert page.status_code == (200 if is_told else 404)


def test_the_story_of_a_challenge_has_its_name_in_each_language_also_after_rewording(client):
    challenge = a_challenge("Kaipaan seuraa", is_confirmed=True)
    words = {"title": {"fi": "Seuraa iltoihin", "sv": "Sällskap"}, "words": {"fi": "Iltaisin."}}
    reword_challenge(challenge, by=a_coordinator(), version=1, life_stages=[], **words)
    there = challenge.thread.get_absolute_url()
    assert '<h1 lang="fi">Seuraa iltoihin</h1>' in client.get(there).content.decode()
    assert '<h1 lang="sv">Sällskap</h1>' in client.get("/sv" + there).content.decode()


@pytest.mark.parametrize("there", ["/ideas/new/send/", "/number/reach/", "/me/take-along/"])
def test_an_address_that_only_takes_forms_leads_to_the_page_before(client, there):
    page = client.get(there)
    assert (page.status_code, page.headers["Allow"]) == (405, "POST")
    before = there.rstrip("/").rpartition("/")[0] + "/"
    assert f'href="{before}"' in page.content.decode()


@pytest.mark.parametrize("there", ["/number/slip/cut-short/", "/handovers/open/cut-short/"])
def test_a_link_that_was_cut_short_says_so(client, there):
    page = client.get(there)
    assert page.status_code == 404
    assert "Linkki" in page.content.decode()


def test_a_wall_that_is_not_open_says_so(client):
    page = client.get("/wall/00000/", follow=True)
    assert 'class="errors"' in page.content.decode()


def test_the_other_languages_get_what_was_typed(client):
    page = client.post(reverse("new_idea"), {"text": "Penkki rantaan"}).content.decode()
    assert '<button form="idea" formaction="/sv/ideas/new/" formnovalidate lang="sv"' in page
    page = client.post("/sv/ideas/new/", {"text": "Penkki rantaan"}).content.decode()
    assert "<blockquote><p>Penkki rantaan</p></blockquote>" in page
