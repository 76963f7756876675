from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Max, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.foundation.phones import NotANumber, as_dialled, can_get_texts
from elava.people.models import Consent, ConsentText, ContactWay, Person, Receipt
from elava.people.models.contacts import belongs_to
from elava.people.rules import is_theirs, may_change_person, may_change_ways, may_claim_receipt

WRITTEN = set(ContactWay.Kind) - {ContactWay.Kind.READ_ALOUD}
PHONES = {ContactWay.Kind.PHONE, ContactWay.Kind.SMS}


@action
def add_contact_way(owner, *, by, kind, to, language="", quiet=None, is_verified=False):
    """A person, or the holder of a slip, may from now on be reached in this way.

    `quiet` is a pair of local times between which nobody calls or writes. The same way twice is
    one way.
    """
    require(may_change_ways, by, owner)
    whose, to = _owner(owner), _as_kept(kind, to)
    running = ContactWay.objects.running().filter(**whose, kind=kind, to=to).first()
    if running is not None:
        return running
    way = ContactWay.objects.create(
        **whose,
        kind=kind,
        to=to,
        language=language or get_language(),
        quiet_from=quiet[0] if quiet else None,
        quiet_until=quiet[1] if quiet else None,
        verified_on=clock.today() if is_verified else None,
    )
    record("contact_way.added", way, by=by, kind=kind)
    return way


def _owner(owner):
    return {"receipt" if isinstance(owner, Receipt) else "person": owner}


def _held_by(owner):
    return Q(receipt=owner) if isinstance(owner, Receipt) else belongs_to(owner)


def _as_kept(kind, to):
    to = to.strip()
    if not to and kind in WRITTEN:
        raise NotNow(_("Write where we can reach you."))
    if kind == ContactWay.Kind.EMAIL:
        return _mail(to)
    if kind in PHONES:
        return _phone(kind, to)
    return to


def _mail(to):
    try:
        validate_email(to)
    except ValidationError:
        raise NotNow(_("Write the e-mail address like this: name@example.org")) from None
    return to.lower()


def _phone(kind, to):
    try:
        dialled = as_dialled(to)
    except NotANumber as reason:
        raise NotNow(str(reason)) from None
    if kind == ContactWay.Kind.SMS and not can_get_texts(dialled):
        raise NotNow(_("No text message reaches a landline. Choose a phone call instead."))
    return dialled


@action
def verify_contact_way(way, *, by):
    """The person has answered from there: it is theirs."""
    require(may_change_ways, by, way)
    way = ContactWay.objects.locked(way)
    if way.stopped_on:
        raise NotNow(_("This way to reach you has been stopped. Add it again if you want."))
    if way.verified_on is None:
        way.verified_on = clock.today()
        way.save(update_fields=["verified_on"])
        record("contact_way.verified", way, by=by, kind=way.kind)
    return way


@action
def stop_contact_way(way, *, by):
    """Nobody is reached there any more, and the address is forgotten at once."""
    require(may_change_ways, by, way)
    way = ContactWay.objects.locked(way)
    if way.stopped_on is None:
        way.stopped_on, way.to = clock.today(), ""
        way.save(update_fields=["stopped_on", "to"])
        record("contact_way.stopped", way, by=by, kind=way.kind)
    return way


@action
def record_consent(owner, *, by, purpose, said, text, channel, language=""):
    """A yes, a no or a change of mind is kept, with the exact words that were asked."""
    require(may_change_ways, by, owner)
    owner = type(owner).objects.locked(owner)
    whose = _owner(owner)
    language = language or get_language()
    words, _is_new = ConsentText.objects.get_or_create(
        sha256=ConsentText.hash_of(text), language=language, defaults={"body": text}
    )
    earlier = Consent.objects.filter(**whose, purpose=purpose)
    latest = earlier.aggregate(latest=Max("order"))["latest"] or 0
    is_helped = by.pk is not None and not is_theirs.test(by, owner)
    consent = Consent.objects.create(
        **whose, purpose=purpose, said=said, text=words, channel=channel,
        recorded_by=by if is_helped else None, order=latest + 1,
    )  # fmt: skip
    record("consent.said", consent, by=by, purpose=purpose, said=said)
    return consent


@action
def withdraw_consent(owner, *, by, purpose, channel):
    """What was allowed is allowed no longer; that it once was, stays known.

    Whoever takes back that we may reach them is reached in no way any more.
    """
    given = Consent.objects.filter(**_owner(owner), purpose=purpose)
    given = given.order_by("-order").select_related("text").first()
    if given is None or given.said != Consent.Said.GIVEN:
        raise NotNow(_("There is nothing to take back: you have not said yes to this."))
    said = Consent.Said.WITHDRAWN
    again = {"text": given.text.body, "language": given.text.language}
    consent = record_consent(owner, by=by, purpose=purpose, said=said, channel=channel, **again)
    record("consent.withdrawn", consent, by=by, purpose=purpose)
    if purpose == Consent.For.REACH:
        for way in ContactWay.objects.running().filter(_held_by(owner)).order_by("pk"):
            stop_contact_way(way, by=by)
    return consent


@action
def claim_receipt(receipt, *, by):
    """A person takes a slip as their own; whoever holds the slip's secret may do so, once."""
    require(may_claim_receipt, by, receipt)
    receipt = Receipt.objects.locked(receipt)
    if receipt.claimed_by_id not in (None, by.pk):
        raise NotNow(_("Somebody else has taken this slip as their own already."))
    receipt.claimed_by = by
    receipt.save(update_fields=["claimed_by"])
    record("receipt.claimed", receipt, by=by)
    return receipt


@action
def change_own_words(person, *, by, called, language, visibility):
    """What a person is called, in which language they are spoken to, who may see their name."""
    require(may_change_person, by, person)
    person = Person.objects.locked(person)
    if not called.strip():
        raise NotNow(_("Write what we may call you. Any name will do."))
    if person.is_minor and visibility == Person.Visibility.PUBLIC:
        raise NotNow(_("You are under 18, so your name is not shown to everybody."))
    person.called, person.language = called.strip(), language
    person.visibility = Person.Visibility(visibility)
    person.save(update_fields=["called", "language", "visibility"])
    record("person.changed", person, by=by)
    return person
