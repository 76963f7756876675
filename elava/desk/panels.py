from django.utils.translation import gettext_lazy as _

from elava.ui.panels import nav, panel

from .queries import away_until
from .rules import may_see_desk

nav(10, _("Desk"), "desk", who=may_see_desk, area="desk")


def away(_request, idea):
    """That an answer may take longer, where somebody waits for one; nobody is named."""
    until = away_until() if idea.is_waiting else None
    return {"until": until} if until else None


def door_of_the_cards(_request, _subject):
    """From the form for one to the grid for ten."""
    return {}


panel("entry.page", 10, door_of_the_cards, "desk/cards_door.html")
panel("idea.waiting", 10, away, "desk/away.html")
