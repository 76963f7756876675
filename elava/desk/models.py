from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from elava.foundation import clock
from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy, personal
from elava.people.models import Person
from elava.programmes.models import DeskQuerySet, InProgramme, scoped


class AbsenceQuerySet(DeskQuerySet):
    """Absences by date."""

    def running(self):
        """Those of today; the last day counts."""
        return self.on(clock.today())

    def on(self, day):
        """Those that hold on a day."""
        return self.filter(since__lte=day, until__gte=day, ended_on=None)

    def coming(self):
        """Those that run or lie ahead."""
        return self.filter(until__gte=clock.today(), ended_on=None)


class Absence(InProgramme, TimeOrdered):
    """A coordinator is away, and somebody looks after the desk: dated, and visible to all there."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    deputy = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    since = models.DateField()
    until = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = scoped(AbsenceQuerySet)

    privacy = Privacy(
        personal={
            "person": personal(
                _("when you were away from the desk"),
                purpose="roles",
                basis="interest",
                keep="year",
                erase="delete",
            ),
            "deputy": personal(
                _("when you looked after the desk for somebody"),
                purpose="roles",
                basis="interest",
                keep="year",
                erase="delete",
            ),
        },
        facts="since until ended_on",
        counts_from="until",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="an_absence_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(person=F("deputy")), name="nobody_is_their_own_deputy"
            ),
        ]
