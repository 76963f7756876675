"""One question on a page: the same frame for every small form."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

LEAVING = _("We remove your name and how to reach you from the team.")
ONLY_COORDINATORS = _("Only the coordinators read what you write here.")
READERS_OF_TEAM = _(
    "Only the coordinators read your name and your contact. "
    "Everybody sees how many are in the team."
)


def ask(request, form, *, title, button, back, lead="", quote="", readers=None):
    """Show a form with its one question.

    `quote` is what somebody wrote, `back` where to go instead, `readers` who reads what is written
    there; without it the page speaks of the idea itself, and "" leaves the words out.
    """
    context = {"form": form, "title": title, "lead": lead, "quote": quote, "button": button,
               "back": back, "readers": readers}  # fmt: skip
    return render(request, "ideas/ask.html", context)
