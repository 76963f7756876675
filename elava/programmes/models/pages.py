from django.db import models
from django.db.models import Q
from django.urls import reverse

from elava.foundation.access import is_coordinator
from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField

from .scope import InProgramme, ProgrammeQuerySet, scoped


class PageQuerySet(ProgrammeQuerySet):
    """The programme's own pages, as others may see them."""

    def public(self):
        """Those that were published and not hidden again, in their order."""
        return self.filter(is_shown=True).order_by("order", "pk")

    def seen_by(self, person):
        """Whoever shapes the programme sees what is still being written, too."""
        return self.order_by("order", "pk") if is_coordinator(person) else self.public()


class Page(InProgramme, TimeOrdered):
    """A page that the programme writes itself, each fact with its source."""

    privacy = Privacy(facts="slug title lead note closing order is_shown version")

    slug = models.SlugField(max_length=80)
    title = TranslatedField()
    lead = TranslatedField()
    note = TranslatedField()
    closing = TranslatedField()
    order = models.PositiveSmallIntegerField(default=0)
    is_shown = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    objects = scoped(PageQuerySet)

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

    privacy = Privacy(facts="page number name url version")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="sources")
    number = models.PositiveSmallIntegerField()
    name = TranslatedField()
    url = models.URLField(max_length=500)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="a_source_has_its_number")
        ]

    def __str__(self):
        return f"[{self.number}] {self.name}"


class PagePart(InProgramme, TimeOrdered):
    """A heading and its paragraphs; `sources` holds the numbers of their sources."""

    privacy = Privacy(facts="page order heading words sources version")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveSmallIntegerField()
    heading = TranslatedField()
    words = TranslatedField()
    sources = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self):
        return str(self.heading)


class PageFact(InProgramme, TimeOrdered):
    """A sum, a share or a name that belongs to a part, with the numbers of its sources."""

    privacy = Privacy(facts="part order label cents percent sources version")

    part = models.ForeignKey(PagePart, on_delete=models.CASCADE, related_name="facts")
    order = models.PositiveSmallIntegerField()
    label = TranslatedField()
    cents = models.BigIntegerField(null=True, blank=True)
    percent = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    sources = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(cents=None) | Q(percent=None), name="a_fact_is_one_figure"
            ),
        ]

    def __str__(self):
        return str(self.label)
