from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation import clock
from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField
from elava.programmes.models import Area, InProgramme, ProgrammeQuerySet, Project, scoped


class DatedQuerySet(ProgrammeQuerySet):
    """Rows that hold from a day to a day."""

    def on(self, day):
        """Those that hold on a day; the last day counts."""
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)

    def overlapping(self, since, until):
        """Those that share a day with a stretch of time; None is an open end."""
        found = self.filter(Q(until=None) | Q(until__gte=since))
        return found if until is None else found.filter(since__lte=until)


class OrganisationQuerySet(ProgrammeQuerySet):
    """Organisations by day; their pages are public."""

    def public(self):
        """All of them."""
        return self

    def seen_by(self, _person):
        """All of them."""
        return self

    def on(self, day):
        """Those that are in the network on a day."""
        return self.filter(joined_on__lte=day)


class Organisation(InProgramme, TimeOrdered):
    """An association, a congregation, a city unit: whoever acts in the network as one."""

    privacy = Privacy(
        facts="name slug kind what_it_does who_is_welcome website email phone area "
        "is_public_body joined_on sponsor"
    )

    class Kind(models.TextChoices):
        ASSOCIATION = "association", _("association")
        CONGREGATION = "congregation", _("congregation")
        SCHOOL = "school", _("school")
        CITY_UNIT = "city_unit", _("city unit")
        WELLBEING_COUNTY = "wellbeing_county", _("wellbeing services county")
        FIRM = "firm", _("firm")
        UNREGISTERED = "unregistered", _("group without registration")

    PUBLIC_KINDS = (Kind.CITY_UNIT, Kind.WELLBEING_COUNTY)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    what_it_does = TranslatedField()
    who_is_welcome = TranslatedField()
    website = models.URLField(blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_public_body = models.BooleanField(default=False)
    joined_on = models.DateField(default=clock.today)
    sponsor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = scoped(OrganisationQuerySet)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "slug"], name="an_address_per_organisation"
            ),
            models.CheckConstraint(
                condition=~Q(kind="unregistered") | Q(sponsor__isnull=False),
                name="an_unregistered_group_has_a_sponsor",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The organisation's page."""
        return reverse("organisation", args=[self.slug])


class Group(InProgramme, TimeOrdered):
    """A theme group across sectors, by age or by theme."""

    privacy = Privacy(facts="name about slug order")

    name = TranslatedField()
    about = TranslatedField()
    slug = models.SlugField(max_length=80)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="an_address_per_group")
        ]

    def __str__(self):
        return str(self.name)

    def get_absolute_url(self):
        """The group's page."""
        return reverse("group", args=[self.slug])


class Seat(InProgramme, TimeOrdered):
    """An organisation's dated place in a theme group."""

    privacy = Privacy(facts="organisation group since until")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="seats")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="seats")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = scoped(DatedQuerySet)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="a_seat_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["organisation", "group"],
                condition=Q(until=None),
                name="a_running_seat_in_a_group_once",
            ),
        ]

    @property
    def end_url(self):
        """Where the desk ends the seat."""
        return reverse("end_seat", args=[self.pk])


class Partnership(InProgramme, TimeOrdered):
    """An organisation carries a project under the umbrella, or is a partner in it."""

    privacy = Privacy(facts="project organisation is_carrier")

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="partnerships"
    )
    is_carrier = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "organisation"], name="a_partner_of_a_project_once"
            )
        ]

    def __str__(self):
        return f"{self.organisation}: {self.project}"
