from datetime import timedelta

import pytest
from django.db import transaction

from elava.foundation import clock
from elava.foundation.models import KeptPage
from elava.journal import kept as memory
from elava.journal.kept import Reading, kept, reading
from elava.notices.worker import Worker
from tests.given.ideas import an_idea

IDEAS = "/ideas/"


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    """Each of these starts as a new process does."""
    monkeypatch.setattr(memory, "_facts", {})


@pytest.fixture
def made():
    """What was worked out, in order."""
    return []


def ask(made, at, key="ideas"):
    """Ask for a fact at a version; the answer is the version it was worked out at."""
    with reading(Reading(*at) if at else None):
        return kept(key, lambda: made.append(at) or at)


@pytest.mark.django_db(transaction=True)
def test_a_fact_is_worked_out_once_for_a_version(made):
    assert ask(made, ("town", 1)) == ask(made, ("town", 1)) == ("town", 1)
    assert ask(made, ("town", 2)) == ("town", 2)
    assert made == [("town", 1), ("town", 2)]


@pytest.mark.django_db(transaction=True)
def test_a_fact_of_one_programme_is_never_told_in_another():
    made = []
    ask(made, ("town", 1))
    assert ask(made, ("other", 1)) == ("other", 1)


@pytest.mark.django_db(transaction=True)
def test_a_new_day_has_new_facts(made):
    ask(made, ("town", 1))
    with clock.travel(clock.now() + timedelta(days=1)):
        ask(made, ("town", 1))
    assert len(made) == 2


@pytest.mark.django_db(transaction=True)
def test_what_is_read_within_a_transaction_is_not_kept(made):
    with transaction.atomic():
        ask(made, ("town", 1))
    ask(made, ("town", 1))
    assert len(made) == 2


@pytest.mark.django_db(transaction=True)
def test_without_a_version_nothing_is_kept(made):
    ask(made, None)
    ask(made, None)
    assert len(made) == 2


@pytest.mark.django_db(transaction=True)
def test_the_memory_stays_small(made, monkeypatch):
    monkeypatch.setattr(memory, "MOST_FACTS", 3)
    for number in range(10):
        ask(made, ("town", 1), key=number)
    assert len(memory._facts["town"][1]) <= 3


@pytest.mark.django_db(transaction=True)
def test_the_counts_of_the_list_are_true_after_each_act(client, programme):
    client.cookies["anything"] = "1"  # so that the page itself is made anew
    for words in ("1 idea luettavana", "2 ideaa luettavana"):
        an_idea(is_open=True)
        page = client.get(IDEAS).content.decode()
        assert words in page


@pytest.mark.django_db(transaction=True)
def test_what_hangs_on_a_reader_is_kept_when_the_reader_has_come_so_far(made):
    def ask_index(now):
        with reading(now):
            return kept("like", lambda: made.append(now.read), hangs_on_readers=True)

    behind, up = Reading("town", 7, read=6), Reading("town", 7, read=7)
    ask_index(behind)
    ask_index(up)
    ask_index(up)
    assert made == [6, 7]
    assert (behind.is_early, up.is_early) == (True, False)


@pytest.mark.django_db(transaction=True)
def test_a_page_that_was_early_for_the_index_is_not_kept_and_a_later_one_is(client, programme):
    idea = an_idea(is_open=True)
    client.get(idea.get_absolute_url())
    assert not KeptPage.objects.exists()
    Worker().drain()
    client.get(idea.get_absolute_url())
    assert KeptPage.objects.exists()
