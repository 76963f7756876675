"""One question on a page: the same frame for every small form."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

LEAVING = _("We remove your name and how to reach you from the team.")


def ask(request, form, *, title, button, back, lead="", quote="", resident=True):
    """Show a form with its one question.

    `quote` is what somebody wrote, `back` where to go instead. Residents' pages say who reads what
    is written there.
    """
    context = {"form": form, "title": title, "lead": lead, "quote": quote, "button": button,
               "back": back, "resident": resident}  # fmt: skip
    return render(request, "ideas/ask.html", context)
