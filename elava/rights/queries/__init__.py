from .held import everything_about, rows_held, told
from .own_pages import has_seat, own_page, roles_shown
from .parcels import parcel_of
from .requests import people_found, requests_done, requests_waiting, with_words

__all__ = [
    "everything_about",
    "has_seat",
    "own_page",
    "parcel_of",
    "people_found",
    "requests_done",
    "requests_waiting",
    "roles_shown",
    "rows_held",
    "told",
    "with_words",
]
