"""How notes become entries: numbered without a gap, in the order of commits, and chained."""

from elava.foundation import news
from elava.foundation.kinds import kind_of
from elava.programmes.models import Clock

from .models import Entry, Thread, Words


def seal(notes):
    """Write the notes of one action into the journal.

    The clock's row is locked here, last before the commit, so that numbers follow commits.
    """
    if not notes:
        return
    programme = notes[0].subject.programme
    clock = Clock.objects.select_for_update().get(programme=programme)
    entries = [_entry(note, programme, clock) for note in notes]
    Words.objects.bulk_create([entry.words for entry in entries if entry.words])
    Entry.objects.bulk_create(entries)
    clock.save(update_fields=["version", "head"])


def _entry(note, programme, clock):
    clock.version += 1
    is_anonymous = news.get(note.verb).is_anonymous
    words = Words.of(note.words) if note.words else None
    if words:
        words.programme = programme
    entry = Entry(
        programme=programme,
        seq=clock.version,
        verb=note.verb,
        subject_kind=kind_of(note.subject),
        subject_id=note.subject.pk,
        thread=_thread(note.thread_id, programme),
        by=None if is_anonymous else _row(note.by),
        for_person=_row(note.for_person),
        at=note.at,
        fields=note.fields,
        words=words,
        commitment=words.commitment if words else "",
    )
    if is_anonymous:
        entry.at = entry.at.replace(hour=0, minute=0, second=0, microsecond=0)
    entry.hash = clock.head = entry.hash_after(clock.head)
    return entry


def _thread(pk, programme):
    """The thread as a key: it is the subject's, and was looked at when the subject was saved."""
    return Thread(pk=pk, programme=programme) if pk else None


def _row(person):
    return person if person is not None and person.pk else None


def first_break(programme):
    """The number of the first entry that does not follow from the one before, or None."""
    previous, expected = "", 1
    for entry in (
        Entry.objects.filter(programme=programme).select_related("words").order_by("seq").iterator()
    ):
        words = entry.words
        if entry.seq != expected or entry.hash != entry.hash_after(previous):
            return expected
        if words is not None and words.body and words.commitment != entry.commitment:
            return expected
        previous, expected = entry.hash, expected + 1
    return None
