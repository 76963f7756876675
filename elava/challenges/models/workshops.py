from django.db import models
from django.db.models import F, Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from elava.foundation import clock
from elava.foundation.models import TimeOrdered, Unordered
from elava.foundation.privacy import Privacy, personal
from elava.network.models import Group, Organisation
from elava.programmes.models import InProgramme, Place, ProgrammeQuerySet, scoped


class WorkshopQuerySet(ProgrammeQuerySet):
    """Workshops by day; every one of them is public from the day it is announced."""

    def public(self):
        """All: a workshop is an invitation."""
        return self

    def seen_by(self, _person):
        """Everybody sees every workshop."""
        return self.public()

    def coming(self):
        """Those of today and later that have not been closed, the nearest first."""
        ahead = self.exclude(stage=Workshop.Stage.CLOSED).filter(ends_at__gte=_midnight())
        return ahead.order_by("starts_at", "pk")

    def past(self):
        """Those that are over, the latest first."""
        over = self.filter(Q(stage=Workshop.Stage.CLOSED) | Q(ends_at__lt=_midnight()))
        return over.order_by("-starts_at", "-pk")


def _midnight():
    return timezone.localtime(clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)


class Workshop(InProgramme, TimeOrdered):
    """An afternoon on which people say what is hard, on notes that everybody in the room sees.

    While the wall is open, whoever has the room code adds notes without an account.
    """

    privacy = Privacy(facts="title group host place where starts_at ends_at room_code stage")

    class Stage(models.TextChoices):
        PLANNED = "planned", _("Coming")
        OPEN = "open", _("Going on now")
        CLOSED = "closed", _("Over")

    title = models.CharField(max_length=120)
    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    host = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    where = models.CharField(max_length=160, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    room_code = models.CharField(max_length=6)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.PLANNED)

    objects = scoped(WorkshopQuerySet)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="a_workshop_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=False) | ~Q(where=""), name="a_workshop_is_somewhere"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["planned", "open", "closed"]),
                name="a_workshop_is_planned_open_or_closed",
            ),
            models.UniqueConstraint(
                fields=["programme", "room_code"],
                condition=~Q(stage="closed"),
                name="a_room_code_leads_to_one_workshop",
            ),
        ]
        indexes = [models.Index(fields=["programme", "starts_at", "id"])]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The workshop's page."""
        return reverse("workshop", args=[self.pk])

    @property
    def room_url(self):
        """Where the facilitator runs it."""
        return reverse("workshop_room", args=[self.pk])

    @property
    def where_shown(self):
        """The place and the room in it."""
        return ", ".join(filter(None, [str(self.place or ""), self.where]))

    @property
    def is_open(self):
        """True while notes may be added."""
        return self.stage == self.Stage.OPEN

    @property
    def is_closed(self):
        """True when it is over."""
        return self.stage == self.Stage.CLOSED


class HeadcountQuerySet(ProgrammeQuerySet):
    """Tallies, and what they add up to."""

    def count_of(self, workshop):
        """How many came, by kind: {"adult": 12, "child": 3}."""
        sums = self.filter(workshop=workshop).values("who").annotate(n=Sum("change"))
        return dict.fromkeys(HeadcountTally.Who.values, 0) | {
            row["who"]: row["n"] for row in sums.order_by("who")
        }


class HeadcountTally(InProgramme, Unordered):
    """One press of a tally button, or a number read from paper; nobody's name belongs to it."""

    privacy = Privacy(facts="workshop who change key")

    class Who(models.TextChoices):
        ADULT = "adult", _("adults")
        CHILD = "child", _("children")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="tallies")
    who = models.CharField(max_length=6, choices=Who.choices)
    change = models.SmallIntegerField()
    key = models.CharField(max_length=100)

    objects = scoped(HeadcountQuerySet)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "key"], name="a_press_counts_once"),
            models.CheckConstraint(condition=~Q(change=0), name="a_press_changes_something"),
            models.CheckConstraint(condition=Q(who__in=["adult", "child"]), name="adult_or_child"),
        ]


class NoteGroup(InProgramme, TimeOrdered):
    """Notes that say the same thing, under the name that the room gave them."""

    privacy = Privacy(facts="workshop name")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="note_groups")
    name = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "name"], name="a_name_for_one_note_group")
        ]

    def __str__(self):
        return self.name


class NoteQuerySet(ProgrammeQuerySet):
    """Notes as others may see them."""

    def public(self):
        """Notes that somebody has read and put into a group."""
        return self.filter(is_hidden=False, note_group__isnull=False)

    def on_the_wall(self):
        """Notes that the room sees while it works."""
        return self.filter(is_hidden=False)

    def seen_by(self, person):
        """Whoever has a role in the programme reads every note, others those in a group."""
        return self if person.roles else self.public()


def _of_nobody_known(_person):
    """Notes are written without a name, so none can be found as a person's own."""
    return Q(pk__in=[])


class Note(InProgramme, Unordered):
    """What somebody wrote: one thought. Its id is random, so that no order tells who."""

    privacy = Privacy(
        personal={
            "words": personal(
                _("a note that you wrote at a workshop; nobody can tell whose it is"),
                purpose="gather",
                basis="public_task",
                keep="programme",
                erase="delete",
                whose=_of_nobody_known,
            )
        },
        facts="workshop door language note_group is_hidden",
    )

    class Door(models.TextChoices):
        WALL = "wall", _("on the wall")
        PAPER = "paper", _("on paper")

    LONGEST = 300

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="notes")
    words = models.CharField(max_length=LONGEST)
    door = models.CharField(max_length=5, choices=Door.choices)
    language = models.CharField(max_length=20)
    note_group = models.ForeignKey(
        NoteGroup, on_delete=models.SET_NULL, null=True, blank=True, related_name="notes"
    )
    is_hidden = models.BooleanField(default=False)

    objects = scoped(NoteQuerySet)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_note_says_something"),
            models.CheckConstraint(
                condition=Q(door__in=["wall", "paper"]), name="a_note_came_by_a_door"
            ),
        ]
        indexes = [models.Index(fields=["workshop", "is_hidden", "id"])]

    def __str__(self):
        return self.words

    @property
    def hiding_url(self):
        """Where the facilitator takes it off the wall, or brings it back."""
        return reverse("hide_note", args=[self.pk])

    @property
    def lang(self):
        """The language of the words as a browser names it: easy Finnish is Finnish."""
        return self.language.partition("-")[0]
