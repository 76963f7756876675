from django.utils.translation import gettext_lazy as _

from elava.foundation.due import due
from elava.foundation.news import Letter, verb
from elava.people.models import ContactWay

from .actions import run_retention


def tell_how_to_stop(entry):
    """Whoever is to be reached in writing hears so there, with the link that stops it."""
    writes = (ContactWay.Kind.EMAIL, ContactWay.Kind.SMS)
    way = ContactWay.objects.running().filter(pk=entry.subject_id, kind__in=writes)
    for found in way.select_related("receipt", "person"):
        yield Letter("rights/reach", to=found.receipt or found.person, about=found)


verb("data_request.asked", says=_("Somebody asked about their data"), fields=("kind", "channel"))
verb("data_request.done", says=_("A data request was done"), fields=("kind",))
verb("data_request.taken_back", says=_("A data request was taken back"), fields=("kind",))
verb(
    "owner.wants_to_be_told",
    says=_("Somebody asked for the answer"),
    fields=("kind",),
    tells=[tell_how_to_stop],
)
verb("person.taken_along", says=_("Somebody took their data along"))
verb("person.erased", says=_("Somebody was forgotten"))
verb("retention.run", says=_("What had been kept long enough was removed"), fields=("counts",))

due("rights.retention", run_retention)
