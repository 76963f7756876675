import pytest

from elava.foundation.actions import permitted_to_write, record
from elava.journal.ledger import first_break
from elava.journal.models import Entry, Words
from elava.people.models import NOBODY
from elava.programmes.models import Clock
from tests.given.ideas import an_idea
from tests.given.journal import the_last_entry


def test_numbers_follow_each_other_without_a_gap(programme):
    an_idea(answered="Kokeillaan.")
    numbers = list(Entry.objects.order_by("seq").values_list("seq", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert Clock.objects.get(programme=programme).version == numbers[-1]


def test_the_chain_holds_and_tells_where_it_was_broken(programme):
    idea = an_idea(answered="Kokeillaan.")
    assert first_break(programme) is None
    entry = the_last_entry(idea)
    with permitted_to_write("journal"):
        Entry.objects.filter(pk=entry.pk).update(verb="idea.opened")
    assert first_break(programme) == entry.seq


def test_emptied_words_leave_the_chain_whole_but_changed_words_do_not(programme):
    idea = an_idea(answered="Kokeillaan.")
    words = Words.objects.filter(pk=the_last_entry(idea).words_id)
    with permitted_to_write("journal"):
        words.update(body="")
    assert first_break(programme) is None
    with permitted_to_write("journal"):
        words.update(body="Ei sittenkään.")
    assert first_break(programme) == the_last_entry(idea).seq


def test_nothing_is_recorded_outside_an_action():
    idea = an_idea()
    with pytest.raises(RuntimeError):
        record("idea.opened", idea, by=NOBODY)
