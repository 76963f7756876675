from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy, personal
from elava.journal.models import Entry
from elava.people.models import Person, Receipt
from elava.programmes.models import DeskQuerySet, InProgramme, scoped


def _told_to(person):
    """The messages to a person, and those to the slips that the person has taken as their own."""
    slips = Receipt.objects.filter(claimed_by=person).values("pk")
    return Q(to_kind="person", to_id=person.pk) | Q(to_kind="receipt", to_id__in=slips)


class Message(InProgramme, TimeOrdered):
    """One letter to one recipient in the outbox: it waits, is sent, or says why it was not."""

    _ours = {"purpose": "reach", "basis": "interest", "keep": "month"}
    privacy = Privacy(
        personal={
            "address": personal(_("where we wrote to you"), **_ours),
            "subject": personal(_("the headline of what we wrote to you"), **_ours),
            "text": personal(_("what we wrote to you"), **_ours),
            "fault": personal(_("why a message did not reach you"), **_ours),
            "done_by": personal(
                _("which messages you delivered by hand"),
                purpose="trace",
                basis="interest",
                keep="programme",
                whose="done_by",
            ),
        },
        facts="entry letter to_kind to_id about_kind about_id way language state why not_before "
        "next_try_at attempts done_at",
        whose=_told_to,
        counts_from="done_at",
    )

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting to be sent")
        BY_HAND = "by_hand", _("Waiting for a person")
        SENT = "sent", _("Sent")
        CANCELLED = "cancelled", _("Stopped")
        DEAD = "dead", _("Not delivered")

    class Way(models.TextChoices):
        EMAIL = "email", _("by e-mail")
        SMS = "sms", _("by text message")
        PHONE = "phone", _("by phone")
        LETTER = "letter", _("by post")
        READ_ALOUD = "read_aloud", _("read aloud")

    class Why(models.TextChoices):
        NO_WAY = "no_way", _("Nobody asked to be told. The answer can be read with the number.")
        GONE = "gone", _("What it told is no longer so.")
        HIDDEN = "hidden", _("The recipient may no longer see what it is about.")
        DESK = "desk", _("Stopped at the desk.")
        REFUSED = "refused", _("The mail server does not know this address. Ask for another way.")
        SILENT = "silent", _("The mail server did not take it for three days.")
        UNCONFIRMED = "unconfirmed", _("Nobody has said that this address is theirs.")

    OPEN = (State.QUEUED, State.BY_HAND)

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    letter = models.CharField(max_length=60)
    to_kind = models.CharField(max_length=40)
    to_id = models.UUIDField()
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    way = models.CharField(max_length=10, choices=Way.choices, blank=True)
    address = models.CharField(max_length=400, blank=True)
    language = models.CharField(max_length=20, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    why = models.CharField(max_length=11, choices=Why.choices, blank=True)
    not_before = models.DateTimeField()
    next_try_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=300, blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = scoped(DeskQuerySet)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "letter", "to_kind", "to_id"], name="nobody_is_told_twice"
            )
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"], condition=Q(state="queued"), name="messages_that_are_due"
            ),
            models.Index(fields=["programme", "state", "id"]),
        ]

    def __str__(self):
        return self.subject or self.letter

    def get_absolute_url(self):
        """Its page at the desk."""
        return reverse("message", args=[self.pk])


class Errand(InProgramme, models.Model):
    """What the worker does once a day in a programme, and when it did so last."""

    privacy = Privacy(facts="id name done_on next_try_at")

    name = models.CharField(max_length=60)
    done_on = models.DateField(null=True)
    next_try_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="an_errand_has_one_row")
        ]
