from django.db import models
from django.db.models import Q
from django.urls import reverse

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField

from .scope import InProgramme


class Page(InProgramme, TimeOrdered):
    """A page that the programme writes itself, each fact with its source."""

    privacy = Privacy(facts="slug title lead note closing order")

    slug = models.SlugField(max_length=80)
    title = TranslatedField()
    lead = TranslatedField()
    note = TranslatedField()
    closing = TranslatedField()
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="an_address_per_page")
        ]

    def __str__(self):
        return str(self.title)

    def get_absolute_url(self):
        """The page."""
        return reverse("page", args=[self.slug])


class PageSource(InProgramme, TimeOrdered):
    """Where a fact of the page was read; its number stands behind the fact."""

    privacy = Privacy(facts="page number name url")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="sources")
    number = models.PositiveSmallIntegerField()
    name = TranslatedField()
    url = models.URLField(max_length=500)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="a_source_has_its_number")
        ]


class PagePart(InProgramme, TimeOrdered):
    """A heading and its paragraphs; `sources` holds the numbers of their sources."""

    privacy = Privacy(facts="page order heading words sources")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveSmallIntegerField()
    heading = TranslatedField()
    words = TranslatedField()
    sources = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "order"], name="a_part_has_its_place")
        ]


class PageFact(InProgramme, TimeOrdered):
    """A sum, a share or a name that belongs to a part, with the numbers of its sources."""

    privacy = Privacy(facts="part order label cents percent sources")

    part = models.ForeignKey(PagePart, on_delete=models.CASCADE, related_name="facts")
    order = models.PositiveSmallIntegerField()
    label = TranslatedField()
    cents = models.BigIntegerField(null=True, blank=True)
    percent = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    sources = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "order"], name="a_fact_has_its_place"),
            models.CheckConstraint(
                condition=Q(cents=None) | Q(percent=None), name="a_fact_is_one_figure"
            ),
        ]
