from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation.access import is_coordinator, places_of
from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy, personal
from elava.people.models import Person
from elava.programmes.models import InProgramme, ProgrammeQuerySet, scoped

from .meeting import Meeting


class MinutesQuerySet(ProgrammeQuerySet):
    """Minutes as others may see them."""

    def public(self):
        """Those whose extract everybody may read."""
        return self.filter(published_at__isnull=False)

    def seen_by(self, person):
        """The desk reads all, a body's members those of their body."""
        if is_coordinator(person):
            return self
        theirs = Q(meeting__body__in=places_of(person))
        return self.filter(theirs | Q(published_at__isnull=False))


class Minutes(InProgramme, TimeOrdered):
    """The minutes of a meeting as drafted from what happened; a correction makes a new version.

    The minutes name those who were present, as the law on meetings expects; the public extract,
    made from the same content, does not.
    """

    privacy = Privacy(facts="meeting version content note signed_at published_at")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="minutes")
    version = models.PositiveSmallIntegerField()
    content = models.JSONField()
    note = models.TextField(max_length=3000, blank=True)
    signed_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)

    objects = scoped(MinutesQuerySet)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "version"], name="a_version_is_made_once"),
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(signed_at__isnull=False),
                name="only_signed_minutes_are_published",
            ),
        ]

    def get_absolute_url(self):
        """The minutes as those with a role read them."""
        return reverse("minutes", args=[self.meeting_id])


class MinutesCheck(InProgramme, TimeOrdered):
    """Somebody who was present has read a version: right as it is, or with a remark.

    `entered_by` is who noted it for them; None where they signed in and checked themselves.
    """

    privacy = Privacy(
        personal={
            "person": personal(
                _("which minutes you checked"),
                purpose="decide",
                basis="public_task",
                keep="history",
                erase="stay",
            ),
            "entered_by": personal(
                _("which checks of minutes you noted for others"),
                purpose="decide",
                basis="public_task",
                keep="history",
                erase="stay",
            ),
            "remark": personal(
                _("what you found wrong in the minutes"),
                purpose="decide",
                basis="public_task",
                keep="programme",
                whose="person",
            ),
        },
        facts="minutes is_right",
    )

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="checks")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    is_right = models.BooleanField()
    remark = models.TextField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "person"], name="a_version_is_checked_once_by_each"
            ),
        ]
