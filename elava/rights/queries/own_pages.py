from django.urls import reverse
from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.network.models import Membership
from elava.people.models import Consent, Receipt
from elava.people.queries import consents_of, contact_ways_of
from elava.rights.models import DataRequest
from elava.ui.context import LANGUAGES
from elava.ui.dates import short_day


def own_page(person):
    """What stands on a person's own page."""
    return {
        "rows": _settings(person),
        "roles": roles_shown(person),
        "ways": _ways(person),
        "consents": _consents(person),
        "slips": _slips(person),
        "waiting": _waiting(person),
    }


def has_seat(person):
    """True while the person sits in a body, so that somebody must follow them first."""
    running = Membership.objects.on(clock.today()).filter(person=person)
    return running.exclude(body=None).exists()


def roles_shown(person):
    """The person's roles with their dates, the running ones first."""
    held = Membership.objects.filter(person=person)
    held = held.select_related("organisation", "group", "body")
    return [
        {
            "place": str(membership.place),
            "role": membership.get_role_display(),
            "dates": dates_shown(membership.since, membership.until),
        }
        for membership in held.order_by("-since", "-pk")
    ]


def dates_shown(since, until):
    """A stretch of time: from a day on, or from a day to a day."""
    if until is None:
        return _("since %(day)s") % {"day": short_day(since)}
    return _("%(first)s to %(last)s") % {"first": short_day(since), "last": short_day(until)}


def _settings(person):
    url = reverse("change_me")
    name = LANGUAGES.get(person.language, (_("the language of the page"),))[0]
    return [
        {"label": _("Name"), "value": person.called, "url": url},
        {"label": _("Language"), "value": name, "url": url},
        {"label": _("Who sees your name"), "value": person.get_visibility_display(), "url": url},
    ]


def _ways(person):
    ways = contact_ways_of(person)
    for way in ways:
        way.stop_url = reverse("stop_way", args=[way.pk])
    return ways


def _consents(person):
    consents = consents_of(person)
    for consent in consents:
        consent.day_shown = short_day(consent.created_on)
        if consent.said == Consent.Said.GIVEN:
            consent.take_back_url = reverse("take_back_consent", args=[consent.purpose])
    return consents


def _slips(person):
    mine = Receipt.objects.filter(claimed_by=person).order_by("-created_on", "pk")
    return [
        {"label": slip.number_shown, "url": f"{reverse('number')}?number={slip.number}"}
        for slip in mine
    ]


def _waiting(person):
    erase = DataRequest.objects.waiting().filter(person=person, kind=DataRequest.Kind.ERASE).first()
    return {"day": erase.due_on} if erase else None
