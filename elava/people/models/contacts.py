import hashlib

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import Unordered
from elava.foundation.phones import as_read
from elava.foundation.privacy import Privacy, personal
from elava.foundation.secret_links import derived_secret
from elava.programmes.models import DeskQuerySet, InProgramme, scoped

from .persons import Person, Receipt


def belongs_to(person):
    """What hangs on a person, or on a slip that the person has taken as their own."""
    return Q(person=person) | Q(receipt__claimed_by=person)


def of_one_owner(name):
    """A row hangs either on a person or on a receipt."""
    return models.CheckConstraint(
        condition=Q(person__isnull=False, receipt=None) | Q(person=None, receipt__isnull=False),
        name=name,
    )


class ContactWayQuerySet(DeskQuerySet):
    """Ways to reach people, which are nobody else's business."""

    def owned_by(self, person):
        """Their own, and those of the slips that they have taken as their own."""
        return self.filter(belongs_to(person))

    def running(self):
        """Those that nobody has stopped."""
        return self.filter(stopped_on=None)


class ContactWay(InProgramme, Unordered):
    """How a person, or the holder of a slip, wants to be reached."""

    class Kind(models.TextChoices):
        EMAIL = "email", _("by e-mail")
        PHONE = "phone", _("by phone call")
        SMS = "sms", _("by text message")
        LETTER = "letter", _("by letter")
        READ_ALOUD = "read_aloud", _("read aloud by a helper")

    privacy = Privacy(
        personal={
            "person": personal(
                _("how you want to be reached"),
                purpose="reach",
                basis="consent",
                keep="until_stopped",
                erase="delete",
            ),
            "to": personal(
                _("your e-mail address, phone number or address"),
                purpose="reach",
                basis="consent",
                keep="until_stopped",
                erase="delete",
                whose=belongs_to,
            ),
        },
        facts="receipt kind language verified_on quiet_from quiet_until stopped_on",
    )

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    receipt = models.ForeignKey(Receipt, on_delete=models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    to = models.CharField(max_length=254, blank=True)
    language = models.CharField(max_length=20)
    verified_on = models.DateField(null=True)
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    stopped_on = models.DateField(null=True)

    objects = scoped(ContactWayQuerySet)

    class Meta:
        constraints = [
            of_one_owner("a_contact_way_has_one_owner"),
            models.UniqueConstraint(
                fields=["person", "kind", "to"],
                condition=Q(stopped_on=None, person__isnull=False),
                name="a_person_is_reached_one_way_once",
            ),
            models.UniqueConstraint(
                fields=["receipt", "kind", "to"],
                condition=Q(stopped_on=None, receipt__isnull=False),
                name="a_slip_is_reached_one_way_once",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.to_shown}" if self.to else self.get_kind_display()

    @property
    def to_shown(self):
        """Where it leads, as people read it."""
        is_phone = self.to and self.kind in (self.Kind.PHONE, self.Kind.SMS)
        return as_read(self.to) if is_phone else self.to

    @property
    def secret(self):
        """The secret of the link that confirms or stops this way: 160 bits, never stored."""
        return derived_secret("contact_way", self.programme_id, self.pk)

    def get_absolute_url(self):
        """The page that confirms or stops this way, for whoever holds the message."""
        return reverse("contact_way", args=[self.pk, self.secret])

    @property
    def is_confirmed(self):
        """True where we may write. Anybody can type a stranger's e-mail address, and a machine
        writes to it; on every other way a person sees whom they call or write to.
        """
        return self.kind != self.Kind.EMAIL or self.verified_on is not None


class ConsentText(InProgramme, Unordered):
    """The exact words that people said yes or no to, kept once for all of them."""

    privacy = Privacy(facts="sha256 language body")

    sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=20)
    body = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "sha256", "language"], name="a_consent_text_is_kept_once"
            )
        ]

    def __str__(self):
        return self.body

    @staticmethod
    def hash_of(body):
        """The version of a text: sha256 over its words."""
        return hashlib.sha256(" ".join(body.split()).encode()).hexdigest()


class ConsentQuerySet(DeskQuerySet):
    """What people said yes or no to."""

    def owned_by(self, person):
        """What they said themselves, or with a slip that they have taken as their own."""
        return self.filter(belongs_to(person))


class Consent(InProgramme, Unordered):
    """A yes, a no or a change of mind, in the order in which they came. Never edited."""

    class For(models.TextChoices):
        REACH = "reach", _("to be reached about my own matter")
        NEWS = "news", _("to get news of the programme")
        NAME = "name", _("to show my name")
        PICTURE = "picture", _("to show a picture of me or by me")
        RELAY = "relay", _("that somebody else brings my matter")
        AFTERWARDS = "afterwards", _("to be reached after the programme has ended")

    class Said(models.TextChoices):
        GIVEN = "given", _("yes")
        REFUSED = "refused", _("no")
        WITHDRAWN = "withdrawn", _("taken back")

    privacy = Privacy(
        personal={
            "person": personal(
                _("what you have said yes or no to"),
                purpose="trace",
                basis="law",
                keep="programme",
                erase="delete",
                whose=belongs_to,
            ),
            "recorded_by": personal(
                _("which answers you wrote down for others"),
                purpose="trace",
                basis="interest",
                keep="programme",
            ),
        },
        facts="receipt purpose said text channel order",
    )

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    receipt = models.ForeignKey(Receipt, on_delete=models.CASCADE, null=True, related_name="+")
    purpose = models.CharField(max_length=12, choices=For.choices)
    said = models.CharField(max_length=10, choices=Said.choices)
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=20)
    recorded_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    order = models.PositiveIntegerField()

    objects = scoped(ConsentQuerySet)

    class Meta:
        constraints = [
            of_one_owner("a_consent_has_one_owner"),
            models.UniqueConstraint(
                fields=["person", "purpose", "order"], name="consents_of_a_person_are_in_order"
            ),
            models.UniqueConstraint(
                fields=["receipt", "purpose", "order"], name="consents_of_a_slip_are_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.get_purpose_display()}: {self.get_said_display()}"

    def save(self, *args, **kwargs):
        """Write a new one; an old one stays as it was said."""
        if not self._state.adding:
            raise TypeError("A consent is never edited; record a new one.")
        super().save(*args, **kwargs)
