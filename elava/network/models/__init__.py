"""The network: organisations, theme groups, bodies with rules and a purse, dated memberships."""

from .bodies import Body, PurseMovement
from .memberships import Membership
from .places import Group, Organisation, Partnership, Seat

__all__ = ["Body", "Group", "Membership", "Organisation", "Partnership", "PurseMovement", "Seat"]
