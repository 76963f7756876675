"""Afternoons with notes on a wall, and the challenges that grew out of the notes."""

from functools import partial

from elava.challenges.actions import (
    add_note,
    close_workshop,
    confirm_challenge,
    count_heads,
    group_notes,
    hold_workshop,
    open_challenge,
    open_wall,
    raise_challenge,
    take_up_challenge,
    type_in_notes,
)
from elava.challenges.models import Challenge, HeadcountTally
from elava.people.models import NOBODY

ANNOUNCED_BEFORE = 20  # days
AT_THE_DOOR = 12  # people who come in one after another, before the host counts the rest
OTHER = "Muuta, mitä mietimme"


def plan(town):
    """Each workshop in one afternoon; each challenge when its first notes lie there."""
    for said in town.texts_of("workshop"):
        day, note = said["days_ago"], town.timeline.note
        note(day + ANNOUNCED_BEFORE, announce, town, said)
        note(day, welcome, town, said, at="16:00")
        for number, words in enumerate(said["notes"]):
            note(day, write, town, said, words, at=f"16:{10 + number}")
        note(day, sort_notes, town, said, at="17:30")
        note(day, finish, town, said, at="18:00")
    for said in town.texts["challenge"]:
        day = said["confirmed_days_ago"]
        town.timeline.note(day + 4, raise_one, town, said)
        town.timeline.note(day, confirm, town, said, at="11:00")
        town.timeline.note(day - 1, partial(open_up, town, said))
        if said["stage"] == "being_answered":
            town.timeline.note(day - 12, partial(take_up, town, said))


def announce(town, said):
    """Everybody is invited."""
    place = town["place", said["place"]]
    workshop = hold_workshop(
        by=town.coordinator, title=said["title"], group=town["group", said["group"]],
        where=f"{place.name}, {place.address}",
        starts_at=town.timeline.moment(said["days_ago"], "16:00"),
        ends_at=town.timeline.moment(said["days_ago"], "18:00"),
    )  # fmt: skip
    town.keep("workshop", said["key"], workshop)


def welcome(town, said):
    """The wall opens, and people are counted at the door: by one, then the rest at once."""
    workshop = open_wall(town["workshop", said["key"]], by=town.coordinator)
    town.keep("workshop", said["key"], workshop)
    came = min(said["headcount"], AT_THE_DOOR)
    for number, change in enumerate([1] * came + [said["headcount"] - came], start=1):
        if change:
            count_heads(workshop, by=town.coordinator, who=HeadcountTally.Who.ADULT,
                        key=f"demo-{said['key']}-{number}", change=change)  # fmt: skip


def write(town, said, note):
    """Somebody writes on the wall, or on paper that is typed in for the room."""
    workshop, language = town["workshop", said["key"]], note.get("language", "fi")
    if note["door"] == "paper":
        (row,) = type_in_notes(workshop, [note["words"]], by=town.coordinator, language=language)
    else:
        row = add_note(note["words"], by=NOBODY, room_code=workshop.room_code, language=language)
    town.keep("note", note["words"], row)


def sort_notes(town, said):
    """The room lays together what belongs together."""
    names = {one["key"]: one["title"]["fi"] for one in town.texts["challenge"]} | {"": OTHER}
    together = {}
    for note in said["notes"]:
        together.setdefault(note["challenge"], []).append(town["note", note["words"]])
    for key, notes in together.items():
        group_notes(town["workshop", said["key"]], notes, by=town.coordinator, name=names[key])


def finish(town, said):
    """The workshop is over."""
    close_workshop(town["workshop", said["key"]], by=town.coordinator)


def raise_one(town, said):
    """A challenge grows out of the notes that lie there by now."""
    notes = [
        town.get("note", note["words"])
        for workshop in town.texts_of("workshop")
        for note in workshop["notes"]
        if note["challenge"] == said["key"]
    ]
    challenge = raise_challenge(
        [note for note in notes if note], by=town.coordinator, title=said["title"],
        words=said["words"],
        life_stages=[town["life_stage", key] for key in said["life_stages"]],
        goals=[town["goal", key] for key in said["goals"]],
    )  # fmt: skip
    town.keep("challenge", said["key"], challenge)


def confirm(town, said):
    """A group takes it on, with a day by which it answers."""
    group = town["group", said["answering_group"]]
    answer_by = town.timeline.working_day(-said["answer_in_days"])
    challenge = confirm_challenge(
        town["challenge", said["key"]], by=town.coordinator, group=group, answer_by=answer_by
    )
    town.keep("challenge", said["key"], challenge)


def open_up(town, said):
    """Residents are asked for ideas."""
    open_challenge(town["challenge", said["key"]], by=town.coordinator)


def take_up(town, said):
    """The group has begun to answer, unless an idea has begun it."""
    challenge = Challenge.objects.get(pk=town["challenge", said["key"]].pk)
    if challenge.stage == Challenge.Stage.OPEN:
        take_up_challenge(challenge, by=town.coordinator)
