"""A message: one text of the interface, as it stands in the code."""

from dataclasses import dataclass


class NotTranslatable(Exception):
    """A text is put together in a way that no catalogue can hold."""


@dataclass(frozen=True, order=True)
class Message:
    """One English text; context tells apart two meanings of the same words."""

    msgid: str
    context: str = ""
    plural: str = ""

    @property
    def key(self):
        """What makes it the same message for gettext."""
        return self.context, self.msgid
