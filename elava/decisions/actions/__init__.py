"""What changes meetings, decisions and hand-overs."""

from .agenda import add_free_item, add_idea, fill_agenda, give_back, move_item, remove_item
from .closing import carry_out, close_meeting, reopen_meeting
from .deciding import decide, postpone, take_up, undo_last
from .handovers import (
    answer_hand_over,
    hand_over,
    remind_receiver,
    renew_link,
    take_back_hand_over,
)
from .interests import declare_interest, propose_interests
from .meetings import (
    attend,
    call_meeting,
    call_off_meeting,
    change_meeting,
    leave,
    note_attendance,
    open_meeting,
)
from .minutes import check_minutes, correct_minutes, publish_extract, sign_minutes

__all__ = [
    "add_free_item",
    "add_idea",
    "answer_hand_over",
    "attend",
    "call_meeting",
    "call_off_meeting",
    "carry_out",
    "change_meeting",
    "check_minutes",
    "close_meeting",
    "correct_minutes",
    "decide",
    "declare_interest",
    "fill_agenda",
    "give_back",
    "hand_over",
    "leave",
    "move_item",
    "note_attendance",
    "open_meeting",
    "postpone",
    "propose_interests",
    "publish_extract",
    "remind_receiver",
    "remove_item",
    "renew_link",
    "reopen_meeting",
    "sign_minutes",
    "take_back_hand_over",
    "take_up",
    "undo_last",
]
