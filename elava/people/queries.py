from collections import defaultdict

from elava.foundation.digits import as_typed, is_sound
from elava.foundation.kinds import model_of

from .models import Attachment, Consent, ContactWay, Person, Receipt, Visitor

WRITTEN_FIRST = ("email", "sms", "phone", "letter", "read_aloud")


def person_of(account):
    """The person that an account is in this programme, or a visitor."""
    if not account.is_authenticated:
        return Visitor()
    return Person.objects.filter(account=account).first() or Visitor()


def receipt_with_number(typed):
    """The receipt whose number somebody typed, or None."""
    number = as_typed(typed)
    return Receipt.objects.filter(number=number).first() if is_sound(number) else None


def receipt_with_secret(secret):
    """The receipt that a long secret opens in this programme, or None."""
    return Receipt.objects.filter(secret_hash=Receipt.hash_of(secret)).first()


def contact_ways_of(owner):
    """The running ways to reach a person or the holder of a slip: the confirmed, written first."""
    held = {"receipt": owner} if isinstance(owner, Receipt) else {"person": owner}
    ways = ContactWay.objects.running().filter(**held).order_by("created_on", "pk")
    return sorted(ways, key=lambda way: (not way.is_confirmed, WRITTEN_FIRST.index(way.kind)))


def reply_route_of(owner):
    """The way in which an answer goes to a receipt or a person, or None: they ask by number.

    A slip that somebody has taken as their own is answered by that person's own ways as well.
    """
    ways = contact_ways_of(owner)
    if not ways and isinstance(owner, Receipt) and owner.claimed_by:
        ways = contact_ways_of(owner.claimed_by)
    return ways[0] if ways else None


def consents_of(owner):
    """What a person or the holder of a slip has last said to each purpose."""
    held = {"receipt": owner} if isinstance(owner, Receipt) else {"person": owner}
    said = Consent.objects.filter(**held).select_related("text").order_by("purpose", "order")
    return list({consent.purpose: consent for consent in said}.values())


def last_word(owner, purpose):
    """What the person or holder has last said to this purpose, a Consent.Said; "" for nothing."""
    said = {consent.purpose: consent.said for consent in consents_of(owner)}
    return said.get(purpose, "")


def photos_of(kind, ids, person):
    """The photos of some rows that this person may see, as id → list; one query."""
    seen = Attachment.objects.seen_by(person).filter(owner_kind=kind, owner_id__in=list(ids))
    found = defaultdict(list)
    photos = seen.filter(kind=Attachment.Kind.PHOTO)
    for attachment in photos.order_by("created_on", "pk"):
        found[attachment.owner_id].append(attachment)
    return found


def file_seen_by(person, pk):
    """A file that this person may see, together with what it hangs on; or None."""
    attachment = Attachment.objects.seen_by(person).filter(pk=pk).first()
    if attachment is None:
        return None
    is_theirs = person.pk is not None and person.pk == attachment.added_by_id
    return attachment if is_theirs or _owner_is_seen(attachment, person) else None


def _owner_is_seen(attachment, person):
    owners = model_of(attachment.owner_kind).objects
    seen = owners.seen_by(person) if hasattr(owners, "seen_by") else owners
    return seen.filter(pk=attachment.owner_id).exists()
