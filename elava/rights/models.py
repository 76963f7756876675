from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy, personal
from elava.people.models import Person, Receipt, belongs_to
from elava.programmes.models import DeskQuerySet, InProgramme, scoped


class DataRequestQuerySet(DeskQuerySet):
    """Requests as others may see them."""

    def owned_by(self, person):
        """What they asked for themselves."""
        return self.filter(person=person)

    def waiting(self):
        """Those that nobody has done or taken back."""
        return self.filter(done_on=None)


class DataRequest(InProgramme, TimeOrdered):
    """Somebody wants to take their data along or to be forgotten: done within a month."""

    class Kind(models.TextChoices):
        TAKE = "take", _("to get a copy of everything")
        ERASE = "erase", _("to be forgotten")

    class Channel(models.TextChoices):
        OWN_PAGE = "own_page", _("on the own page")
        PHONE = "phone", _("by phone")
        LETTER = "letter", _("by letter")
        EMAIL = "email", _("by e-mail")
        FACE = "face", _("face to face")

    class End(models.TextChoices):
        DONE = "done", _("done")
        TAKEN_BACK = "taken_back", _("taken back")

    DAYS = 30

    privacy = Privacy(
        personal={
            "person": personal(
                _("that you asked for your data or to be forgotten"),
                purpose="trace",
                basis="law",
                keep="two_years",
                erase="stay",
                whose=belongs_to,
            ),
            "done_by": personal(
                _("which requests about data you answered"),
                purpose="trace",
                basis="interest",
                keep="programme",
                erase="stay",
            ),
        },
        facts="receipt kind channel due_on done_on end",
        counts_from="done_on",
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    end = models.CharField(max_length=10, choices=End.choices, blank=True)

    objects = scoped(DataRequestQuerySet)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(receipt__isnull=False),
                name="a_data_request_is_somebodys",
            ),
            models.UniqueConstraint(
                fields=["person", "kind"], condition=Q(done_on=None), name="one_request_at_a_time"
            ),
        ]

    def __str__(self):
        return f"{self.called}: {self.get_kind_display()}"

    @property
    def called(self):
        """Who asks: a name, or the number of a slip."""
        return str(self.person) if self.person_id else self.receipt.number_shown

    def get_absolute_url(self):
        """Its page at the desk."""
        return reverse("data_request", args=[self.pk])
