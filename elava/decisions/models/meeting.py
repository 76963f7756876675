from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy, personal
from elava.network.models import Body, Membership
from elava.people.models import Person
from elava.programmes.models import InProgramme

UNDO = timedelta(minutes=30)


class Meeting(InProgramme, TimeOrdered):
    """A body comes together; its secretary keeps the agenda, the attendance and the minutes.

    What it decided is carried out half an hour after it was closed: until then nobody outside
    hears of it, and the meeting can be opened again.
    """

    privacy = Privacy(
        personal={
            "chair": personal(
                _("which meetings you chaired"),
                purpose="decide",
                basis="public_task",
                keep="history",
                erase="stay",
            ),
            "secretary": personal(
                _("which meetings you wrote the minutes of"),
                purpose="decide",
                basis="public_task",
                keep="history",
                erase="stay",
            ),
        },
        facts="body place starts_at stage opened_at closed_at carried_out_at",
    )

    class Stage(models.TextChoices):
        CALLED = "called", _("Called")
        OPEN = "open", _("Going on now")
        CLOSED = "closed", _("Held")
        CALLED_OFF = "called_off", _("Called off")

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    chair = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    secretary = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.CALLED)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    carried_out_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__gte=models.F("opened_at")),
                name="a_meeting_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(carried_out_at=None) | Q(stage="closed"),
                name="what_is_carried_out_stays_closed",
            ),
        ]
        indexes = [models.Index(fields=["programme", "starts_at"])]

    def __str__(self):
        return str(self.body)

    def get_absolute_url(self):
        """The meeting's public page."""
        return reverse("meeting", args=[self.pk])

    @property
    def is_open(self):
        """True while the body sits."""
        return self.stage == self.Stage.OPEN

    @property
    def answers_leave_at(self):
        """When what a closed meeting decided is carried out; None once it was, or before."""
        if self.closed_at is None or self.carried_out_at is not None:
            return None
        return self.closed_at + UNDO


class Attendance(InProgramme, TimeOrdered):
    """A member or deputy at the table, from when to when; who comes back has a second row."""

    privacy = Privacy(
        personal={
            "membership": personal(
                _("which meetings you came to"),
                purpose="decide",
                basis="public_task",
                keep="history",
                erase="stay",
                whose="membership__person",
            )
        },
        facts="meeting is_remote came_at left_at",
    )

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    is_remote = models.BooleanField(default=False)
    came_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "membership"],
                condition=Q(left_at=None),
                name="nobody_is_present_twice",
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=models.F("came_at")),
                name="who_leaves_has_come",
            ),
        ]
