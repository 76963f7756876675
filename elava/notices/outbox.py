"""The outbox: written by the journal's reader, emptied by the worker.

Nothing is sent inside a transaction: a message is taken for some minutes, handed over, and then
marked. A worker that dies in between leaves it to the next one, so that it goes at least once.
"""

import logging
from datetime import timedelta

from django.db import DatabaseError, transaction

from elava.foundation import clock, news
from elava.foundation.actions import permitted_to_write
from elava.foundation.kinds import kind_of

from .models import Message

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=12)


def write_messages(entries):
    """The reader: what the new entries tell, and whom, becomes messages in the outbox."""
    found = [_message(entry, letter) for entry in entries for letter in letters_of(entry)]
    Message.objects.bulk_create(found, ignore_conflicts=True)


def letters_of(entry):
    """Every letter that an entry asks for now; a declaration that fails costs only its own."""
    letters = []
    for tells in news.get(entry.verb).tells:
        try:
            with transaction.atomic():
                letters += tells(entry)
        except DatabaseError:
            raise
        except Exception:
            log.exception("%s: nobody was told about entry %s", entry.verb, entry.seq)
    return letters


def _message(entry, letter):
    not_before = entry.at + letter.delay
    return Message(
        entry=entry,
        letter=letter.name,
        to_kind=kind_of(letter.to),
        to_id=letter.to.pk,
        about_kind=kind_of(letter.about),
        about_id=letter.about.pk,
        not_before=not_before,
        next_try_at=not_before,
    )


def due():
    """Messages whose time has come, the longest waiting first."""
    waiting = Message.objects.filter(state=Message.State.QUEUED, next_try_at__lte=clock.now())
    return waiting.order_by("next_try_at", "pk")


def take_one():
    """The next due message, ours for LEASE; None where none is due."""
    if not due().exists():
        return None
    with transaction.atomic(), permitted_to_write("notices"):
        message = due().not_taken().first()
        if message is not None:
            message.attempts += 1
            message.next_try_at = clock.now() + LEASE
            message.save(update_fields=["attempts", "next_try_at"])
    return message


def pause_after(attempts):
    """How long to wait after so many attempts: three times longer each time, at most 12 hours."""
    return min(FIRST_PAUSE * 3 ** min(attempts - 1, 10), LONGEST_PAUSE)
