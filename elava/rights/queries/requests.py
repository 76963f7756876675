from django.db.models import Q
from django.urls import reverse

from elava.foundation.digits import as_typed, is_sound
from elava.people.models import ContactWay, Person, Receipt
from elava.rights.models import DataRequest
from elava.ui.dates import short_day

MOST_FOUND = 20


def requests_waiting(person):
    """Requests that nobody has answered yet and this person may see, the nearest date first."""
    waiting = DataRequest.objects.seen_by(person).waiting().select_related("person", "receipt")
    return waiting.order_by("due_on", "pk")


def requests_done(person):
    """Requests that have been answered, the newest first."""
    done = DataRequest.objects.seen_by(person).exclude(done_on=None)
    return done.select_related("person", "receipt").order_by("-done_on", "-pk")


def with_words(requests):
    """Requests as a list, each with what its row shows."""
    requests = list(requests)
    for asked in requests:
        asked.due_shown = short_day(asked.due_on)
        asked.done_shown = short_day(asked.done_on) if asked.done_on else ""
    return requests


def people_found(typed, asker):
    """Whom somebody may mean by a name, an address or the number of a slip, as links."""
    persons, slips = _alike(typed.strip(), asker)
    ways = ContactWay.objects.running().filter(person__in=persons).order_by("-created_on", "-pk")
    reached = {way.person_id: way.to_shown for way in ways}
    found = [_link("person", one.pk, str(one), reached.get(one.pk, "")) for one in persons]
    return found + [_link("slip", slip.pk, slip.number_shown) for slip in slips]


def _link(what, pk, label, note=""):
    return {"label": label, "note": note, "url": reverse("new_data_request", args=[what, pk])}


def _alike(typed, asker):
    number = as_typed(typed)
    if is_sound(number):
        slips = list(Receipt.objects.filter(number=number).select_related("claimed_by"))
        holders = [slip.claimed_by for slip in slips if slip.claimed_by]
        return holders, [slip for slip in slips if slip.claimed_by is None]
    reached = ContactWay.objects.running().filter(to__iexact=typed).values("person")
    known = Q(called__icontains=typed) | Q(account__email__iexact=typed) | Q(pk__in=reached)
    persons = Person.objects.seen_by(asker).filter(known).exclude(called="")
    return list(persons.order_by("called", "pk")[:MOST_FOUND]), []
