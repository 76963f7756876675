"""Workshops with their notes, and the challenges that grow out of them."""

from .challenges import Challenge, ChallengeGoal, ChallengeLifeStage, ChallengeNote
from .workshops import HeadcountTally, Note, NoteGroup, Workshop

__all__ = [
    "Challenge",
    "ChallengeGoal",
    "ChallengeLifeStage",
    "ChallengeNote",
    "HeadcountTally",
    "Note",
    "NoteGroup",
    "Workshop",
]
