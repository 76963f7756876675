"""Eight at once: what may happen once happens once, whoever is first."""

import secrets
import time
from datetime import timedelta
from itertools import chain

from . import network_races
from .ground import HOST, Child

AT_ONCE = 8


def race(act, *arguments):
    """Let eight processes do the same at the same moment; how many of them were let through."""
    start = time.time() + 0.15
    children = [Child(_run, act, start, number, arguments) for number in range(AT_ONCE)]
    codes = [child.wait() for child in children]
    told = [line for child in children for line in child.told()]
    if any(codes):
        return -1
    return told.count("through")


def _run(tell, act, start, number, arguments):
    from elava.foundation.errors import NotAllowed, NotNow

    time.sleep(max(0, start - time.time()))
    try:
        if act(number, *arguments):
            tell("through")
    except (NotNow, NotAllowed):
        tell("refused")


def send_the_same_form(number, key):
    """The same page, sent eight times with its one key."""
    from django.test import Client

    fields = {"text": f"Sama {key}", "visibility": "without_name", "once_key": key}
    return Client(headers={"host": HOST}).post("/ideas/new/send/", fields).status_code == 302


def open_the_same_idea(number, pk):
    """Eight people at the desk let the same idea be shown."""
    from elava.ideas.actions import open_idea
    from elava.ideas.models import Idea
    from elava.people.models import OPERATOR

    return bool(open_idea(Idea.objects.get(pk=pk), by=OPERATOR))


def answer_the_same_idea(number, pk):
    """Eight people at the desk answer the same idea."""
    from elava.ideas.actions import answer_idea
    from elava.ideas.models import Answer, Idea
    from elava.people.models import OPERATOR

    idea, reason = Idea.objects.get(pk=pk), {"fi": f"Vastaus {number}"}
    return bool(answer_idea(idea, by=OPERATOR, outcome=Answer.Outcome.TRY, reason=reason))


def support_with_the_same_token(number, pk, token):
    """One browser says eight times that it is in."""
    from elava.ideas.actions import support_idea
    from elava.ideas.models import Idea
    from elava.people.models import NOBODY

    support_idea(Idea.objects.get(pk=pk), by=NOBODY, token=token)
    return True


def empty_the_outbox(number):
    """Eight workers at once."""
    from elava.foundation import clock
    from elava.notices.worker import Worker

    with clock.travel(clock.now() + timedelta(hours=1)):
        Worker().drain()
    return True


def once(tell, act, *arguments):
    """Run one query or action in a process of its own and tell its answer."""
    tell(str(act(*arguments)))


def ask(act, *arguments):
    """The answer of `act(*arguments)`, asked in a child so that no connection is shared."""
    child = Child(once, act, *arguments)
    if child.wait():
        raise RuntimeError(f"{act.__name__} failed")
    return child.told()[0]


def an_idea():
    """A new idea whose giver is told by mail; its id."""
    from elava.ideas.actions import give_idea
    from elava.people.actions import add_contact_way
    from elava.people.models import NOBODY, OPERATOR

    idea = give_idea(secrets.token_hex(8), by=NOBODY, door="web", visibility="without_name",
                     language="fi")  # fmt: skip
    add_contact_way(
        idea.receipt, by=OPERATOR, kind="email", to=f"{idea.pk}@example.org", is_verified=True
    )
    return idea.pk


def how_often(label, **found):
    """How many rows of a model there are, or stand in a state."""
    from django.apps import apps

    return apps.get_model(label).objects.filter(**found).count()


def mails_of(pk):
    """How many mails went to the giver of an idea, in all."""
    from pathlib import Path

    from django.conf import settings

    files = Path(settings.EMAIL_FILE_PATH).glob("*.log")
    return sum(file.read_text().count(f"To: {pk}@example.org") for file in files)


def run(rounds):
    """Race by race: name → sentences about what went wrong in so many rounds."""
    names = ("form", "read", "support", "answer", "outbox", "role", "purse")
    results = {name: [] for name in names}
    for _number in range(rounds):
        for name, fault in chain(_round(), _round_of_the_network()):
            if fault:
                results[name].append(fault)
    return results


def _round():
    """The life of one idea, each step taken by eight at once; (race, what went wrong or "")."""
    key, token = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
    through, rows = race(send_the_same_form, key), ask(_ideas_with, f"Sama {key}")
    yield "form", _unless((through, rows) == (AT_ONCE, "1"), f"{through} answers, {rows} ideas")
    pk = ask(an_idea)
    through = race(open_the_same_idea, pk)
    yield "read", _unless(through == 1, f"{through} opened it")
    race(support_with_the_same_token, pk, token)
    rows = ask(_supports_of, pk)
    yield "support", _unless(rows == "1", f"{rows} supports")
    through = race(answer_the_same_idea, pk)
    yield "answer", _unless(through == 1, f"{through} answered it")
    race(empty_the_outbox)
    mails, messages = ask(mails_of, pk), ask(_messages_about, pk)
    yield "outbox", _unless(mails == messages != "0", f"{mails} mails, {messages} messages")


def _round_of_the_network():
    body, person = ask(network_races.a_body_with_money).split()
    through = race(network_races.take_a_role_that_overlaps, body, person)
    yield "role", _unless(through == 1, f"{through} have the same role on one day")
    through = race(network_races.promise_most_of_the_money, body)
    yield "purse", _unless(through == 1, f"{through} promises of the same money")


def _unless(holds, words):
    return "" if holds else words


def _ideas_with(text):
    return how_often("ideas.idea", text=text)


def _supports_of(pk):
    return how_often("ideas.support", idea=pk)


def _messages_about(pk):
    return how_often("notices.message", about_id=pk, state="sent")
