from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField

from .aims import Project
from .scope import InProgramme


class Link(InProgramme, TimeOrdered):
    """A link of the programme or of a project; a link only, nothing embedded from others."""

    privacy = Privacy(facts="project kind url name order")

    class Kind(models.TextChoices):
        READ_MORE = "read_more", _("read more")
        FACEBOOK = "facebook", _("Facebook page")
        CALENDAR = "calendar", _("calendar")
        NEWSLETTER = "newsletter", _("newsletter")

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, null=True, blank=True, related_name="links"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.READ_MORE)
    url = models.URLField()
    name = TranslatedField()
    order = models.PositiveSmallIntegerField(default=0)

    def __str__(self):
        return str(self.name)


class Banner(InProgramme, TimeOrdered):
    """The picture of the programme or a project, and the line with which others show it.

    The image itself is an attachment whose owner is this row.
    """

    privacy = Privacy(facts="project alt embed_words")

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, null=True, blank=True, related_name="banners"
    )
    alt = TranslatedField()
    embed_words = TranslatedField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme"], condition=Q(project=None), name="a_programme_has_one_banner"
            ),
            models.UniqueConstraint(fields=["project"], name="a_project_has_one_banner"),
        ]

    def __str__(self):
        return str(self.alt)


class FunderPack(InProgramme, TimeOrdered):
    """The funder's mark and rules as they hold from a day to a day: data, never names in code."""

    privacy = Privacy(facts="name mark mark_alt emblem_words indicator_set valid_from valid_until")

    name = models.CharField(max_length=120)
    mark = TranslatedField()
    mark_alt = TranslatedField()
    emblem_words = TranslatedField()
    indicator_set = models.CharField(max_length=80, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="a_funder_pack_ends_after_it_starts",
            )
        ]

    def __str__(self):
        return self.name


class CrisisLine(InProgramme, TimeOrdered):
    """A number to call when life is too heavy; the emergency number always stands before these."""

    privacy = Privacy(facts="slug name phone words order")

    slug = models.SlugField(max_length=80)
    name = TranslatedField()
    phone = models.CharField(max_length=40, blank=True)
    words = TranslatedField()
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="an_address_per_crisisline")
        ]

    def __str__(self):
        return str(self.name)


class Word(InProgramme, TimeOrdered):
    """The programme's own word in place of the house's word."""

    privacy = Privacy(facts="key words")

    class Key(models.TextChoices):
        ORGANISATIONS = "organisations", _("Who is in")
        GROUPS = "groups", _("Theme groups")
        BODIES = "bodies", _("Who decides")
        DIRECTORY = "directory", _("Directory")

    key = models.CharField(max_length=20, choices=Key.choices)
    words = TranslatedField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="an_own_word_per_key")
        ]

    def __str__(self):
        return str(self.words)
