from elava.foundation.access import is_coordinator

may_invite = is_coordinator


def needs_second_step(person):
    """Whoever has any role in the programme signs in with two steps."""
    return bool(person.roles)
