from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation import clock
from elava.foundation.access import is_coordinator, places_of
from elava.foundation.models import Unordered
from elava.foundation.privacy import Privacy, personal
from elava.foundation.secret_links import derived_secret, hash_of_secret
from elava.ideas.models import Idea
from elava.journal.models import Thread
from elava.network.models import Organisation
from elava.programmes.models import InProgramme, ProgrammeQuerySet, scoped

from .decision import Decision


def _nobody_we_know(_person):
    """A receiver has no account: nothing here leads from a person of the programme to a row."""
    return Q(pk=None)


class HandOverQuerySet(ProgrammeQuerySet):
    """Hand-overs as others may see them."""

    def asked(self):
        """Those that the receiver has been asked."""
        return self.exclude(asked_on=None).filter(taken_back_on=None)

    def public(self):
        """Those about a matter whose story everybody may read."""
        return self.asked().filter(thread__is_public=True)

    def seen_by(self, person):
        """Those about ideas that the person may see; with a role, those about no idea, too.

        What a meeting drafted or keeps confidential stays with the coordination and its body.
        """
        if is_coordinator(person):
            return self
        if not person.roles:
            return self.public()
        about = Q(idea=None) | Q(idea__in=Idea.objects.seen_by(person).values("pk"))
        told = Q(decision=None) | Q(asked_on__isnull=False, decision__item__is_confidential=False)
        own = Q(decision__item__meeting__body__in=places_of(person))
        return self.filter(about).filter(told | own)

    def waiting(self):
        """Asked, and not answered to the end: neither refused nor done."""
        return self.asked().filter(refused_on=None, done_on=None)


class HandOver(InProgramme, Unordered):
    """Something is taken elsewhere: who is asked to do what by when, and what they answered.

    The secret of the receiver's link is derived and stored as a hash, as that of a receipt; a
    higher `edition` makes every earlier link void.
    """

    privacy = Privacy(
        personal={
            "receiver_name": personal(
                _("your name as the one we ask"),
                purpose="reach",
                basis="public_task",
                keep="two_years",
                whose=_nobody_we_know,
            ),
            "receiver_email": personal(
                _("your address as the one we ask"),
                purpose="reach",
                basis="public_task",
                keep="two_years",
                whose=_nobody_we_know,
            ),
        },
        facts="thread idea decision title asks why receiver language due_on edition secret_hash "
        "asked_on taken_on refused_on refused_because done_on done_words taken_back_on",
        counts_from="due_on",
    )

    class Stage(models.TextChoices):
        DRAFT = "draft", _("Not sent yet")
        ASKED = "asked", _("Waiting for an answer")
        SILENT = "silent", _("The day has passed without an answer")
        TAKEN = "taken", _("Taken on")
        REFUSED = "refused", _("Not taken on")
        DONE = "done", _("Done")
        TAKEN_BACK = "taken_back", _("Taken back")

    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, null=True, related_name="+")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, null=True, related_name="+")
    decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, null=True, related_name="handover"
    )
    title = models.CharField(max_length=200)
    asks = models.TextField(max_length=2000)
    why = models.TextField(max_length=3000, blank=True)
    receiver = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    receiver_name = models.CharField(max_length=160)
    receiver_email = models.EmailField(blank=True)
    language = models.CharField(max_length=20, blank=True)
    due_on = models.DateField()
    edition = models.PositiveSmallIntegerField(default=1)
    secret_hash = models.CharField(max_length=64, unique=True)
    asked_on = models.DateField(null=True)
    taken_on = models.DateField(null=True)
    refused_on = models.DateField(null=True)
    refused_because = models.TextField(max_length=2000, blank=True)
    done_on = models.DateField(null=True)
    done_words = models.TextField(max_length=2000, blank=True)
    taken_back_on = models.DateField(null=True)

    objects = scoped(HandOverQuerySet)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(refused_on=None) | Q(taken_on=None, done_on=None),
                name="a_hand_over_has_one_answer",
            ),
            models.CheckConstraint(
                condition=Q(refused_on=None) | ~Q(refused_because=""),
                name="a_refusal_has_its_reason",
            ),
        ]
        indexes = [models.Index(fields=["programme", "due_on"])]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The page that tells where the matter is."""
        return reverse("handover", args=[self.pk])

    @property
    def secret(self):
        """The secret of the receiver's link: 160 bits as 32 letters and digits."""
        return derived_secret("handover", self.programme_id, self.pk, self.edition)

    @staticmethod
    def hash_of(secret):
        """What is stored of a secret."""
        return hash_of_secret(secret)

    @property
    def stage(self):
        """Where the matter is today."""
        stages = self.Stage
        told = (
            (stages.TAKEN_BACK, self.taken_back_on),
            (stages.DONE, self.done_on),
            (stages.REFUSED, self.refused_on),
            (stages.TAKEN, self.taken_on),
            (stages.DRAFT, not self.asked_on),
            (stages.SILENT, self.due_on < clock.today()),
        )
        return next((stage for stage, holds in told if holds), stages.ASKED)
