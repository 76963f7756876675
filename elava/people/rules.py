import rules

from elava.foundation.access import has_coordinators_seat, is_coordinator


@rules.predicate
def is_theirs(person, row=None):
    """The row is the person, hangs on them, or on a slip that they have taken as their own."""
    if row is None or person.pk is None:
        return False
    receipt = getattr(row, "receipt", None)
    owners = {row.pk, getattr(row, "person_id", None), getattr(row, "claimed_by_id", None)}
    return person.pk in owners | {receipt.claimed_by_id if receipt is not None else None}


@rules.predicate
def holds_its_key(person, row=None):
    """Somebody without an account has shown the secret of the row, or of the slip it hangs on."""
    holds = getattr(person, "holds", None)
    return holds is not None and holds in (
        getattr(row, "pk", None),
        getattr(row, "receipt_id", None),
    )


@rules.predicate
def is_somebody(person, _subject=None):
    """Whoever has a row in the programme."""
    return person.pk is not None


@rules.predicate
def added_it(person, attachment=None):
    """The person themselves added the file."""
    return person.pk is not None and attachment is not None and attachment.added_by_id == person.pk


may_add_person = has_coordinators_seat
may_give_account = is_theirs | has_coordinators_seat
may_close_account = is_theirs
may_attach = is_theirs | holds_its_key | is_coordinator
may_show_attachment = is_coordinator
may_change_attachment = added_it | is_theirs | holds_its_key | is_coordinator
may_change_ways = is_theirs | holds_its_key | is_coordinator
may_change_person = is_theirs | is_coordinator
may_claim_receipt = is_somebody
may_confirm_age = is_theirs
