from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField

from .scope import InProgramme


class Project(InProgramme, TimeOrdered):
    """A project under the umbrella; which organisation carries it is known to the network."""

    privacy = Privacy(
        facts="slug name purpose code controller controller_name controller_contact started_on "
        "ends_on"
    )

    class Controller(models.TextChoices):
        PROGRAMME = "programme", _("the programme's controller")
        SEPARATE = "separate", _("a controller of its own")
        JOINT = "joint", _("joint controllers")

    slug = models.SlugField(max_length=80)
    name = TranslatedField()
    purpose = TranslatedField()
    code = models.CharField(max_length=40, blank=True)
    controller = models.CharField(
        max_length=12, choices=Controller.choices, default=Controller.PROGRAMME
    )
    controller_name = TranslatedField()
    controller_contact = models.CharField(max_length=120, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="an_address_per_project"),
            models.CheckConstraint(
                condition=Q(started_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("started_on")),
                name="a_project_ends_after_it_starts",
            ),
        ]

    def __str__(self):
        return str(self.name)

    def get_absolute_url(self):
        """The project's place on the programme's page."""
        return reverse("about") + f"#{self.slug}"


class StrategyGoal(InProgramme, TimeOrdered):
    """A goal of the city or the wellbeing services county that the programme's aims cite."""

    privacy = Privacy(facts="owner name valid_from valid_until")

    owner = TranslatedField()
    name = TranslatedField()
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from=None)
                | Q(valid_until=None)
                | Q(valid_until__gte=F("valid_from")),
                name="a_goal_ends_after_it_starts",
            )
        ]

    def __str__(self):
        return str(self.name)


class Aim(InProgramme, TimeOrdered):
    """What the programme, or a project under it, wants to change."""

    privacy = Privacy(facts="slug project name words order goals")

    slug = models.SlugField(max_length=80)
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="aims"
    )
    name = TranslatedField()
    words = TranslatedField()
    order = models.PositiveSmallIntegerField(default=0)
    goals = models.ManyToManyField(StrategyGoal, through="AimGoal", related_name="aims")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="an_address_per_aim")
        ]

    def __str__(self):
        return str(self.name)


class AimGoal(InProgramme, TimeOrdered):
    """An aim cites a strategy goal, once."""

    privacy = Privacy(facts="aim goal")

    aim = models.ForeignKey(Aim, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(StrategyGoal, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["aim", "goal"], name="an_aim_cites_a_goal_once")
        ]
