"""Where a refusal leads: back to what it is about."""

from django.utils.translation import gettext as _

from elava.decisions.models import HandOver, Item, Meeting, Minutes


def see(row):
    """The one way on from a page that says "not now"."""
    words = {
        Meeting: _("See the meeting"),
        Item: _("See the item"),
        Minutes: _("See the minutes"),
        HandOver: _("See where the matter is"),
    }
    return [(words[type(row)], row.get_absolute_url())]
