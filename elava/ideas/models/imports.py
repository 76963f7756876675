from django.db import models
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy, personal
from elava.people.models import Person
from elava.programmes.models import DeskQuerySet, InProgramme, scoped


class IdeaImport(InProgramme, TimeOrdered):
    """One table of ideas that was brought in from another service, as one act."""

    source = models.CharField(max_length=200)
    file_hash = models.CharField(max_length=64)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    shown_on = models.DateField(null=True, blank=True)
    undone_on = models.DateField(null=True, blank=True)

    objects = scoped(DeskQuerySet)

    privacy = Privacy(
        personal={
            "by": personal(
                _("which tables of ideas you brought in"),
                purpose="trace",
                basis="interest",
                keep="history",
                erase="stay",
            )
        },
        facts="source file_hash shown_on undone_on",
    )

    def __str__(self):
        return self.source
