"""No text that somebody sends becomes a script, on any page, in any mail, in any answer."""

import json
import re

import pytest
from django.apps import apps
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import models
from django.test import Client

from elava.decisions.models import HandOver
from elava.decisions.views import papers
from elava.foundation.actions import permitted_to_write
from elava.ideas.models import Idea
from elava.notices.channels import send_email
from elava.notices.letters import text_of
from elava.notices.models import Message
from elava.notices.routes import Route
from elava.notices.sending import letter_now
from elava.people.models import ContactWay
from elava.programmes.models import Programme, current_programme
from tests.given.accounts import signed_in

from .conftest import IN_BRIEF
from .pages import Page, is_page, seeds, walk
from .payloads import all_payloads, some_payloads

FEWEST = 400


def faults_of(answer):
    """What a text has become in an answer, as sentences."""
    kind = answer.headers.get("Content-Type", "")
    if answer.status_code >= 500:
        yield f"answers {answer.status_code}"
    elif is_page(answer):
        yield from Page("/", answer.content.decode()).faults
        if "default-src 'none'" not in answer.headers.get("Content-Security-Policy", ""):
            yield "a page without a content security policy"
    elif kind.startswith("application/json"):
        json.loads(answer.content)
    elif kind.startswith("image/svg"):
        found = re.findall(rb"<(script|foreignObject|a|image)\b", answer.content)
        yield from (f"a drawing with {tag}" for tag in found)
    if kind and answer.headers.get("X-Content-Type-Options") != "nosniff":
        yield f"{kind} without nosniff"


def faults_for(client, begin):
    """(the number of pages that opened, their faults)."""
    opened, faults = 0, []
    for path, answer in walk(client, begin):
        opened += answer.status_code == 200
        faults += [f"{path}: {fault}" for fault in faults_of(answer)]
    return opened, faults


def a_client():
    """A browser that is told of a broken page instead of breaking off."""
    return Client(raise_request_exception=False)


def test_there_are_enough_different_payloads():
    assert len(all_payloads()) >= FEWEST
    assert len(set(some_payloads(IN_BRIEF))) == IN_BRIEF


def test_what_became_an_element_is_noticed():
    missed = [
        payload for payload in all_payloads()
        if payload[:1] == "<" and payload[1:2].isalpha() and ">" in payload
        and not Page("/", payload).faults
    ]  # fmt: skip
    assert not missed


def test_every_field_of_words_is_planted(town):
    assert town[2] == []


def test_no_page_of_the_desk_lets_a_text_become_a_script(town, monkeypatch):
    sheets = []
    monkeypatch.setattr(papers, "pdf_of", lambda html: sheets.append(html) or b"%PDF-1.7")
    opened, faults = faults_for(signed_in(a_client(), town[1]), seeds())
    assert opened > 100
    assert sheets, "the minutes have been made into a PDF"
    faults += [fault for html in sheets for fault in Page("/", html).faults]
    assert not faults, "\n".join(faults[:20])


def test_no_public_page_and_no_answer_to_a_machine_does(town):
    visitor = a_client()
    receipt = Idea.objects.filter(stage="open").order_by("pk")[0].receipt
    visitor.get(f"/number/slip/{receipt.secret}/")
    keys = [
        f"/handovers/open/{HandOver.objects.order_by('pk')[0].secret}/",
        ContactWay.objects.order_by("pk")[0].get_absolute_url(),
    ]
    opened, faults = faults_for(visitor, [*seeds(), *keys])
    assert opened > 50
    assert not faults, "\n".join(faults[:20])


def test_no_page_of_a_persons_own_does(town):
    own = [path for path in seeds() if path.startswith(("/me/", "/account/"))]
    opened, faults = faults_for(signed_in(a_client(), town[0]), own)
    assert opened > 20
    assert not faults, "\n".join(faults[:20])


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_mail_gets_a_header_from_a_text(town, language):
    # Read anew: rows of the scope know their programme as it was before.
    with permitted_to_write("test"):
        Programme.objects.update(name={"fi": "Elävä kaupunki"}, help_email="apu@example.org")
    current_programme().refresh_from_db()
    sent = 0
    for message in Message.objects.select_related("entry").order_by("pk"):
        letter = letter_now(message, language)
        if letter is not None:
            message.address = "aino@example.org"
            send_email(message, text_of(letter, Route("email", language=language)), None)
            sent += 1
    assert sent > 3
    for letter in mail.outbox:
        assert letter.message().get_content_type() == "text/plain"
        assert letter.message()["Bcc"] is None
        assert letter.recipients() == ["aino@example.org"]


def test_an_address_field_takes_nothing_but_the_web():
    columns = [
        column for model in apps.get_models() for column in model._meta.concrete_fields
        if isinstance(column, models.URLField)
    ]  # fmt: skip
    assert columns
    for column in columns:
        for lead in ("javascript:alert(1)", "data:text/html,x", "//hit.example", "JaVa\tScript:x"):
            with pytest.raises(ValidationError):
                column.run_validators(lead)
