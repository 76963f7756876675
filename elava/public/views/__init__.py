"""The front door: home, red threads, and what the programme says of itself."""

from .about import about, accessibility, banner, help_and_contact, page, privacy
from .feedback import answer_feedback, feedback, feedback_given
from .frame import (
    add_row,
    change_languages,
    change_part,
    change_row,
    frame,
    picture,
    remove_row,
    rows,
)
from .threads import favicon, health, home, robots, thread, threads

__all__ = [
    "about",
    "accessibility",
    "add_row",
    "answer_feedback",
    "banner",
    "change_languages",
    "change_part",
    "change_row",
    "favicon",
    "feedback",
    "feedback_given",
    "frame",
    "health",
    "help_and_contact",
    "home",
    "page",
    "picture",
    "privacy",
    "remove_row",
    "robots",
    "rows",
    "thread",
    "threads",
]
