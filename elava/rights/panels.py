from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.people.queries import contact_ways_of
from elava.ui.panels import nav, panel

from .actions import CONFIRM_FIRST, PROMISE
from .queries import requests_waiting, with_words
from .rules import is_signed_in, may_handle_requests

nav(90, _("My page"), "me", who=is_signed_in, area="own")
nav(80, _("Data requests"), "data_requests", who=may_handle_requests, area="desk")


def answer_yourself(request, subject):
    """On the slip: do you want the answer yourself, and where?"""
    receipt = getattr(subject, "receipt", subject)
    person = request.person
    return {
        "secret": receipt.secret,
        "reach_url": reverse("reach_slip"),
        "stop_word": _("Stop this"),
        "confirm_word": CONFIRM_FIRST,
        "ways": contact_ways_of(receipt),
        "promise": PROMISE,
        "can_take_slip": person.pk is not None and receipt.claimed_by_id is None,
    }


def data_requests(request, _subject):
    """On the desk: who asked for their data or wants to be forgotten."""
    if not may_handle_requests(request.person):
        return None
    waiting = with_words(requests_waiting(request.person)[:20])
    return {"waiting": waiting} if waiting else None


panel("slip", 40, answer_yourself, "rights/answer_yourself.html")
panel("desk.to_answer", 60, data_requests, "rights/pile.html")
