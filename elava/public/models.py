from django.db import models
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import Unordered
from elava.foundation.privacy import Privacy, personal
from elava.people.models import Person
from elava.programmes.models import DeskQuerySet, InProgramme, scoped


class Feedback(InProgramme, Unordered):
    """What somebody could not reach or use here; the law gives 14 days to answer.

    Act on the Provision of Digital Services (306/2019): feedback on accessibility is answered
    within 14 days.
    """

    DAYS = 14

    privacy = Privacy(
        personal={
            "words": personal(
                _("what you told us about accessibility"),
                purpose="answer",
                basis="law",
                keep="two_years",
            ),
            "contact": personal(
                _("where you wanted our answer about accessibility"),
                purpose="reach",
                basis="law",
                keep="two_years",
            ),
            "given_by": personal(
                _("that you told us about accessibility"),
                purpose="answer",
                basis="law",
                keep="two_years",
            ),
            "answer": personal(
                _("what we answered about accessibility"),
                purpose="answer",
                basis="law",
                keep="two_years",
            ),
        },
        facts="page answer_by answered_on",
        whose="given_by",
        counts_from="created_on",
    )

    words = models.TextField()
    page = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=120, blank=True)
    given_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer_by = models.DateField()
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)

    objects = scoped(DeskQuerySet)

    def __str__(self):
        return self.words[:70]
