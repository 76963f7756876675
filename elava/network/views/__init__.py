"""The pages of the network."""

from .bodies import bodies, body
from .directory import directory
from .organisations import group, groups, organisation, organisations
from .roles import add_role, end_role, roles
from .shaping import (
    add_body,
    add_group,
    add_organisation,
    change_body,
    change_group,
    change_organisation,
    end_seat,
    join_group,
    move_purse,
)

__all__ = [
    "add_body",
    "add_group",
    "add_organisation",
    "add_role",
    "bodies",
    "body",
    "change_body",
    "change_group",
    "change_organisation",
    "directory",
    "end_role",
    "end_seat",
    "group",
    "groups",
    "join_group",
    "move_purse",
    "organisation",
    "organisations",
    "roles",
]
