from . import guests as guests
from .attachments import Attachment
from .contacts import Consent, ConsentText, ContactWay, belongs_to
from .persons import NOBODY, OPERATOR, Account, KeyHolder, NumberBlock, Person, Receipt, Visitor

__all__ = [
    "NOBODY",
    "OPERATOR",
    "Account",
    "Attachment",
    "Consent",
    "ConsentText",
    "ContactWay",
    "KeyHolder",
    "NumberBlock",
    "Person",
    "Receipt",
    "Visitor",
    "belongs_to",
]
