from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField


class Programme(TimeOrdered):
    """An umbrella programme: the tenant, found by its host name.

    `who_reads` and `who_never` stand on every page where a resident writes. `cry_instruction` and
    `cry_contact` are for the desk: what to do, and whom to call, when a text is a cry for help.
    """

    privacy = Privacy(
        facts="host name short_name tagline about question hint languages started_on ends_on "
        "funding_model help_phone help_email help_hours help_words who_reads who_never "
        "what_happens controller_name controller_contact controller_words "
        "accessibility_supervisor accessibility_gaps accessibility_checked_on "
        "cry_instruction cry_contact answer_days is_example"
    )

    class Funding(models.TextChoices):
        SUPPORT_TRANSFER = "support_transfer", _("support passed on to associations")
        GROUP_PROJECT = "group_project", _("one project of several partners")
        COORDINATED = "coordinated", _("separate projects under one coordination")

    host = models.CharField(max_length=200, unique=True)
    name = TranslatedField()
    short_name = TranslatedField()
    tagline = TranslatedField()
    about = TranslatedField()
    question = TranslatedField()
    hint = TranslatedField()
    languages = models.JSONField(default=list)
    started_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    funding_model = models.CharField(
        max_length=20, choices=Funding.choices, default=Funding.SUPPORT_TRANSFER
    )

    help_phone = models.CharField(max_length=40, blank=True)
    help_email = models.EmailField(blank=True)
    help_hours = TranslatedField()
    help_words = TranslatedField()

    who_reads = TranslatedField()
    who_never = TranslatedField()
    what_happens = TranslatedField()
    controller_name = TranslatedField()
    controller_contact = models.CharField(max_length=120, blank=True)
    controller_words = TranslatedField()
    accessibility_supervisor = TranslatedField()
    accessibility_gaps = TranslatedField()
    accessibility_checked_on = models.DateField(null=True, blank=True)

    cry_instruction = TranslatedField()
    cry_contact = TranslatedField()

    answer_days = models.PositiveSmallIntegerField(default=42)
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(started_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("started_on")),
                name="a_programme_ends_after_it_starts",
            )
        ]

    def __str__(self):
        return str(self.name)

    @property
    def programme(self):
        """Itself, so that the journal may treat a programme like any of its rows."""
        return self

    @property
    def first_language(self):
        """The code of the language that has no prefix."""
        return self.languages[0]["code"]

    @property
    def language_codes(self):
        """The codes of the programme's languages, the first one first."""
        return [entry["code"] for entry in self.languages]

    def path_prefix(self, language=None):
        """The first part of every path in a language: "/" or such as "/sv/"."""
        for entry in self.languages:
            if entry["code"] == language and entry["prefix"]:
                return f"/{entry['prefix']}/"
        return "/"


class Clock(models.Model):
    """The programme's clock: the number of its last journal entry, and that entry's hash."""

    privacy = Privacy(facts="programme version head")

    programme = models.OneToOneField(
        Programme, on_delete=models.PROTECT, primary_key=True, related_name="clock"
    )
    version = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
