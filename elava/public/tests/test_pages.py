from datetime import timedelta

from django.urls import reverse

from elava.decisions.models import ItemIdea
from elava.foundation import clock
from elava.ideas.actions import withdraw_idea
from elava.journal.parts import Part
from elava.people.models import KeyHolder
from elava.public.queries.stories import journey_of
from elava.ui.dates import short_day
from tests.given.decisions import a_deciding_body, an_open_meeting
from tests.given.ideas import an_idea


def test_the_home_page_asks_first_and_is_light(client):
    an_idea(answered="Kokeillaan keväällä.")
    page = client.get(reverse("home"))
    assert len(page.content) < 100_000
    assert "autofocus" in page.content.decode()
    assert "csrfmiddlewaretoken" not in page.content.decode()


def test_the_question_on_the_home_page_says_what_not_to_write_in_every_language(client):
    words = {"/": "sairautta", "/sv/": "sjukdom", "/en/": "illness", "/selko/": "sairau"}
    for prefix, word in words.items():
        assert word in client.get(prefix).content.decode().partition("<textarea")[0]


def test_the_home_page_tells_the_share_answered_in_time_and_the_latest_answers(client):
    an_idea("Penkki torille", answered="Kokeillaan keväällä.")
    page = client.get(reverse("home")).content.decode()
    assert "100 %" in page
    assert "Kokeillaan keväällä." in page


def test_a_share_that_nobody_knows_yet_is_not_shown(client):
    assert " %</p>" not in client.get(reverse("home")).content.decode()


def test_a_thread_tells_idea_and_answer_with_dates(client):
    idea = an_idea("Penkki torille", answered="Kokeillaan keväällä.")
    page = client.get(idea.thread.get_absolute_url()).content.decode()
    assert page.index("Penkki torille") < page.index("Kokeillaan keväällä.")
    assert "og:title" in page


def test_the_thread_of_a_withdrawn_idea_looks_missing(client):
    idea = an_idea(is_open=True)
    withdraw_idea(idea, by=KeyHolder(idea.receipt))
    assert client.get(idea.thread.get_absolute_url()).status_code == 404
    assert str(idea.thread_id) not in client.get(reverse("threads")).content.decode()


def test_search_engines_are_told_what_to_leave_alone(client, settings):
    assert "Disallow: /desk/" in client.get("/robots.txt").content.decode()
    settings.ELAVA_DEMO = True
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()


def test_the_icon_is_found_at_its_old_place(client):
    assert client.get("/favicon.ico")["Location"].endswith("icons.svg")


def part(kind, days_ago):
    return Part(kind, kind, clock.now() - timedelta(days=days_ago))


def test_the_line_of_a_thread_stands_at_its_newest_part_and_is_done_once_it_is_answered():
    parts = [part("challenge", 40), part("idea", 30), part("decision", 20), part("decision", 5)]
    steps = journey_of(parts)
    assert [step["state"] for step in steps] == ["done", "done", "now"]
    assert steps[-1]["word"] == "Päätös (2)"
    assert steps[-1]["when"] == f"{short_day(parts[2].at)} – {short_day(parts[3].at)}"
    steps = journey_of([*parts, part("answer", 5)])
    assert {step["state"] for step in steps} == {"done"}
    assert steps[-1]["word"] == "Vastaus"


def test_an_idea_that_comes_after_the_answers_is_lit_in_its_place_on_the_line():
    parts = [part("challenge", 40), part("idea", 30), part("answer", 20), part("idea", 2)]
    steps = journey_of(parts)
    assert [step["state"] for step in steps] == ["done", "now", "done"]


def test_on_the_day_of_a_decision_the_answer_stands_after_it():
    now = clock.now()
    answer, decision = Part("answer", "Kokeillaan", now), Part("decision", "Tukiryhmä", now)
    assert sorted([answer, decision], key=lambda part: part.order) == [decision, answer]


def test_a_proposal_to_the_body_above_stands_in_the_story_day_by_day(client):
    sitting = an_open_meeting(a_deciding_body(proposes_to=a_deciding_body("steering")))
    sitting.decide(cents=60_000, propose=True)
    sitting.close_for_good()
    idea = ItemIdea.objects.select_related("idea__thread").get().idea
    page = client.get(idea.thread.get_absolute_url()).content.decode()
    assert "Kokous esittää" in page
