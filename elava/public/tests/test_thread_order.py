"""A red thread tells a matter in the order of cause and effect, from the workshop to the answer."""

import re
from datetime import timedelta

from elava.decisions.actions import add_idea
from elava.foundation import clock
from elava.ideas.actions import sort_idea
from tests.given.challenges import a_challenge, a_note, a_workshop
from tests.given.decisions import an_open_meeting
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator

RECEIVER = {"receiver_name": "Puisto", "asks": "Korjatkaa."}


def a_story(**decided):
    """An idea of a challenge that came from a workshop, decided and answered on one day."""
    shop = a_workshop(title="Mikä arjessa takkuaa")
    note = a_note("Illat ovat pitkiä.", workshop=shop)
    challenge = a_challenge("Kaipaan seuraa", notes=[note], is_confirmed=True)
    idea = an_idea(is_open=True)
    sort_idea(idea, by=a_coordinator(), challenges=[challenge])
    sitting = an_open_meeting(ideas=0)
    add_idea(sitting.meeting, by=sitting.secretary, idea=idea)
    sitting.decide(**decided)
    sitting.close_for_good()
    return idea.thread


def kinds_on(client, thread):
    page = client.get(thread.get_absolute_url()).content.decode()
    return re.findall(r'<article class="card">\s*<p class="muted">([^·]+?) ·', page), page


def test_a_thread_goes_from_the_workshop_to_the_answer(client):
    kinds, page = kinds_on(client, a_story())
    assert kinds == ["Työpaja", "Haaste", "Idea", "Päätös", "Vastaus"]
    assert "Mikä arjessa takkuaa" in page


def test_what_is_taken_elsewhere_stands_after_the_decision(client):
    due = clock.today() + timedelta(days=30)
    thread = a_story(outcome="elsewhere", receiver={**RECEIVER, "due_on": due})
    kinds, _page = kinds_on(client, thread)
    assert kinds == ["Työpaja", "Haaste", "Idea", "Päätös", "Vastaus", "Viety muualle"]
    parts = client.get(f"/api/v1/threads/{thread.pk}/").json()["parts"]
    assert [part["kind"] for part in parts] == ["challenge", "challenge", "idea", *["decision"] * 3]
