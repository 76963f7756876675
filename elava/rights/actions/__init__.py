from .erasing import erase_person
from .reaching import CONFIRM_FIRST, PROMISE, ask_to_be_told, kind_of_way
from .requests import ask_for, do_request, take_along, take_back, take_back_all
from .retention import let_go, run_retention
from .slips import take_slip

__all__ = [
    "CONFIRM_FIRST",
    "PROMISE",
    "ask_for",
    "ask_to_be_told",
    "do_request",
    "erase_person",
    "kind_of_way",
    "let_go",
    "run_retention",
    "take_along",
    "take_back",
    "take_back_all",
    "take_slip",
]
