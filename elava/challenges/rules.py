import rules

from elava.foundation.access import is_coordinator

LEAD = ("chair", "secretary", "contact", "helper")


@rules.predicate
def leads_its_group(person, subject=None):
    """The person leads the group (or the host organisation) of a workshop or a challenge."""
    if subject is None:
        return False
    places = {("group", subject.group_id), ("organisation", getattr(subject, "host_id", None))}
    return any(
        (role.place, role.of) in places and role.name in LEAD and role.of for role in person.roles
    )


@rules.predicate
def leads_a_group(person, _subject=None):
    """The person leads some group of the network."""
    return any(role.place == "group" and role.name in LEAD for role in person.roles)


@rules.predicate
def may_write_note(_person, _subject=None):
    """Whoever is in the room may add a note; the room code is asked for, no account."""
    return True


may_hold_workshop = is_coordinator | leads_a_group
may_facilitate = is_coordinator | leads_its_group
may_raise = may_facilitate
may_confirm = is_coordinator
may_carry = is_coordinator | leads_its_group
