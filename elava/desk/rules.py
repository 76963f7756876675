import rules

from elava.foundation.access import has_coordinators_seat, is_coordinator

may_see_desk = is_coordinator
may_end_absence = has_coordinators_seat


@rules.predicate
def may_be_away(person, absent=None):
    """Whoever has a seat in the coordination, for themselves: a deputy passes nothing on."""
    return may_end_absence.test(person) and absent in (None, person)
