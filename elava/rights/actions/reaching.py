from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.foundation.phones import NotANumber, as_dialled, can_get_texts
from elava.people.actions import add_contact_way, record_consent
from elava.people.models import Consent, ContactWay

PROMISE = gettext_lazy("We use this only to answer you. You can stop it whenever you like.")


@action
def ask_to_be_told(owner, to, *, by, channel, language=""):
    """The holder of a slip leaves a phone number or an e-mail address, and says yes to its use."""
    kind = kind_of_way(to)
    way = add_contact_way(owner, by=by, kind=kind, to=to, language=language)
    said, purpose = Consent.Said.GIVEN, Consent.For.REACH
    record_consent(
        owner, by=by, purpose=purpose, said=said, text=str(PROMISE), channel=channel,
        language=language,
    )  # fmt: skip
    record("owner.wants_to_be_told", way, by=by, kind=kind)
    return way


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
