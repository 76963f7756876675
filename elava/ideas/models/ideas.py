from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.challenges.models import Challenge
from elava.foundation.access import has_role, is_coordinator
from elava.foundation.models import Unordered
from elava.foundation.privacy import Privacy, personal
from elava.journal.models import Thread
from elava.people.models import Receipt
from elava.programmes.models import (
    Area,
    InProgramme,
    LifeStage,
    ProgrammeQuerySet,
    scoped,
)

from .answers import Answer
from .intakes import Intake

is_in_support_group = has_role("support")


class IdeaQuerySet(ProgrammeQuerySet):
    """Ideas as others may see them."""

    def public(self):
        """Ideas that were read at the desk and whose giver lets everybody read them."""
        return self._read().exclude(visibility=Idea.Visibility.NOBODY)

    def seen_by(self, person):
        """Coordinators see every idea, the working group all that were read, others the public."""
        if is_coordinator(person):
            return self
        return self._read() if is_in_support_group(person) else self.public()

    def as_cards(self):
        """Only what a card shows: a long list is read many times."""
        return self.select_related("answer", "area", "intake").only(
            "title", "text", "created_on", "stage", "answer_by", "area__name", "intake__language",
            "answer__outcome", "answer__source",
        )  # fmt: skip

    def _read(self):
        return self.filter(stage__in=Idea.SHOWN_STAGES, is_hidden=False)


class Idea(InProgramme, Unordered):
    """What a resident would like to see: in the giver's own words, with a date for its answer.

    `version` grows with each change of the words; the first words stay in the intake.
    `closed_on` is the day of a withdrawal, or the day it was set aside as no idea.
    """

    class Kind(models.TextChoices):
        UNSORTED = "unsorted", _("idea")
        SERVICE = "service", _("service")
        EVENT = "event", _("event")
        ACTIVITY = "activity", _("activity")
        IMPROVEMENT = "improvement", _("improvement")
        SURROUNDINGS = "surroundings", _("surroundings")
        DREAM = "dream", _("dream")

    class Visibility(models.TextChoices):
        WITHOUT_NAME = "without_name", _("Yes, without my name")
        FIRST_NAME = "first_name", _("Yes, with my first name")
        NOBODY = "nobody", _("No. Only the working group reads it")

    class Stage(models.TextChoices):
        HELD = "held", _("Waiting to be read")
        OPEN = "open", _("Being looked at")
        SHORTLISTED = "shortlisted", _("Going to a meeting")
        ANSWERED = "answered", _("Answered")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        SET_ASIDE = "set_aside", _("Not handled as an idea")

    SHOWN_STAGES = (Stage.OPEN, Stage.SHORTLISTED, Stage.ANSWERED)
    WAITING_STAGES = (Stage.HELD, Stage.OPEN, Stage.SHORTLISTED)

    intake = models.OneToOneField(Intake, on_delete=models.PROTECT, related_name="idea")
    receipt = models.OneToOneField(Receipt, on_delete=models.PROTECT, related_name="+")
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.UNSORTED)
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=5000)
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    challenges = models.ManyToManyField(Challenge, through="IdeaChallenge", related_name="+")
    life_stages = models.ManyToManyField(LifeStage, through="IdeaLifeStage", related_name="+")
    visibility = models.CharField(max_length=12, choices=Visibility.choices)
    first_name = models.CharField(max_length=40, blank=True)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.HELD)
    is_hidden = models.BooleanField(default=False)
    wants_to_help = models.BooleanField(default=False)
    answer = models.ForeignKey(
        Answer, on_delete=models.PROTECT, null=True, blank=True, related_name="ideas"
    )
    answer_by = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    came_before = False  # true of a row that `give_idea` returns a second time

    objects = scoped(IdeaQuerySet)

    privacy = Privacy(
        personal={
            "title": personal(
                _("the headline of your idea"),
                purpose="answer",
                basis="public_task",
                keep="history",
            ),
            "text": personal(_("your idea"), purpose="answer", basis="public_task", keep="history"),
            "first_name": personal(
                _("the first name that you let us show with your idea"),
                purpose="answer",
                basis="consent",
                keep="programme",
            ),
            "wants_to_help": personal(
                _("that you want to help with your idea"),
                purpose="answer",
                basis="consent",
                keep="programme",
                erase="stay",
            ),
        },
        facts="intake receipt thread kind area challenges life_stages visibility stage is_hidden "
        "answer answer_by closed_on version",
        whose="receipt__claimed_by",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(stage="answered") | models.Q(answer__isnull=False),
                name="an_answered_idea_has_its_answer",
            ),
            models.CheckConstraint(
                condition=~models.Q(stage__in=["withdrawn", "set_aside"])
                | models.Q(closed_on__isnull=False),
                name="a_closed_idea_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["programme", "stage", "answer_by"]),
            models.Index(fields=["programme", "area", "stage"]),
            models.Index(fields=["programme", "created_on", "id"]),
        ]

    def __str__(self):
        return self.title or str(_("An idea that was taken away"))

    @property
    def lang(self):
        """The language of the giver's words as a browser names it: easy Finnish is Finnish."""
        return self.intake.language.partition("-")[0]

    def get_absolute_url(self):
        """The idea's page."""
        return reverse("idea", args=[self.pk])

    @property
    def says_more(self):
        """False where the whole idea stands in its title already."""
        return self.text.strip().rstrip(".") != self.title

    @property
    def is_answered_elsewhere(self):
        """True for an idea that came along with the answer of another service."""
        return self.stage == self.Stage.ANSWERED and bool(self.answer.source)

    @property
    def is_waiting(self):
        """True while its giver still waits for an answer."""
        return self.stage in self.WAITING_STAGES


class IdeaLifeStage(InProgramme, Unordered):
    """A stretch of the life course that an idea is about; never a word about its giver."""

    privacy = Privacy(facts="idea life_stage")

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    life_stage = models.ForeignKey(LifeStage, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["idea", "life_stage"], name="a_life_stage_once")
        ]


class IdeaChallenge(InProgramme, Unordered):
    """An idea answers a challenge."""

    privacy = Privacy(facts="idea challenge")

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["idea", "challenge"], name="a_challenge_once")
        ]
