"""What people do at a workshop, and what becomes of a challenge."""

from .challenges import (
    archive_challenge,
    confirm_challenge,
    open_challenge,
    raise_challenge,
    review_challenge,
    reword_challenge,
    take_up_challenge,
)
from .notes import add_note, group_notes, hide_note, show_note, type_in_notes
from .workshops import (
    change_workshop,
    close_workshop,
    count_heads,
    hold_workshop,
    open_wall,
)

__all__ = [
    "add_note",
    "archive_challenge",
    "change_workshop",
    "close_workshop",
    "confirm_challenge",
    "count_heads",
    "group_notes",
    "hide_note",
    "hold_workshop",
    "open_challenge",
    "open_wall",
    "raise_challenge",
    "review_challenge",
    "reword_challenge",
    "show_note",
    "take_up_challenge",
    "type_in_notes",
]
