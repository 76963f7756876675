"""What the machine door gives: the shapes that its document describes."""

from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import UUID

from ninja import Schema

Shape = TypeVar("Shape")


class IdeaShape(Schema):
    """A public idea; `answer` is there once it was answered."""

    id: UUID
    title: str
    text: str
    kind: str
    stage: str
    given_on: date
    answer_by: date
    outcome: str | None
    reason: str | None
    thread: UUID
    url: str


class ChallengeShape(Schema):
    """A confirmed challenge."""

    id: UUID
    title: str
    words: str
    stage: str
    answer_by: date | None
    thread: UUID
    url: str


class ItemShape(Schema):
    """What a meeting decided, as the published extract says it."""

    title: str
    outcome: str
    reason: str


class MeetingShape(Schema):
    """A meeting of a body; its items are there once the minutes were published."""

    id: UUID
    body: str
    place: str
    starts_at: datetime
    stage: str
    items: list[ItemShape]
    url: str


class PartKind(StrEnum):
    """What a link of a red thread is."""

    CHALLENGE = "challenge"
    IDEA = "idea"
    DECISION = "decision"
    EXPERIMENT = "experiment"
    EVENT = "event"
    LEARNING = "learning"
    PRACTICE = "practice"
    ADOPTION = "adoption"


# What our own pages tell apart and machines need not: an answer is what somebody decided, whoever
# it was; a hand-over is the decision that somebody else is asked, together with what they said.
TOLD_AS = {
    "workshop": PartKind.CHALLENGE, "answer": PartKind.DECISION, "handover": PartKind.DECISION,
}  # fmt: skip


class PartShape(Schema):
    """One link of a red thread.

    `kind` is one of eight. An answer in plain words is told as `decision`, whether a meeting or
    the desk decided. What was handed over to another receiver is told as `decision`, too: it was
    decided that they are asked; its text says until when, and what they answered. The workshop
    out of whose notes a challenge grew is told as `challenge`, before it.
    """

    kind: PartKind
    title: str
    at: datetime | date
    text: str
    url: str


class ThreadShape(Schema):
    """A red thread by its title."""

    id: UUID
    title: str
    url: str


class WholeThreadShape(ThreadShape):
    """A red thread with its parts, the oldest first."""

    parts: list[PartShape]


class Page(Schema, Generic[Shape]):
    """A part of a list; `next` is the address of the following part, or nothing."""

    items: list[Shape]
    next: str | None
