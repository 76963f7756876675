from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from elava.foundation import clock
from elava.foundation.due import due
from elava.foundation.news import Letter, verb
from elava.notices.models import Message
from elava.people.models import ContactWay

from .actions import run_retention

MOST_QUESTIONS = 3


def ask_whether_it_is_theirs(entry):
    """Whoever is to be reached in writing is asked there, with the link that confirms or stops it.

    However many slips name it, an address is asked at most three times in a day.
    """
    writes = (ContactWay.Kind.EMAIL, ContactWay.Kind.SMS)
    way = ContactWay.objects.running().filter(pk=entry.subject_id, kind__in=writes)
    for found in way.select_related("receipt", "person"):
        if _asked_today(found) < MOST_QUESTIONS:
            to = found.receipt or found.person
            yield Letter("rights/reach", to=to, about=found, along=found)


def _asked_today(way):
    asked = Message.objects.filter(letter="rights/reach", address=way.to)
    return asked.filter(done_at__gte=clock.now() - timedelta(days=1)).count()


verb("data_request.asked", says=_("Somebody asked about their data"), fields=("kind", "channel"))
verb("data_request.done", says=_("A data request was done"), fields=("kind",))
verb("data_request.taken_back", says=_("A data request was taken back"), fields=("kind",))
verb(
    "owner.wants_to_be_told",
    says=_("Somebody asked for the answer"),
    fields=("kind",),
    tells=[ask_whether_it_is_theirs],
)
verb("person.taken_along", says=_("Somebody took their data along"))
verb("person.erased", says=_("Somebody was forgotten"))
verb("retention.run", says=_("What had been kept long enough was removed"), fields=("counts",))

due("rights.retention", run_retention)
