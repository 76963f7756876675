from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from elava.challenges.actions import (
    add_note,
    close_workshop,
    count_heads,
    group_notes,
    hide_note,
    hold_workshop,
    open_wall,
    show_note,
    type_in_notes,
)
from elava.challenges.models import HeadcountTally, Note, NoteGroup
from elava.foundation import clock
from elava.foundation.actions import permitted_to_write
from elava.foundation.digits import is_sound
from elava.foundation.errors import NotAllowed, NotNow
from elava.network.actions import start_membership
from elava.people.models import NOBODY, OPERATOR
from tests.given.challenges import a_group, a_note, a_workshop
from tests.given.journal import the_last_entry
from tests.given.people import a_coordinator, a_person

ADULT, CHILD = HeadcountTally.Who.ADULT, HeadcountTally.Who.CHILD


def test_a_workshop_is_announced_with_a_code_for_its_room():
    workshop = a_workshop(is_open=False)
    assert is_sound(workshop.room_code)
    assert (workshop.stage, the_last_entry(workshop).verb) == ("planned", "workshop.announced")


def test_a_visitor_announces_no_workshop():
    with pytest.raises(NotAllowed):
        a_workshop(by=a_person())


def test_whoever_leads_the_group_runs_its_workshop_and_no_other():
    leader, group = a_person("Leena"), a_group()
    start_membership(leader, by=OPERATOR, source="test", group=group, role="chair")
    workshop = a_workshop(by=leader, group=group)
    assert workshop.is_open
    with pytest.raises(NotAllowed):
        close_workshop(a_workshop(group=a_group("Perheet")), by=leader)


def test_a_workshop_cannot_end_before_it_starts():
    start = clock.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        a_workshop(starts_at=start, ends_at=start - timedelta(hours=1))


def test_whoever_knows_the_room_code_adds_a_note_without_a_name():
    workshop = a_workshop()
    typed = f" {workshop.room_code[:2]} {workshop.room_code[2:]} "
    note = add_note("Lähtisin lenkille.", by=NOBODY, room_code=typed, language="fi")
    entry = the_last_entry(note)
    assert (note.workshop, note.door, entry.by) == (workshop, Note.Door.WALL, None)
    assert (entry.at.hour, entry.at.minute, entry.at.second) == (0, 0, 0)


@pytest.mark.parametrize("facts", [{"is_open": False}, {"is_closed": True}])
def test_a_wall_that_is_not_open_takes_no_note(facts):
    workshop = a_workshop(**facts)
    with pytest.raises(NotNow):
        add_note("Myöhässä", by=NOBODY, room_code=workshop.room_code, language="fi")


def test_a_mistyped_code_opens_no_wall():
    code = a_workshop().room_code
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    with pytest.raises(NotNow):
        add_note("Hei", by=NOBODY, room_code=wrong, language="fi")


def test_a_wall_opens_again_with_another_code():
    workshop = a_workshop(is_closed=True)
    again = open_wall(workshop, by=a_coordinator())
    assert again.is_open
    assert add_note("Vielä yksi", by=NOBODY, room_code=again.room_code, language="fi")


def test_two_open_walls_never_share_a_code():
    first, second = a_workshop(), a_workshop()
    second.room_code = first.room_code
    with pytest.raises(IntegrityError), transaction.atomic(), permitted_to_write("test"):
        second.save()


def test_paper_notes_are_typed_in_line_by_line():
    workshop = a_workshop(is_closed=True)
    lines = ["Penkkejä liian harvassa.", "  ", "Bussi menee ennen kuin mikään alkaa. "]
    notes = type_in_notes(workshop, lines, by=a_coordinator(), language="fi")
    assert [note.words for note in notes] == [lines[0], lines[2].strip()]
    assert the_last_entry(workshop).fields == {"count": 2}


def test_empty_paper_is_no_note():
    with pytest.raises(NotNow):
        type_in_notes(a_workshop(), [" ", ""], by=a_coordinator(), language="fi")


def test_every_press_counts_once_and_nobody_goes_below_zero():
    workshop, desk = a_workshop(), a_coordinator()
    for key in ("press-1", "press-2", "press-2"):
        count_heads(workshop, by=desk, who=ADULT, key=key)
    count_heads(workshop, by=desk, who=CHILD, key="paper", change=7)
    count_heads(workshop, by=desk, who=ADULT, key="minus", change=-1)
    assert HeadcountTally.objects.count_of(workshop) == {"adult": 1, "child": 7}
    with pytest.raises(NotNow):
        count_heads(workshop, by=desk, who=ADULT, key="too-many", change=-2)


def test_a_press_is_a_row_that_the_database_keeps_single():
    workshop, desk = a_workshop(), a_coordinator()
    tally = count_heads(workshop, by=desk, who=ADULT, key="once")
    with pytest.raises(IntegrityError), transaction.atomic(), permitted_to_write("test"):
        HeadcountTally.objects.create(workshop=workshop, who=ADULT, change=1, key=tally.key)


def test_notes_that_say_the_same_go_under_one_name_and_come_back():
    workshop, desk = a_workshop(notes=["Yksin", "Yksinäistä", "Bussi"]), a_coordinator()
    notes = list(Note.objects.filter(words__startswith="Yksin"))
    group_notes(workshop, notes, by=desk, name="Seura")
    assert NoteGroup.objects.get().notes.count() == 2
    group_notes(workshop, notes, by=desk, name="")
    assert not NoteGroup.objects.exists()


def test_a_group_of_notes_takes_no_note_of_another_workshop():
    stranger = a_note()
    with pytest.raises(NotNow):
        group_notes(a_workshop(), [stranger], by=a_coordinator(), name="Seura")


def test_the_public_reads_a_note_once_somebody_has_put_it_into_a_group():
    workshop = a_workshop()
    loose, grouped = a_note(workshop=workshop), a_note(workshop=workshop, note_group="Seura")
    assert list(Note.objects.public()) == [grouped]
    assert set(Note.objects.seen_by(a_coordinator())) == {loose, grouped}


def test_a_hidden_note_leaves_the_wall_and_comes_back():
    note, desk = a_note(note_group="Seura"), a_coordinator()
    hide_note(note, by=desk, reason="Siinä on toisen nimi.")
    assert not Note.objects.on_the_wall().exists()
    assert not Note.objects.public().exists()
    assert the_last_entry(note).words.body == "Siinä on toisen nimi."
    with pytest.raises(NotNow):
        hide_note(note, by=desk, reason="Taas")
    show_note(note, by=desk)
    assert Note.objects.on_the_wall().exists()


def test_a_workshop_belongs_to_its_programme(other_programme):
    from django_scopes import scope

    group = a_group()
    with scope(programme=other_programme), pytest.raises(NotAllowed):
        hold_workshop(
            by=a_coordinator(), title="Vieras", where="Täällä", group=group,
            starts_at=clock.now(), ends_at=clock.now() + timedelta(hours=1),
        )  # fmt: skip
