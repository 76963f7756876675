"""Who may do what around a meeting; how a body counts its votes is a rule of the network."""

from typing import NamedTuple

import rules

from elava.decisions.models import HandOver
from elava.foundation.access import is_coordinator, is_the_house
from elava.network.models import Body, Membership

KEEPERS, DECIDING = Membership.KEEPERS, Body.DECIDING


class Shown(NamedTuple):
    """A hand-over, and the edition of the link that somebody opened (None without one)."""

    handover: HandOver
    edition: int | None = None


@rules.predicate
def holds_the_link(_person, shown):
    """Whoever opened the newest link answers as the receiver."""
    return shown.edition is not None and shown.edition == shown.handover.edition


@rules.predicate
def keeps_a_body(person, body=None):
    """Chairs or writes for this body, or, where none is named, for some body that decides."""
    return any(
        role.name in KEEPERS and (role.of == body.pk if body else role.place in DECIDING)
        for role in person.roles
    )


@rules.predicate
def keeps_the_meeting(person, meeting):
    """Chairs or writes for the body that meets."""
    return keeps_a_body.test(person, meeting.body)


@rules.predicate
def is_in_the_body(person, meeting):
    """Has a role in the body that meets."""
    return any(role.of == meeting.body_id for role in person.roles)


@rules.predicate
def sits_in_a_body(person, _subject=None):
    """Has a role in some body that decides."""
    return any(role.place in DECIDING for role in person.roles)


has_meetings_as_desk = sits_in_a_body & ~is_coordinator
may_call_meetings = is_coordinator | keeps_a_body
may_run = is_coordinator | keeps_the_meeting
may_read_papers = may_run | is_in_the_body
may_check = is_in_the_body
may_carry_out = is_the_house
may_hand_over = is_coordinator | keeps_a_body
may_ask_receiver = is_the_house | may_hand_over
may_remind = is_the_house | may_hand_over
may_answer_for_receiver = is_coordinator | holds_the_link
