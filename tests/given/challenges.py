from datetime import timedelta
from itertools import count

from elava.challenges.actions import (
    add_note,
    close_workshop,
    confirm_challenge,
    group_notes,
    hold_workshop,
    open_challenge,
    open_wall,
    raise_challenge,
    type_in_notes,
)
from elava.foundation import clock
from elava.network.actions import form_group
from elava.people.models import NOBODY
from elava.programmes.actions import add_to_frame
from elava.programmes.models import LifeStage

from .people import a_coordinator

_number = count(1)


def a_group(name="Ikäihmiset"):
    """A theme group."""
    return form_group(by=a_coordinator(), name={"fi": name}, slug=f"ryhma-{next(_number)}")


def a_life_stage(slug="nuoret"):
    """A stretch of the life course."""
    return add_to_frame(LifeStage, by=a_coordinator(), slug=slug, name={"fi": slug})


def a_workshop(*, is_open=True, is_closed=False, notes=(), by=None, **facts):
    """A workshop that begins now; `notes` are typed in for the room."""
    by = by or a_coordinator()
    facts = {
        "title": "Mistä iltapäivä tehdään?",
        "where": "Kirjasto, olohuone",
        "starts_at": clock.now() - timedelta(minutes=5),
        "ends_at": clock.now() + timedelta(hours=2),
        **facts,
    }
    workshop = hold_workshop(by=by, **facts)
    if is_open or is_closed:
        workshop = open_wall(workshop, by=by)
    if notes:
        type_in_notes(workshop, notes, by=by, language="fi")
    return close_workshop(workshop, by=by) if is_closed else workshop


def a_note(words="Päivät ovat pitkiä.", *, workshop=None, note_group=""):
    """A note from a phone; `note_group` is the name under which it was put."""
    workshop = workshop or a_workshop()
    note = add_note(words, by=NOBODY, room_code=workshop.room_code, language="fi")
    if note_group:
        group_notes(workshop, [note], by=a_coordinator(), name=note_group)
    return note


def a_challenge(title="Kaipaan seuraa", *, notes=None, is_confirmed=False, is_open=False, **facts):
    """A challenge out of one note, raised, confirmed or open for ideas."""
    by, group = a_coordinator(), facts.pop("group", None) or a_group()
    answer_by = facts.pop("answer_by", None) or clock.today() + timedelta(days=60)
    words = {"fi": "Moni on yksin."}
    challenge = raise_challenge(
        [a_note()] if notes is None else notes, by=by, title={"fi": title}, words=words, **facts
    )
    if is_confirmed or is_open:
        challenge = confirm_challenge(challenge, by=by, group=group, answer_by=answer_by)
    return open_challenge(challenge, by=by) if is_open else challenge
