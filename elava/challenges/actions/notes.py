from django.utils.translation import gettext as _

from elava.challenges.models import Note, NoteGroup, Workshop
from elava.challenges.queries import open_workshop_with
from elava.challenges.rules import may_facilitate, may_write_note
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow


@action
def add_note(words, *, by, room_code, language):
    """Somebody in the room adds a thought; the room code is all that is asked."""
    require(may_write_note, by)
    workshop = open_workshop_with(room_code)
    if workshop is None:
        raise NotNow(_("This wall is not open. Ask for the code of the room."))
    note = Note.objects.create(
        workshop=workshop, words=words, door=Note.Door.WALL, language=language
    )
    record("note.added", note, by=by, door=note.door)
    return note


@action
def type_in_notes(workshop, lines, *, by, language, name=""):
    """Paper notes are typed in for the room, under the name they had there, if they had one.

    Each line is one note, an empty line is none.
    """
    require(may_facilitate, by, workshop)
    workshop = Workshop.objects.locked(workshop)
    if workshop.stage == Workshop.Stage.PLANNED:
        raise NotNow(_("Open the wall first. Then type in the notes."))
    written = list(filter(None, map(str.strip, lines)))
    if not written:
        raise NotNow(_("There was no note to save. Write one note on each line."))
    facts = {"workshop": workshop, "door": Note.Door.PAPER, "language": language}
    facts["note_group"] = _note_group(workshop, name)
    notes = Note.objects.bulk_create(Note(words=words, **facts) for words in written)
    record("notes.typed_in", workshop, by=by, count=len(notes))
    return notes


@action
def group_notes(workshop, notes, *, by, name):
    """The chosen notes go under one name; an empty name lays them back on the wall."""
    workshop = Workshop.objects.locked(workshop)
    require(may_facilitate, by, workshop)
    chosen = Note.objects.filter(workshop=workshop, pk__in=[note.pk for note in notes])
    note_group = _note_group(workshop, name)
    count = chosen.update(note_group=note_group)
    NoteGroup.objects.filter(workshop=workshop, notes=None).delete()
    if not count:
        raise NotNow(_("Choose at least one note."))
    record("notes.grouped", workshop, by=by, count=count, words=name)
    return note_group


def _note_group(workshop, name):
    name = " ".join(name.split())
    if not name:
        return None
    return NoteGroup.objects.get_or_create(workshop=workshop, name=name)[0]


@action
def hide_note(note, *, by, reason):
    """A note leaves the wall, with a reason that stays in the journal."""
    note = _turned(note, by, is_hidden=True)
    record("note.hidden", note, by=by, words=reason)
    return note


@action
def show_note(note, *, by):
    """A hidden note comes back to the wall."""
    note = _turned(note, by, is_hidden=False)
    record("note.shown", note, by=by)
    return note


def _turned(note, by, *, is_hidden):
    note = Note.objects.locked(note)
    require(may_facilitate, by, note.workshop)
    if note.is_hidden == is_hidden:
        raise NotNow(_("Somebody has already done this."))
    note.is_hidden = is_hidden
    note.save(update_fields=["is_hidden"])
    return note
