from django.db import models

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField

from .scope import InProgramme


class Tag(InProgramme, TimeOrdered):
    """A word that is put on activities, never on persons."""

    privacy = Privacy(facts="slug name order")

    slug = models.SlugField(max_length=80)
    name = TranslatedField()
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="an_address_per_%(class)s")
        ]

    def __str__(self):
        return str(self.name)


class LifeStage(Tag):
    """A stretch of the life course, from small children to the old."""


class Audience(Tag):
    """For whom an activity is made easy to join."""


class InclusionKind(Tag):
    """In what a resident has a part: information, planning, decision, action, evaluation."""

    privacy = Privacy(facts="words")

    words = TranslatedField()
