from dataclasses import replace

import pytest
from django.core import mail
from django.template import engines

from elava.foundation import news
from elava.foundation.news import Letter, Verb
from elava.ideas.models import Idea
from elava.notices import routes
from elava.notices.routes import Route
from tests.given.accounts import signed_in
from tests.given.people import a_coordinator

LETTER = """{% extends "notices/letter.txt" %}
{% block subject %}Vastaus: {{ about }}{% endblock %}
{% block words %}Ideasi sai vastauksen. {{ more }} {{ outcome }}{% endblock %}
{% block short %}Ideasi "{{ about }}" sai vastauksen.{% endblock %}
"""


@pytest.fixture
def letter_to_the_giver(monkeypatch, tmp_path):
    """The giver of an answered idea gets the letter "tests/answered"; its delay can be set."""
    (tmp_path / "tests" / "letters").mkdir(parents=True)
    (tmp_path / "tests" / "letters" / "answered.txt").write_text(LETTER)
    monkeypatch.setattr(engines["django"].engine, "dirs", [tmp_path])
    options = {"fields": {"more": "Kiitos & terve!"}}

    def tell(entry):
        idea = Idea.objects.select_related("receipt").get(pk=entry.subject_id)
        if idea.stage == Idea.Stage.ANSWERED:
            fields = {**options["fields"], "outcome": idea.answer.get_outcome_display()}
            letter = Letter("tests/answered", to=idea.receipt, about=idea, fields=fields)
            yield replace(letter, **{**options, "fields": fields})

    told = Verb("idea.answered", fields=("outcome", "answer", "came_from"), tells=(tell,))
    monkeypatch.setitem(news._verbs, "idea.answered", told)
    monkeypatch.setitem(news._verbs, "idea.opened", Verb("idea.opened"))
    return options


@pytest.fixture
def reached(monkeypatch):
    """Say how slips are reached: reached("email", "aino@example.org", language="sv")."""

    def by(way, address="", **more):
        route = Route(way, address, **more) if way else None
        monkeypatch.setitem(routes._ways, "receipt", lambda receipt: route)

    by("email", "aino@example.org", language="fi")
    return by


@pytest.fixture
def gateway(monkeypatch):
    """A mail gateway that can be told to fail: gateway(error) or gateway(None)."""

    def fails_with(error):
        def send(self, fail_silently=False):
            if error:
                raise error
            mail.outbox.append(self)
            return 1

        monkeypatch.setattr(mail.EmailMessage, "send", send)

    return fails_with


@pytest.fixture
def as_coordinator(client):
    """A browser in which somebody from the desk is signed in."""
    return signed_in(client, a_coordinator())
