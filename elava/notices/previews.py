"""What a message says, for the desk: as it was sent, or as it would be sent now."""

from .letters import Text, text_of
from .models import Message
from .routes import Route, route_of
from .sending import language_of, letter_now, recipient_of, shown_link


def preview_of(message):
    """The text of a message; None where its reason is gone or its text has been removed."""
    if message.text:
        return Text(message.subject, message.text, "")
    if message.state not in (Message.State.QUEUED, Message.State.DEAD):
        return None
    to = recipient_of(message)
    route = route_of(to) if to else None
    letter = letter_now(message, language_of(route, message.programme))
    return text_of(letter, route or Route(""), link=shown_link(letter)) if letter else None
