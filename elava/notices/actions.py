from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow

from .models import Message
from .rules import may_handle_messages


@action
def stop_message(message, *, by):
    """What waits in the outbox is not sent after all."""
    message = _locked(message, by, Message.OPEN)
    message.state, message.why = Message.State.CANCELLED, Message.Why.DESK
    message.done_at = clock.now()
    message.save(update_fields=["state", "why", "done_at"])
    record("message.stopped", message, by=by, letter=message.letter)
    return message


@action
def try_again(message, *, by):
    """What was not delivered, or was stopped, goes out once more, for another three days."""
    message = _locked(message, by, (Message.State.DEAD, Message.State.CANCELLED))
    message.state, message.why, message.fault = Message.State.QUEUED, "", ""
    message.not_before = message.next_try_at = clock.now()
    message.attempts, message.done_at = 0, None
    message.save()
    record("message.tried_again", message, by=by, letter=message.letter)
    return message


@action
def deliver_by_hand(message, *, by):
    """Somebody has read it aloud, phoned, posted or typed it: it has reached its recipient."""
    message = _locked(message, by, (Message.State.BY_HAND,))
    message.state, message.done_by = Message.State.SENT, by
    message.done_at = clock.now()
    message.save(update_fields=["state", "done_by", "done_at"])
    record("message.delivered", message, by=by, letter=message.letter, way=message.way)
    return message


def _locked(message, by, states):
    message = Message.objects.locked(message)
    require(may_handle_messages, by, message)
    if message.state not in states:
        raise NotNow(
            _("This message has changed in the meantime: %(state)s.")
            % {"state": message.get_state_display()}
        )
    return message
