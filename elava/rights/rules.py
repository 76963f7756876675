import rules

from elava.foundation.access import is_coordinator, is_the_house


@rules.predicate
def is_oneself(person, subject=None):
    """The person asks about themselves."""
    return subject is not None and person.pk is not None and person.pk == subject.pk


@rules.predicate
def asked_for_it(person, asked=None):
    """The request is the person's own."""
    return asked is not None and person.pk is not None and person.pk == asked.person_id


@rules.predicate
def is_signed_in(person, _subject=None):
    """Somebody whom the programme knows."""
    return person.pk is not None


may_see_own_page = is_signed_in
may_handle_requests = is_coordinator
may_ask_for = is_oneself | is_coordinator
may_take_back = asked_for_it | is_coordinator
may_take_along = is_oneself | is_coordinator
may_erase = is_oneself | is_coordinator
may_let_go = is_the_house | is_coordinator
