"""What changes a programme and its frame."""

from .frame import FRAME, add_to_frame, change_in_frame, remove_from_frame
from .pages import (
    add_to_page,
    change_on_page,
    publish_page,
    take_off_page,
    turn_page,
    write_page,
)
from .programme import change_programme, create_programme, set_languages

__all__ = [
    "FRAME",
    "add_to_frame",
    "add_to_page",
    "change_in_frame",
    "change_on_page",
    "change_programme",
    "create_programme",
    "publish_page",
    "remove_from_frame",
    "set_languages",
    "take_off_page",
    "turn_page",
    "write_page",
]
