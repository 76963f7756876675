from elava.ideas.models import Intake
from elava.people.actions import add_contact_way, attach_photo, claim_receipt, record_consent
from elava.people.models import Attachment, Consent, ContactWay
from elava.rights.actions import ask_to_be_told

from .files import a_photo
from .ideas import an_idea
from .people import a_coordinator, a_person


def a_full_life(called="Aino", *, word=""):
    """Somebody who gave an idea with a photo, left addresses, said yes; `word` is in it all."""
    person = a_person(f"{called} {word}".strip(), in_support_group=True)
    idea = an_idea(f"Penkki rantaan {word}", is_open=True)
    receipt = idea.receipt = claim_receipt(idea.receipt, by=person)
    attach_photo(idea, a_photo(), by=person, purpose=Attachment.For.IDEA, alt=f"Penkki {word}")
    add_contact_way(
        person, by=person, kind=ContactWay.Kind.EMAIL, to=f"{word or 'aino'}@example.org"
    )
    ask_to_be_told(receipt, "040 123 4567", by=person, channel=Intake.Door.WEB)
    record_consent(
        person, by=a_coordinator(), purpose=Consent.For.NEWS, said=Consent.Said.GIVEN,
        text="Saamme lähettää kuulumisia.", channel="phone",
    )  # fmt: skip
    return person, idea
