from elava.foundation.access import has_coordinators_seat
from elava.programmes.rules import may_create_programme

may_invite = has_coordinators_seat
may_open_coordination = may_create_programme


def needs_second_step(person):
    """Whoever has any role in the programme signs in with two steps."""
    return bool(person.roles)
