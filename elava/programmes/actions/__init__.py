"""What changes a programme and its frame."""

from .frame import FRAME, add_to_frame, change_in_frame, remove_from_frame
from .pages import publish_page
from .programme import change_programme, create_programme, set_languages

__all__ = [
    "FRAME",
    "add_to_frame",
    "change_in_frame",
    "change_programme",
    "create_programme",
    "publish_page",
    "remove_from_frame",
    "set_languages",
]
