from datetime import timedelta

from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.people.models import Person, Receipt
from elava.rights.models import DataRequest
from elava.rights.rules import may_ask_for, may_handle_requests, may_take_along, may_take_back

from .erasing import erase_person


@action
def ask_for(owner, *, by, kind, channel):
    """A person, or the holder of a slip, asks; the answer is due in a month."""
    require(may_ask_for, by, owner)
    owner = type(owner).objects.locked(owner)
    whose = {"receipt" if isinstance(owner, Receipt) else "person": owner}
    waiting = DataRequest.objects.waiting().filter(**whose, kind=kind).first()
    if waiting is not None:
        return waiting
    due_on = clock.today() + timedelta(days=DataRequest.DAYS)
    asked = DataRequest.objects.create(**whose, kind=kind, channel=channel, due_on=due_on)
    record("data_request.asked", asked, by=by, kind=kind, channel=channel)
    return asked


@action
def take_back(asked, *, by):
    """Whoever asked has thought better of it."""
    asked = _waiting(asked)
    require(may_take_back, by, asked)
    _end(asked, by, DataRequest.End.TAKEN_BACK)
    record("data_request.taken_back", asked, by=by, kind=asked.kind)
    return asked


@action
def take_back_all(person, *, by):
    """A person takes back whatever they have asked for and nobody has done yet."""
    for asked in DataRequest.objects.waiting().filter(person=person).order_by("pk"):
        take_back(asked, by=by)
    return person


@action
def do_request(asked, *, by):
    """The desk does what was asked; to forget the holder of a slip, the slip becomes theirs."""
    asked = _waiting(asked)
    require(may_handle_requests, by, asked)
    _end(asked, by, DataRequest.End.DONE)
    record("data_request.done", asked, by=by, kind=asked.kind)
    if asked.kind == DataRequest.Kind.ERASE:
        erase_person(asked.person or _holder(asked.receipt), by=by)
    return asked


@action
def take_along(person, *, by):
    """A person gets a copy of everything; that they did stays in the journal."""
    require(may_take_along, by, person)
    record("person.taken_along", person, by=by)
    return person


def _waiting(asked):
    asked = DataRequest.objects.locked(asked)
    if asked.done_on:
        raise NotNow(_("This request has been answered already."))
    return asked


def _end(asked, by, end):
    asked.done_on, asked.done_by, asked.end = clock.today(), by if by.pk else None, end
    asked.save(update_fields=["done_on", "done_by", "end"])


def _holder(receipt):
    if receipt.claimed_by is None:
        receipt.claimed_by = Person.objects.create(called="")
        receipt.save(update_fields=["claimed_by"])
    return receipt.claimed_by
