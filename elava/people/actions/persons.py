from django.db import IntegrityError, transaction

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.digits import with_check_digit
from elava.foundation.ids import chance
from elava.people.models import NumberBlock, Person, Receipt
from elava.people.rules import may_add_person, may_confirm_age

TRIES = 6
BLOCKS_OF_FIVE_DIGITS = 100


@action
def add_person(*, called, by, source, account=None, language=""):
    """Somebody comes into the programme; `source` tells how we came to know them."""
    require(may_add_person, by)
    person = Person.objects.create(called=called, account=account, language=language)
    record("person.added", person, by=by, source=source)
    return person


@action
def confirm_age(person, *, by, is_minor):
    """The person says that they are 13 or older, and whether they are under 18.

    No birth date is asked (Finnish Data Protection Act 1050/2018, section 5: 13 years). What they
    say of 18 stands in no journal; whoever is younger has no public name from now on.
    """
    require(may_confirm_age, by, person)
    person = Person.objects.locked(person)
    person.age_confirmed_on, person.is_minor = clock.today(), is_minor
    if is_minor and person.visibility == Person.Visibility.PUBLIC:
        person.visibility = Person.Visibility.HIDDEN
    person.save(update_fields=["age_confirmed_on", "is_minor", "visibility"])
    record("person.confirmed_age", person, by=by)
    return person


@action
def give_receipt(*, by, use=NumberBlock.Use.WEB):
    """A new receipt with a number nobody has, drawn at random from the blocks of its use.

    A full block makes itself known by misses: after six of them a new block is opened.
    """
    blocks = list(NumberBlock.objects.filter(use=use).order_by("-pk")[:2])
    while True:
        for _try in range(TRIES if blocks else 0):
            block = chance().choice(blocks)
            number = _number(block.thousand * block.SIZE + chance().randrange(block.SIZE))
            receipt = _claim(number)
            if receipt is not None:
                return receipt
        blocks = [_open_block(use)]


@action
def take_back_receipt(receipt, *, by):
    """A receipt whose matter has been taken out again is no slip any more."""
    Receipt.objects.filter(pk=receipt.pk).delete()


def _number(serial):
    return with_check_digit(serial, width=5)


def _claim(number):
    if Receipt.objects.filter(number=number).exists():
        return None
    receipt = Receipt(number=number)
    receipt.settle()
    receipt.secret_hash = Receipt.hash_of(receipt.secret)
    return _saved(receipt)


def _open_block(use):
    taken = set(NumberBlock.objects.values_list("thousand", flat=True))
    free = [block for block in range(BLOCKS_OF_FIVE_DIGITS) if block not in taken]
    while True:
        thousand = chance().choice(free) if free else max(taken) + 1
        block = _saved(NumberBlock(use=use, thousand=thousand))
        if block is not None:
            return block
        taken.add(thousand)
        free = [block for block in free if block != thousand]


def _saved(row):
    """The row, or None where another transaction was a moment faster."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return None
    return row
