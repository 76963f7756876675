"""Kill -9 in mid-write: what was acknowledged is there once, the rest is absent, and so its mail.

A web process takes in ideas over WSGI and answers them, a worker beside it reads the journal and
sends mail; both are killed at a moment of chance, again and again. Then everything is counted.
"""

import random
import secrets
import time
from collections import Counter
from dataclasses import dataclass, field

from .ground import HOST, Child

SHORTEST, LONGEST = 0.05, 0.6  # seconds that a process lives
LATER = 10  # minutes after which a message that a dead worker had taken is free again


@dataclass
class Outcome:
    """What was counted after the kills; `faults` must be empty."""

    kills: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    mails: int = 0
    sent_again: int = 0
    faults: list = field(default_factory=list)


def web(tell, seed):
    """Take in ideas one after the other, as the web server does, and answer every second one."""
    from django.test import Client

    from elava.ideas.actions import answer_idea, open_idea
    from elava.ideas.models import Answer, Idea
    from elava.people.actions import add_contact_way
    from elava.people.models import OPERATOR

    client = Client(headers={"host": HOST})
    for number in range(10_000):
        text, key = f"Idea {seed} numero {number}", secrets.token_urlsafe(16)
        tell(f"asked|{text}")
        fields = {"text": text, "visibility": "without_name", "once_key": key}
        if client.post("/ideas/new/send/", fields).status_code != 302:
            raise RuntimeError("an idea was not taken in")
        tell(f"given|{text}")
        if number % 2:
            idea = Idea.objects.get(text=text)
            add_contact_way(
                idea.receipt,
                by=OPERATOR,
                kind="email",
                to=f"{key}@example.org".lower(),
                is_verified=True,
            )
            open_idea(idea, by=OPERATOR)
            answer_idea(idea, by=OPERATOR, outcome=Answer.Outcome.TRY, reason={"fi": "Kokeillaan."})
            tell(f"answered|{text}")


def work(tell):
    """Read the journal and send, as the worker does, an hour ahead so that no delay holds it up."""
    from datetime import timedelta

    from elava.foundation import clock
    from elava.notices.worker import Worker

    worker = Worker()
    for _round in range(10_000):
        with clock.travel(clock.now() + timedelta(hours=1)):
            if not worker.step(with_dates=False):
                time.sleep(0.005)


def run(kills, seed=0):
    """Kill `kills` processes and count what they left behind."""
    chance, outcome, told = random.Random(seed), Outcome(), Counter()
    while outcome.kills < kills:
        children = [Child(web, outcome.kills), Child(work)]
        chance.shuffle(children)
        for child in children:
            time.sleep(chance.uniform(SHORTEST, LONGEST))
            outcome.kills += child.kill()
        for child in children:
            told.update(child.told())
    finish = Child(_finish)
    if finish.wait():
        outcome.faults.append("the worker could not finish what was left")
    finish.told()
    count = Child(_count, told, outcome)
    if count.wait():
        outcome.faults.append("what was left could not be counted")
    return _read(outcome, count.told())


def _finish(tell):
    from datetime import timedelta

    from elava.foundation import clock
    from elava.notices.worker import Worker

    for hours in (1, 2, 3):
        with clock.travel(clock.now() + timedelta(hours=hours, minutes=LATER)):
            Worker().drain()


def _count(tell, told, outcome):
    """Compare what was asked and acknowledged with what is there."""
    from elava.ideas.models import Idea
    from elava.journal.ledger import first_break
    from elava.programmes.models import current_programme

    asked, given, answered = ({line.partition("|")[2] for line in told if line.startswith(word)}
                              for word in ("asked", "given", "answered"))  # fmt: skip
    there = Counter(Idea.objects.order_by("pk").values_list("text", flat=True))
    done = set(Idea.objects.filter(stage="answered").values_list("text", flat=True))
    wrong = {
        "acknowledged and lost": given - set(there),
        "nobody asked for it": set(there) - asked,
        "there more than once": {text for text, times in there.items() if times > 1},
        "answer acknowledged and lost": answered - done,
    }
    for words, texts in wrong.items():
        for text in texts:
            tell(f"fault|{words}: {text}")
    if first_break(current_programme()) is not None:
        tell("fault|the chain of the journal is broken")
    _count_halves(tell, sum(there.values()))
    _count_mail(tell)
    tell(f"count|{len(given)}|{len(asked - given)}")


def _count_halves(tell, ideas):
    """Whatever belongs to an idea is there as often as ideas are."""
    from elava.ideas.models import Intake
    from elava.journal.models import Entry, Thread
    from elava.people.models import Receipt

    parts = [model.objects.all() for model in (Intake, Thread, Receipt)]
    for rows in [*parts, Entry.objects.filter(verb="idea.given")]:
        if rows.count() != ideas:
            tell(f"fault|{rows.count()} of {rows.model.__name__} for {ideas} ideas")


def _count_mail(tell):
    """Each answer has one message and its mail; no mail speaks of what is not there."""
    from pathlib import Path

    from django.conf import settings

    from elava.ideas.models import Idea
    from elava.journal.models import Entry
    from elava.notices.models import Message

    files = Path(settings.EMAIL_FILE_PATH).glob("*.log")
    ids = Counter(
        line.split("<")[1].split("@")[0]
        for file in files
        for line in file.read_text().splitlines()
        if line.startswith("Message-ID")
    )
    sent = {str(pk) for pk in Message.objects.filter(state="sent").values_list("pk", flat=True)}
    for pk in set(ids) - sent:
        tell(f"fault|a mail without its message: {pk}")
    for pk in sent - set(ids):
        tell(f"fault|a message without its mail: {pk}")
    answers = Message.objects.filter(letter="trials/answered", state="sent")
    entries = Entry.objects.filter(verb="idea.answered")
    ideas = Idea.objects.filter(stage="answered").count()
    if not answers.count() == entries.count() == ideas:
        tell(f"fault|answers {ideas}, entries {entries.count()}, messages {answers.count()}")
    if waiting := Message.objects.filter(state="queued").count():
        tell(f"fault|{waiting} messages still wait")
    tell(f"mail|{len(ids)}|{sum(ids.values()) - len(ids)}")


def _read(outcome, lines):
    for line in lines:
        kind, *rest = line.split("|")
        if kind == "fault":
            outcome.faults.append(rest[0])
        elif kind == "count":
            outcome.acknowledged, outcome.unacknowledged = map(int, rest)
        elif kind == "mail":
            outcome.mails, outcome.sent_again = map(int, rest)
    if not outcome.acknowledged or not outcome.mails:
        outcome.faults.append("nothing happened, so nothing was tried")
    return outcome
