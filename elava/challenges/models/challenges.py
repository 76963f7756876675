from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField
from elava.journal.models import Thread
from elava.network.models import Group
from elava.programmes.models import (
    InProgramme,
    LifeStage,
    ProgrammeQuerySet,
    StrategyGoal,
    scoped,
)

from .workshops import Note


class ChallengeQuerySet(ProgrammeQuerySet):
    """Challenges as others may see them."""

    def public(self):
        """Challenges that were confirmed."""
        return self.filter(confirmed_on__isnull=False)

    def seen_by(self, person):
        """Whoever has a role in the programme sees those just raised, too."""
        return self if person.roles else self.public()


class Challenge(InProgramme, TimeOrdered):
    """What many people find hard, in plain words, with a group that answers and a date."""

    privacy = Privacy(
        facts="thread title words group answer_by stage confirmed_on review reviewed_on version "
        "notes life_stages goals"
    )

    class Stage(models.TextChoices):
        RAISED = "raised", _("Raised at a workshop")
        CONFIRMED = "confirmed", _("Confirmed")
        OPEN = "open", _("Open for ideas")
        BEING_ANSWERED = "being_answered", _("Being answered")
        REVIEWED = "reviewed", _("Looked back on")
        ARCHIVED = "archived", _("Put away")

    UNCONFIRMED = (Stage.RAISED, Stage.ARCHIVED)
    AT_WORK = (Stage.CONFIRMED, Stage.OPEN, Stage.BEING_ANSWERED)
    TAKES_IDEAS = (Stage.OPEN, Stage.BEING_ANSWERED)

    thread = models.OneToOneField(Thread, on_delete=models.PROTECT, related_name="+")
    title = TranslatedField()
    words = TranslatedField()
    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer_by = models.DateField(null=True, blank=True)
    stage = models.CharField(max_length=14, choices=Stage.choices, default=Stage.RAISED)
    confirmed_on = models.DateField(null=True, blank=True)
    review = TranslatedField(blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    notes = models.ManyToManyField(Note, through="ChallengeNote", related_name="challenges")
    life_stages = models.ManyToManyField(LifeStage, through="ChallengeLifeStage", related_name="+")
    goals = models.ManyToManyField(StrategyGoal, through="ChallengeGoal", related_name="+")

    objects = scoped(ChallengeQuerySet)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=["raised", "archived"])
                | Q(group__isnull=False, answer_by__isnull=False, confirmed_on__isnull=False),
                name="a_confirmed_challenge_has_a_group_and_a_date",
            ),
            models.CheckConstraint(
                condition=~Q(stage="raised") | Q(confirmed_on=None),
                name="a_raised_challenge_waits_to_be_confirmed",
            ),
            models.CheckConstraint(
                condition=~Q(stage="reviewed") | Q(reviewed_on__isnull=False),
                name="a_reviewed_challenge_says_when",
            ),
        ]
        indexes = [
            models.Index(fields=["programme", "stage", "answer_by"]),
            models.Index(fields=["programme", "confirmed_on", "id"]),
        ]

    def __str__(self):
        return str(self.title)

    def get_absolute_url(self):
        """The challenge's page."""
        return reverse("challenge", args=[self.pk])

    @property
    def takes_ideas(self):
        """True while residents may answer it with ideas."""
        return self.stage in self.TAKES_IDEAS


class ChallengeNote(InProgramme, TimeOrdered):
    """A note out of which a challenge grew; one note may feed several."""

    privacy = Privacy(facts="challenge note")

    challenge = models.ForeignKey(
        Challenge, on_delete=models.CASCADE, related_name="challenge_notes"
    )
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="challenge_notes")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["challenge", "note"], name="a_note_feeds_a_challenge_once"
            )
        ]


class ChallengeLifeStage(InProgramme, TimeOrdered):
    """A stretch of the life course on which a challenge is met."""

    privacy = Privacy(facts="challenge life_stage")

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="met_at")
    life_stage = models.ForeignKey(LifeStage, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["challenge", "life_stage"], name="a_challenge_is_at_a_life_stage_once"
            )
        ]


class ChallengeGoal(InProgramme, TimeOrdered):
    """A goal of the city or the wellbeing services county that a challenge cites."""

    privacy = Privacy(facts="challenge goal")

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="citations")
    goal = models.ForeignKey(StrategyGoal, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["challenge", "goal"], name="a_challenge_cites_a_goal_once"
            )
        ]
