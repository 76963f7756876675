from datetime import timedelta

from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow

from .models import Absence
from .queries import possible_deputies
from .rules import may_be_away, may_end_absence

LONGEST_ABSENCE = timedelta(days=92)


@action
def start_absence(person, *, by, deputy, since, until):
    """A coordinator is away from a day to a day; the deputy looks after the desk."""
    require(may_be_away, by, person)
    if until < clock.today() or until < since:
        raise NotNow(_("Choose a last day that lies ahead, after the first one."))
    if until - since > LONGEST_ABSENCE:
        raise NotNow(_("A deputy looks after the desk for three months at most."))
    if not possible_deputies(person).filter(pk=deputy.pk).exists():
        raise NotNow(_("Choose somebody of the coordination or of the support group."))
    absence = Absence.objects.create(person=person, deputy=deputy, since=since, until=until)
    record("absence.started", absence, by=by, for_person=person)
    return absence


@action
def end_absence(absence, *, by):
    """The coordinator is back; the deputy's rights end at the next request."""
    absence = Absence.objects.locked(absence)
    require(may_end_absence, by, absence)
    if absence.ended_on:
        raise NotNow(_("This absence has already ended."))
    absence.ended_on = clock.today()
    absence.save(update_fields=["ended_on"])
    record("absence.ended", absence, by=by, for_person=absence.person)
    return absence
