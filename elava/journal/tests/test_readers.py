import pytest
from django_scopes import scope

from elava.foundation.actions import permitted_to_write
from elava.journal import readers
from elava.journal.models import Entry, Reader
from tests.given.ideas import an_idea


@pytest.fixture
def collecting(monkeypatch):
    """A reader that keeps the numbers of what it read, and nobody else."""
    seen = []
    monkeypatch.setattr(readers, "_readers", {})
    readers.journal_reader("collecting", lambda entries: seen.extend(e.seq for e in entries))
    return seen, readers.journal_readers()[0]


def test_a_reader_sees_every_entry_once_and_in_order(collecting, monkeypatch):
    seen, reader = collecting
    monkeypatch.setattr(readers, "BATCH", 2)
    an_idea(is_open=True)
    while readers.read_on(reader):
        pass
    assert seen == list(range(1, Entry.objects.count() + 1))
    an_idea()
    readers.read_on(reader)
    assert seen == list(range(1, Entry.objects.count() + 1))


def test_a_reader_that_fails_keeps_its_place(monkeypatch):
    an_idea()

    def fail(entries):
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        readers.read_on(readers.JournalReader("failing", fail))
    assert not Reader.objects.filter(name="failing").exists()


def test_what_a_reader_writes_and_its_place_are_one_transaction(monkeypatch):
    an_idea()

    def write_and_fail(entries):
        Reader.objects.create(name="effect")
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        readers.read_on(readers.JournalReader("failing", write_and_fail))
    assert not Reader.objects.filter(name="effect").exists()


def test_only_those_with_something_to_read_are_behind(collecting, programme, other_programme):
    _seen, reader = collecting
    an_idea()
    assert {pk for pk, _reader in readers.behind()} == {programme.pk, other_programme.pk}
    readers.read_on(reader)
    assert [pk for pk, _reader in readers.behind()] == [other_programme.pk]
    with scope(programme=other_programme), permitted_to_write("tests"):
        readers.read_on(reader)
    assert readers.behind() == []
