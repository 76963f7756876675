from .decision import Carrier, Decision, Vote
from .handover import HandOver
from .item import Interest, Item, ItemIdea
from .meeting import UNDO, Attendance, Meeting
from .minutes import Minutes, MinutesCheck

__all__ = [
    "UNDO",
    "Attendance",
    "Carrier",
    "Decision",
    "HandOver",
    "Interest",
    "Item",
    "ItemIdea",
    "Meeting",
    "Minutes",
    "MinutesCheck",
    "Vote",
]
