"""What changes the network."""

from .bodies import change_body, form_body, move_purse, tell_movements
from .memberships import end_membership, start_membership
from .places import (
    STANDING,
    add_organisation,
    change_group,
    change_organisation,
    change_partnership,
    end_seat,
    form_group,
    join_group,
    leave_project,
    take_part_in_project,
)

__all__ = [
    "STANDING",
    "add_organisation",
    "change_body",
    "change_group",
    "change_organisation",
    "change_partnership",
    "end_membership",
    "end_seat",
    "form_body",
    "form_group",
    "join_group",
    "leave_project",
    "move_purse",
    "start_membership",
    "take_part_in_project",
    "tell_movements",
]
