"""Two secretaries at two screens, and an undo that meets a close: one of them wins, whole."""

import time
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import OperationalError, connection
from django_scopes import scope

from elava.decisions.actions import carry_out, close_meeting, decide, postpone, undo_last
from elava.decisions.models import Decision, Item, Meeting
from elava.foundation import clock
from elava.foundation.access import HOUSE
from elava.foundation.errors import NotNow
from elava.ideas.models import Idea
from tests.given.decisions import an_open_meeting

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


def patiently(act):
    """A SQLite in memory refuses where one in a file waits for its turn: wait here."""
    for _try in range(500):
        try:
            return act()
        except OperationalError:
            time.sleep(0.01)
    raise TimeoutError("the database never gave the act its turn")


def at_once(programme, *acts):
    """Run the acts in threads of their own; how many of them the house accepted."""
    start, said = Barrier(len(acts)), []

    def run(act):
        start.wait()
        try:
            with scope(programme=programme):
                patiently(act)
            said.append("accepted")
        except NotNow:
            said.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(said) == len(acts)
    return said.count("accepted")


def test_two_secretaries_decide_an_item_once(programme):
    for _round in range(ROUNDS):
        sitting = an_open_meeting(ideas=1)
        item = sitting.item()

        def act(outcome, item=item, who=sitting.secretary):
            return lambda: decide(item, by=who, outcome=outcome, reason={"fi": "Syy."})

        assert at_once(programme, act("try"), act("not_now"), act("try")) == 1
        assert Decision.objects.in_force().filter(item=item).count() == 1
        sitting.close()


def test_a_decision_and_a_next_time_do_not_both_hold(programme):
    for _round in range(ROUNDS):
        sitting = an_open_meeting(ideas=1)
        item = sitting.item()
        accepted = at_once(
            programme,
            lambda s=sitting, i=item: s.decide(i),
            lambda s=sitting, i=item: postpone(i, by=s.secretary, because="Kysytään"),
        )
        assert accepted == 1
        item = Item.objects.get(pk=item.pk)
        assert bool(item.postponed_at) != item.decisions.filter(undone_at=None).exists()
        sitting.close()


def test_an_undo_that_meets_the_close_leaves_no_answer_without_its_decision(programme):
    for _round in range(ROUNDS):
        sitting = an_open_meeting(ideas=1)
        idea = sitting.item().parts.get().idea
        decision = sitting.decide()
        at_once(
            programme,
            lambda s=sitting: undo_last(s.meeting, by=s.secretary),
            lambda s=sitting: close_meeting(s.meeting, by=s.secretary),
        )
        if not Meeting.objects.get(pk=sitting.meeting.pk).is_open:
            with clock.travel(clock.now() + timedelta(minutes=30)):
                carry_out(sitting.meeting, by=HOUSE)
        is_answered = Idea.objects.get(pk=idea.pk).stage == Idea.Stage.ANSWERED
        assert is_answered == (Decision.objects.get(pk=decision.pk).undone_at is None)
