"""Who may shape the network; how a body counts its votes is next door."""

import rules

from elava.foundation.access import has_coordinators_seat, is_coordinator, is_the_house

LEADERS = {"chair", "vice_chair", "secretary", "contact", "head"}


@rules.predicate
def leads(person, place):
    """The person chairs, keeps the minutes of, or speaks for just this place."""
    return place is not None and any(
        role.of == place.pk and role.name in LEADERS for role in person.roles
    )


@rules.predicate
def works_in_the_network(person, _subject=None):
    """The person has a role in some organisation, group or body today."""
    return bool(person.roles)


may_shape_network = has_coordinators_seat
may_seat_members = has_coordinators_seat | leads
may_describe = is_coordinator | leads
may_move_purse = has_coordinators_seat
may_promise_money = is_coordinator | leads
may_tell_money = is_the_house | may_promise_money
may_read_directory = works_in_the_network
