"""From a message that was taken to one that is sent, at hand for a person, or tried again."""

import logging
from datetime import timedelta

from django.core import mail
from django.db import DatabaseError
from django.utils import timezone
from django.utils.translation import override

from elava.foundation import clock
from elava.foundation.actions import permitted_to_write
from elava.foundation.kinds import kind_of, model_of

from .channels import Refused, send_email
from .letters import text_of
from .models import Message
from .outbox import letters_of, pause_after, take_one
from .routes import route_of

log = logging.getLogger(__name__)

PATIENCE = timedelta(hours=72)
HALF_AN_HOUR = timedelta(minutes=30)
LONGEST_WAIT_FOR_A_YES = timedelta(days=14)
WHY, STATE = Message.Why, Message.State


def send_messages(limit=100):
    """Send what is due in the scope's programme; how many messages were handled.

    One connection serves them all. Where the gateway does not answer, the rest waits for the next
    round instead of waiting one by one.
    """
    handled, gateway = 0, mail.get_connection()
    try:
        while handled < limit and (message := take_one()) is not None:
            handled += 1
            try:
                _deliver(message, gateway)
            except DatabaseError:
                raise
            except Exception as error:
                _fail(message, error)
                if isinstance(error, OSError):
                    break
    finally:
        gateway.close()
    return handled


def recipient_of(message):
    """The row that a message is for; None where it has been removed."""
    rows = model_of(message.to_kind)._default_manager
    return rows.filter(pk=message.to_id).first()


def language_of(route, programme):
    """The language in which somebody wants to be told."""
    return (route.language if route else "") or programme.first_language


def letter_now(message, language):
    """The letter that a message stands for, asked for anew; None where its reason is gone."""
    with override(language):
        for letter in letters_of(message.entry):
            found = (letter.name, kind_of(letter.to), letter.to.pk)
            if found == (message.letter, message.to_kind, message.to_id):
                return letter
    return None


def may_be_told(letter):
    """Whether the recipient may see the row of a letter now: it is theirs, or shown to them."""
    about, to = letter.about, letter.to
    if about == to or (kind_of(to) == "receipt" and to.pk in _slips_of(about)):
        return True
    rows = type(about)._default_manager.all()
    if kind_of(to) == "person" and hasattr(rows, "seen_by"):
        rows = rows.seen_by(to)
    elif hasattr(rows, "public"):
        rows = rows.public()
    return rows.filter(pk=about.pk).exists()


def _slips_of(row):
    """The slips with which a row, or the idea that it is about, came in."""
    owners = (row, getattr(row, "idea", None))
    return {getattr(owner, "receipt_id", None) for owner in owners} - {None}


def _deliver(message, gateway):
    to = recipient_of(message)
    route = route_of(to) if to else None
    if route is None:
        return _finish(message, STATE.CANCELLED, why=WHY.NO_WAY)
    letter = letter_now(message, language_of(route, message.programme))
    if letter is None:
        return _finish(message, STATE.CANCELLED, why=WHY.GONE)
    if not may_be_told(letter):
        return _finish(message, STATE.CANCELLED, why=WHY.HIDDEN)
    if letter.along is not None:
        route = route_of(letter.along)
    elif not route.is_confirmed:
        return _wait_for_a_yes(message)
    if route.is_quiet_at(timezone.localtime(clock.now())):
        return _keep(message, next_try_at=clock.now() + HALF_AN_HOUR)
    return _hand_over(message, letter, route, gateway)


def _wait_for_a_yes(message):
    if clock.now() - message.not_before > LONGEST_WAIT_FOR_A_YES:
        return _finish(message, STATE.CANCELLED, why=WHY.UNCONFIRMED)
    return _keep(message, next_try_at=clock.now() + HALF_AN_HOUR)


def _hand_over(message, letter, route, gateway):
    """Send by machine, or lay the ready text on the desk for somebody to carry."""
    message.way, message.address, message.language = route.way, route.address, route.language
    full = text_of(letter, route)
    shown = full if letter.opens is None else text_of(letter, route, link=shown_link(letter))
    if route.way == Message.Way.EMAIL:
        send_email(message, full, gateway)
        state = STATE.SENT
    else:
        state = STATE.BY_HAND
    text = shown.short if route.way == Message.Way.SMS else shown.body
    _finish(message, state, way=route.way, address=route.address, language=route.language,
            subject=shown.subject[:200], text=text, fault="")  # fmt: skip


def shown_link(letter):
    """What the desk sees instead of a link that only the recipient may open."""
    return None if letter.opens is None else "…"


def _fail(message, error):
    """Try again after a pause; after three days, or after a plain no, the desk must look."""
    is_refused = isinstance(error, Refused)
    is_over = is_refused or clock.now() - message.not_before > PATIENCE
    fault = f"{type(error).__name__}: {error}"[:300]
    log.warning("message %s, attempt %s: %s", message.pk, message.attempts, type(error).__name__)
    if is_over:
        why = WHY.REFUSED if is_refused else WHY.SILENT
        _finish(message, STATE.DEAD, why=why, fault=fault)
    else:
        _keep(message, fault=fault, next_try_at=clock.now() + pause_after(message.attempts))


def _finish(message, state, **facts):
    done_at = None if state == STATE.BY_HAND else clock.now()
    _keep(message, state=state, done_at=done_at, **facts)


def _keep(message, **facts):
    with permitted_to_write("notices"):
        Message.objects.filter(pk=message.pk).update(**facts)
