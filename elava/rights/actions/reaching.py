from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.foundation.phones import NotANumber, as_dialled, can_get_texts
from elava.people.actions import add_contact_way, record_consent
from elava.people.models import Consent, ContactWay, Receipt
from elava.people.queries import contact_ways_of, last_word

PROMISE = gettext_lazy("We use this only to answer you. You can stop it whenever you like.")
CONFIRM_FIRST = gettext_lazy("Open the link in our mail. Only then do we write to this address.")


# Somebody mistypes an address once or twice; a machine goes on.
MOST_WAYS_OF_A_SLIP = 5


@action
def ask_to_be_told(owner, to, *, by, channel, kind="", language="", quiet=None):
    """A person or the holder of a slip leaves a number or an address, and says yes to its use."""
    kind, known = kind or kind_of_way(to), contact_ways_of(owner)
    if isinstance(owner, Receipt) and _ways_ever(owner) >= MOST_WAYS_OF_A_SLIP:
        raise NotNow(_("This slip has had too many addresses. Call us, and we add yours."))
    way = add_contact_way(owner, by=by, kind=kind, to=to, language=language, quiet=quiet)
    if way in known and last_word(owner, Consent.For.REACH) == Consent.Said.GIVEN:
        return way
    said, purpose = Consent.Said.GIVEN, Consent.For.REACH
    record_consent(
        owner, by=by, purpose=purpose, said=said, text=str(PROMISE), channel=channel,
        language=language,
    )  # fmt: skip
    record("owner.wants_to_be_told", way, by=by, kind=kind)
    return way


def _ways_ever(receipt):
    return ContactWay.objects.filter(receipt=receipt).count()


def kind_of_way(to):
    """How somebody is reached at what they typed: by e-mail, by text message, by a call."""
    if "@" in to:
        return ContactWay.Kind.EMAIL
    if not to.strip():
        raise NotNow(_("Write your phone number or your e-mail address."))
    try:
        dialled = as_dialled(to)
    except NotANumber as reason:
        raise NotNow(str(reason)) from None
    return ContactWay.Kind.SMS if can_get_texts(dialled) else ContactWay.Kind.PHONE
