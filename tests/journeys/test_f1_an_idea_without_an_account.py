"""F1: a resident gives an idea without an account, and finds its answer by the number."""

import re

import pytest
from django_scopes import scope

from elava.ideas.actions import answer_idea, open_idea
from elava.ideas.models import Answer, Idea
from tests.given.people import a_coordinator


@pytest.mark.parametrize("prefix", ["", "sv/", "en/", "selko/"])
def test_a_resident_gives_an_idea_and_reads_the_answer_by_its_number(
    open_browser, javascript, prefix, programme
):
    page = open_browser(javascript=javascript)
    page.goto(f"/{prefix}")
    page.locator("textarea").fill("Kielikahvila kirjastoon torstaisin")
    page.locator("main form button.button").first.click()
    page.locator("input[name=visibility][value=without_name]").check(force=True)
    page.locator("main form button.button").first.click()

    number = re.search(r"\d{3}\s\d{3}", page.locator("main").inner_text()).group()
    assert page.url.endswith(f"/{prefix}number/slip/")

    with scope(programme=programme):
        idea = open_idea(Idea.objects.get(), by=a_coordinator())
        reason = {"fi": "Kokeillaan syksyllä."}
        answer_idea(idea, by=a_coordinator("Eero"), outcome=Answer.Outcome.TRY, reason=reason)
    page.goto(f"/{prefix}number/")
    page.locator("input[name=number]").fill(number)
    page.locator("main form button.button").first.click()
    assert "Kokeillaan syksyllä." in page.locator("main").inner_text()


def test_back_shows_what_was_typed_and_another_language_keeps_it(open_browser, javascript):
    page = open_browser(javascript=javascript)
    page.goto("/")
    page.locator("textarea").fill("Penkki rantaan")
    page.locator("main form button.button").first.click()
    page.locator(".top button:visible, .top summary:visible").first.click()
    if page.locator(".top details[open]").count():
        page.locator(".top details[open] button").first.click()
    assert "/ideas/new/" in page.url
    assert page.locator("html").get_attribute("lang") == "sv"
    assert page.locator("main blockquote").inner_text() == "Penkki rantaan"
    page.locator("input[name=visibility][value=without_name]").check(force=True)
    page.locator("main form button.button").first.click()
    assert page.url.endswith("/sv/number/slip/")
    page.go_back()
    assert page.locator("main blockquote").inner_text() == "Penkki rantaan"
