from elava.foundation.actions import action
from elava.ideas.actions import take_names_off
from elava.people.actions import claim_receipt


@action
def take_slip(receipt, *, by):
    """A person takes a slip as their own; under 18 no name stands with what it was given for."""
    receipt = claim_receipt(receipt, by=by)
    if by.is_minor:
        take_names_off(by, by=by)
    return receipt
