"""The desk's piles of ideas: five rows of each on the desk, all of them on a page of their own."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.foundation.keyset import Keyset
from elava.ui.dates import short_day

from .desk import (
    ideas_to_answer,
    ideas_to_look_at_again,
    ideas_waiting_for_a_decision,
    ideas_waiting_for_others,
    ideas_with_more_time,
)
from .shown import promised_day, tag_of

ON_THE_DESK = 5
PAGE = 50


def _look_again_on(idea):
    return idea.answer.look_again_on


def _looked_at(idea):
    return _("Look at it again: %(day)s") % {"day": short_day(_look_again_on(idea))}


@dataclass(frozen=True)
class Pile:
    """What lies in a pile, by which day, where a row leads, and what it says of its day."""

    title: str
    ideas: Callable
    url_name: str
    day: Callable = lambda idea: idea.answer_by
    said: Callable = promised_day


AGAIN = {"day": _look_again_on, "said": _looked_at}
PILES = {
    "to-answer": Pile(gettext_lazy("Ideas to answer"), ideas_to_answer, "answer_idea"),
    "later": Pile(gettext_lazy("Ideas with more time"), ideas_with_more_time, "answer_idea"),
    "to-look-at": Pile(
        gettext_lazy("Answers to look at again"), ideas_to_look_at_again, "look_again", **AGAIN
    ),
    "to-decide": Pile(
        gettext_lazy("On their way to a meeting"), ideas_waiting_for_a_decision, "idea"
    ),
    "waiting": Pile(
        gettext_lazy("Answers with a follow-up"), ideas_waiting_for_others, "look_again", **AGAIN
    ),
}


def top_of_pile(name, person):
    """The first rows of a pile, how many there are, and the nearest day; None where it is empty."""
    pile = PILES[name]
    found = list(pile.ideas(person)[: ON_THE_DESK + 1])
    if not found:
        return None
    count = pile.ideas(person).count() if len(found) > ON_THE_DESK else len(found)
    return {
        "title": pile.title,
        "rows": _rows(pile, found[:ON_THE_DESK]),
        "count": count,
        "all_url": reverse("pile", args=[name]) if count > ON_THE_DESK else "",
        "next_on": pile.day(found[0]),
    }


def page_of_pile(name, person, after=""):
    """(rows, the key of the next page or "") of a whole pile."""
    pile = PILES[name]
    page = Keyset(pile.ideas(person), size=PAGE, after=after)
    return _rows(pile, page.rows), page.next


def _rows(pile, ideas):
    return [
        {
            "title": str(idea),
            "url": reverse(pile.url_name, args=[idea.pk]),
            "day": pile.said(idea),
            "tag": tag_of(idea),
        }
        for idea in ideas
    ]
