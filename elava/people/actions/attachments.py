import re
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from elava.foundation import clock, uploads
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.foundation.kinds import kind_of
from elava.people.models import Attachment, Receipt
from elava.people.rules import may_attach, may_change_attachment, may_show_attachment

MOST_PER_OWNER = 30
Kind = Attachment.Kind


@action
def attach_photo(owner, file, *, by, purpose, alt=""):
    """A photo hangs on a row, seen by few until somebody decides to show it."""
    photo = _attach(owner, file, uploads.read_photo, by=by, purpose=purpose, alt=alt.strip())
    record("attachment.added", photo, by=by, kind=photo.kind, purpose=purpose)
    return photo


@action
def attach_document(owner, file, *, by, purpose):
    """A paper hangs on a row, kept as it came."""
    paper = _attach(owner, file, uploads.read_document, by=by, purpose=purpose, name=_name(file))
    record("attachment.added", paper, by=by, kind=paper.kind, purpose=purpose)
    return paper


def _attach(owner, file, read, *, by, purpose, alt="", name=""):
    require(may_attach, by, owner)
    kind = kind_of(owner)
    if Attachment.objects.filter(owner_kind=kind, owner_id=owner.pk).count() >= MOST_PER_OWNER:
        raise NotNow(_("There are many files here already. Remove one first."))
    try:
        sent = read(file)
    except uploads.Refused as reason:
        raise NotNow(str(reason)) from None
    receipt = owner if isinstance(owner, Receipt) else getattr(owner, "receipt", None)
    attachment = Attachment(
        kind=sent.kind, purpose=purpose, owner_kind=kind, owner_id=owner.pk, receipt=receipt,
        added_by=by if by.pk else None, name=name, media_type=sent.media_type, sha256=sent.sha256,
        size=sum(map(len, sent.parts.values())), width=sent.width, height=sent.height, alt=alt,
    )  # fmt: skip
    attachment.keep_until = attachment.days_to_keep()
    attachment.save()
    for part, body in sent.parts.items():
        place = part if sent.kind == Kind.PHOTO else "file"
        default_storage.save(f"{attachment.folder}/{place}", ContentFile(body))
    return attachment


def _name(file):
    """The last part of a file's name, of letters, digits and a few signs."""
    last = PurePath((file.name or "").replace("\\", "/")).name
    return re.sub(r"[^\w .,()-]", "", last).strip(" .")[-120:]


@action
def show_attachment(attachment, *, by):
    """Somebody has looked at it and decides that everybody may see it."""
    attachment = Attachment.objects.locked(attachment)
    require(may_show_attachment, by, attachment)
    if attachment.kind == Kind.PHOTO and not attachment.alt:
        raise NotNow(_("Tell first in a few words what is to be seen in the picture."))
    if attachment.shown_on is None:
        attachment.shown_on = clock.today()
        attachment.save(update_fields=["shown_on"])
        record("attachment.shown", attachment, by=by)
    return attachment


@action
def hide_attachment(attachment, *, by, reason=""):
    """Only those see it who work with it; `reason` goes to the journal."""
    attachment = Attachment.objects.locked(attachment)
    require(may_change_attachment, by, attachment)
    if attachment.shown_on:
        attachment.shown_on = None
        attachment.save(update_fields=["shown_on"])
        record("attachment.hidden", attachment, by=by, words=reason)
    return attachment


@action
def remove_attachment(attachment, *, by):
    """The row and its files go for good."""
    attachment = Attachment.objects.locked(attachment)
    require(may_change_attachment, by, attachment)
    record("attachment.removed", attachment, by=by)
    Attachment.forget(Attachment.objects.filter(pk=attachment.pk))
