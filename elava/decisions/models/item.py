from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy, personal
from elava.ideas.models import Idea
from elava.network.models import Membership
from elava.programmes.models import InProgramme

from .meeting import Meeting


class Item(InProgramme, TimeOrdered):
    """One matter on an agenda: an idea, a cluster of ideas, an answer to a hand-over, or free."""

    privacy = Privacy(
        facts="meeting order title brief is_confidential subject_kind subject_id proposal "
        "carried_from next_time_count taken_up_at postponed_at postponed_because"
    )

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    brief = models.TextField(max_length=3000, blank=True)
    is_confidential = models.BooleanField(default=False)
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_id = models.UUIDField(null=True)
    proposal = models.OneToOneField(
        "Decision", on_delete=models.PROTECT, null=True, related_name="item_above"
    )
    carried_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="carried_to"
    )
    next_time_count = models.PositiveSmallIntegerField(default=0)
    taken_up_at = models.DateTimeField(null=True)
    postponed_at = models.DateTimeField(null=True)
    postponed_because = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(next_time_count__lte=1), name="next_time_is_said_once"
            ),
            models.CheckConstraint(
                condition=Q(postponed_at=None) | Q(next_time_count=0),
                name="who_was_postponed_is_decided_next",
            ),
            models.CheckConstraint(
                condition=Q(carried_from=None, next_time_count=0)
                | Q(carried_from__isnull=False, next_time_count=1),
                name="an_item_is_carried_over_once",
            ),
        ]
        indexes = [models.Index(fields=["meeting", "order"])]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The secretary's page for this item."""
        return reverse("item", args=[self.meeting_id, self.pk])


class ItemIdea(InProgramme, TimeOrdered):
    """An idea behind an item; an idea waits on one agenda at a time."""

    privacy = Privacy(facts="item idea is_waiting")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="parts")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    is_waiting = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["idea"], condition=Q(is_waiting=True), name="an_idea_is_on_one_agenda"
            ),
            models.UniqueConstraint(fields=["item", "idea"], name="an_idea_is_in_an_item_once"),
        ]


class Interest(InProgramme, TimeOrdered):
    """A conflict of interest: proposed by the system or said by the person; who has one leaves."""

    privacy = Privacy(
        personal={
            "membership": personal(
                _("on which matters you had an interest of your own"),
                purpose="decide",
                basis="public_task",
                keep="history",
                erase="stay",
                whose="membership__person",
            ),
            "words": personal(
                _("what you said about that interest"),
                purpose="decide",
                basis="public_task",
                keep="history",
                whose="membership__person",
            ),
        },
        facts="item because is_proposed said left_at back_at",
    )

    class Because(models.TextChoices):
        GAVE = "gave", _("gave the idea")
        TEAM = "team", _("is in the team of the idea")
        ORGANISATION = "organisation", _("the idea is about their organisation")
        RECEIVER = "receiver", _("their organisation would receive it")
        OWN = "own", _("said so themselves")

    class Said(models.TextChoices):
        NOTHING = "", _("Not asked yet")
        LEAVES = "leaves", _("Leaves this item")
        STAYS = "stays", _("No interest; stays")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="interests")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    because = models.CharField(max_length=14, choices=Because.choices)
    is_proposed = models.BooleanField(default=False)
    said = models.CharField(max_length=8, choices=Said.choices, blank=True)
    words = models.CharField(max_length=300, blank=True)
    left_at = models.DateTimeField(null=True)
    back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "membership"], name="an_interest_is_declared_once"
            ),
            models.CheckConstraint(
                condition=Q(said="leaves", left_at__isnull=False)
                | (~Q(said="leaves") & Q(left_at=None)),
                name="who_declares_an_interest_leaves",
            ),
            models.CheckConstraint(
                condition=Q(back_at=None) | Q(back_at__gte=models.F("left_at")),
                name="who_comes_back_has_left",
            ),
        ]
