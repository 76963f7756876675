from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elava.foundation import clock
from elava.foundation.models import Unordered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField
from elava.network.models import Body
from elava.programmes.models import InProgramme


class Answer(InProgramme, Unordered):
    """What was decided about ideas, in plain words; one answer may answer many ideas.

    Until `final_at` it can be taken back, and no letter leaves. On `look_again_on` the desk looks
    at the matter anew, until it rests. With a `source` the answer is not ours: it was given
    elsewhere, on `sourced_on` where that day is known, and counts among no results of ours.
    """

    class Outcome(models.TextChoices):
        TRY = "try", _("We try it")
        TRY_IF = "try_if", _("We try it, if …")
        JOIN = "join", _("We join it with another")
        ELSEWHERE = "elsewhere", _("We take it elsewhere")
        NOT_NOW = "not_now", _("Not now, because …")

    class Brought(models.TextChoices):
        """Where ideas stand that came with an answer from another service."""

        ALONG = "answered_elsewhere", _("Answered elsewhere")

    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = TranslatedField()
    condition = TranslatedField()
    receiver = models.CharField(max_length=120, blank=True)
    joins = models.ForeignKey(
        "Idea", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    source = models.CharField(max_length=200, blank=True)
    sourced_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    final_at = models.DateTimeField()
    look_again_on = models.DateField(null=True, blank=True)
    rested_on = models.DateField(null=True, blank=True)

    privacy = Privacy(
        facts="outcome reason condition receiver joins body source sourced_on at final_at "
        "look_again_on rested_on"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(look_again_on__isnull=False) | Q(rested_on__isnull=False),
                name="an_answer_has_a_day_or_is_at_rest",
            )
        ]
        indexes = [models.Index(fields=["programme", "look_again_on"])]

    def __str__(self):
        return str(self.reason)

    @property
    def can_be_taken_back(self):
        """True until the letters leave."""
        return clock.now() < self.final_at
