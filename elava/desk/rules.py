import rules

from elava.foundation.access import is_coordinator

may_see_desk = is_coordinator


@rules.predicate
def may_end_absence(person, _subject=None):
    """Whoever has a seat in the coordination: a deputy has the rights there, but no seat."""
    return any(role.place == "coordination" and role.name != "deputy" for role in person.roles)


@rules.predicate
def may_be_away(person, absent=None):
    """Whoever has a seat in the coordination, for themselves: a deputy passes nothing on."""
    return may_end_absence.test(person) and absent in (None, person)
