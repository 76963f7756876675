"""Sixteen hands at once: presses and notes are there once each, on both databases."""

from functools import partial

import pytest

from elava.challenges.actions import add_note, close_workshop, count_heads
from elava.challenges.models import HeadcountTally, Note
from elava.journal.ledger import first_break
from elava.people.models import NOBODY
from tests.given.challenges import a_workshop
from tests.given.many_hands import HANDS, all_at_once
from tests.given.people import a_coordinator

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at_once(programme, tmp_path):
    """Let sixteen threads do something at the same moment."""
    return partial(all_at_once, programme=programme, folder=tmp_path)


def test_sixteen_presses_with_eight_keys_count_eight(at_once, programme):
    workshop, desk = a_workshop(), a_coordinator()
    at_once(lambda n: count_heads(workshop, by=desk, who="adult", key=f"key-{n % 8}"))
    assert HeadcountTally.objects.count_of(workshop)["adult"] == 8
    assert HeadcountTally.objects.filter(workshop=workshop).count() == 8
    assert first_break(programme) is None


def test_sixteen_presses_of_minus_take_nobody_below_zero(at_once):
    workshop, desk = a_workshop(), a_coordinator()
    count_heads(workshop, by=desk, who="child", key="five", change=5)
    done = at_once(
        lambda n: count_heads(workshop, by=desk, who="child", key=f"minus-{n}", change=-1)
    )
    assert sum(row is not None for row in done) == 5
    assert HeadcountTally.objects.count_of(workshop)["child"] == 0


def test_sixteen_phones_add_sixteen_notes(at_once, programme):
    code = a_workshop().room_code
    at_once(lambda n: add_note(f"Lappu {n}", by=NOBODY, room_code=code, language="fi"))
    assert len(set(Note.objects.values_list("words", flat=True))) == HANDS
    assert first_break(programme) is None


def test_a_wall_is_closed_once(at_once):
    workshop, desk = a_workshop(), a_coordinator()
    done = at_once(lambda _n: close_workshop(workshop, by=desk))
    assert sum(row is not None for row in done) == 1
