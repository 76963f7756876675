from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation import clock
from elava.foundation.access import has_role, is_coordinator
from elava.foundation.models import Unordered
from elava.foundation.privacy import Privacy, personal
from elava.programmes.models import InProgramme, ProgrammeQuerySet, scoped

from .persons import Person, Receipt

reads_with_the_group = has_role("support")


def sent_by(person):
    """Files that a person sent, or that came with a slip they have taken as their own."""
    return Q(added_by=person) | Q(receipt__claimed_by=person)


class AttachmentQuerySet(ProgrammeQuerySet):
    """Files as others may see them; whoever serves one asks its owner's row, too."""

    def public(self):
        """Those that somebody decided to show."""
        return self.exclude(shown_on=None)

    def seen_by(self, person):
        """Coordinators see all, the support group what came with ideas, others their own."""
        if is_coordinator(person):
            return self
        mine = sent_by(person) if person.pk else Q(pk=None)
        if reads_with_the_group(person):
            mine |= Q(purpose=Attachment.For.IDEA)
        return self.filter(~Q(shown_on=None) | mine)


class Attachment(InProgramme, Unordered):
    """A photo or a document that hangs on another row, in private until shown."""

    class Kind(models.TextChoices):
        PHOTO = "photo", _("photo")
        DOCUMENT = "document", _("document")

    class For(models.TextChoices):
        IDEA = "idea", _("to show what an idea means")
        DIARY = "diary", _("to show what was done")
        CARD = "card", _("to type in a paper card")
        BANNER = "banner", _("to show the programme's own picture")
        MARK = "mark", _("to show the funder's mark")
        PAPER = "paper", _("to keep a paper of the programme")

    SIZES = {"original": "original.jpg", "large": "large.webp", "medium": "medium.webp",
             "small": "small.webp"}  # fmt: skip
    DAYS = {For.CARD: 30}

    privacy = Privacy(
        personal={
            "sha256": personal(
                _("the pictures and papers that you sent"),
                purpose="answer",
                basis="consent",
                keep="programme",
                erase="delete",
                is_exported=False,
            ),
            "added_by": personal(
                _("which files you added"), purpose="trace", basis="interest", keep="programme"
            ),
            "name": personal(
                _("the name of a file you sent"),
                purpose="answer",
                basis="consent",
                keep="programme",
                erase="delete",
            ),
            "alt": personal(
                _("what is to be seen in your picture, in words"),
                purpose="answer",
                basis="consent",
                keep="programme",
                erase="delete",
            ),
        },
        facts="kind purpose owner_kind owner_id receipt media_type size width height shown_on "
        "keep_until",
        whose=sent_by,
    )

    kind = models.CharField(max_length=10, choices=Kind.choices)
    purpose = models.CharField(max_length=10, choices=For.choices)
    owner_kind = models.CharField(max_length=40)
    owner_id = models.UUIDField()
    receipt = models.ForeignKey(Receipt, on_delete=models.SET_NULL, null=True, related_name="+")
    added_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    media_type = models.CharField(max_length=90)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    alt = models.CharField(max_length=300, blank=True)
    shown_on = models.DateField(null=True)
    keep_until = models.DateField(null=True)

    objects = scoped(AttachmentQuerySet)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(shown_on=None) | ~Q(kind="photo") | ~Q(alt=""),
                name="a_shown_photo_is_told_in_words",
            ),
        ]
        indexes = [models.Index(fields=["owner_kind", "owner_id"])]

    def __str__(self):
        return self.alt or self.name or self.get_kind_display()

    def get_absolute_url(self):
        """The file itself: a photo in middle size."""
        return self.address("medium" if self.kind == self.Kind.PHOTO else "file")

    def address(self, size):
        """Where one size of a photo is served, to those who may see it."""
        return reverse("file", args=[self.pk, size])

    @property
    def small_url(self):
        """The photo for a list, at most 400 pixels wide."""
        return self.address("small")

    def path(self, size):
        """Where a size lies in the private store; KeyError for a size that does not exist."""
        if self.kind == self.Kind.PHOTO:
            return f"{self.folder}/{self.SIZES[size]}"
        return {"file": f"{self.folder}/file"}[size]

    @property
    def folder(self):
        """The folder of its parts: made of ids alone."""
        return f"{self.programme_id}/{self.pk}"

    def paths(self):
        """All that lies in the private store of it."""
        return [self.path(size) for size in (self.SIZES if self.width else ["file"])]

    @classmethod
    def forget(cls, rows):
        """Delete the rows, and their files as soon as that is certain."""
        places = [place for row in rows for place in (*row.paths(), row.folder)]
        rows.delete()
        transaction.on_commit(lambda: [default_storage.delete(place) for place in places])

    def days_to_keep(self):
        """The last day it is kept, or None: as long as what it hangs on."""
        days = self.DAYS.get(self.purpose)
        return clock.today() + timedelta(days=days) if days else None
