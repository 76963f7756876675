from .accounts import change_address, close_account, end_sessions, give_account
from .attachments import (
    attach_document,
    attach_photo,
    hide_attachment,
    remove_attachment,
    show_attachment,
)
from .contacts import (
    add_contact_way,
    change_own_words,
    claim_receipt,
    record_consent,
    stop_contact_way,
    verify_contact_way,
    withdraw_consent,
)
from .persons import add_person, confirm_age, give_receipt, take_back_receipt

__all__ = [
    "add_contact_way",
    "add_person",
    "attach_document",
    "attach_photo",
    "change_address",
    "change_own_words",
    "claim_receipt",
    "close_account",
    "confirm_age",
    "end_sessions",
    "give_account",
    "give_receipt",
    "hide_attachment",
    "record_consent",
    "remove_attachment",
    "show_attachment",
    "stop_contact_way",
    "take_back_receipt",
    "verify_contact_way",
    "withdraw_consent",
]
