from django.db import models
from django.db.models import Q

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField

from .scope import InProgramme


class Area(InProgramme, TimeOrdered):
    """A part of the town; one of them stands for "the whole town, or no place"."""

    privacy = Privacy(facts="slug name order is_in_target_area is_no_location")

    slug = models.SlugField(max_length=80)
    name = TranslatedField()
    order = models.PositiveSmallIntegerField(default=0)
    is_in_target_area = models.BooleanField(default=False)
    is_no_location = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="an_address_per_area"),
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(is_no_location=True),
                name="one_area_without_a_location",
            ),
            models.CheckConstraint(
                condition=Q(is_no_location=False) | Q(is_in_target_area=False),
                name="no_location_is_not_in_the_target_area",
            ),
        ]

    def __str__(self):
        return str(self.name)


class Place(InProgramme, TimeOrdered):
    """A house, a hall or a park where something can happen."""

    privacy = Privacy(facts="slug area name address is_step_free how_to_get_there")

    slug = models.SlugField(max_length=80)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="places")
    name = TranslatedField()
    address = models.CharField(max_length=160, blank=True)
    is_step_free = models.BooleanField(default=False)
    how_to_get_there = TranslatedField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="an_address_per_place")
        ]

    def __str__(self):
        return str(self.name)
