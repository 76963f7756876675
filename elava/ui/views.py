"""The gallery: every component in all its states, for eyes and for contrast tests."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from elava.ui.examples import QuestionForm, everything
from elava.ui.sorry import sorry_page

PARTS = {
    "all": "gallery",
    "hero": "hero",
    "sheets": "sheets",
    "projector": "projector",
    "question": "question",
}


def gallery(request, part="all"):
    """Show the components, in the demo and to developers only."""
    if not (settings.DEBUG or getattr(settings, "ELAVA_DEMO", False)):
        raise Http404
    if part == "sorry":
        return sorry_page(request, 404)
    if part not in PARTS:
        raise Http404
    context = everything()
    if part == "question":
        context["form"] = QuestionForm(request.GET if "words" in request.GET else None)
    return render(request, f"ui/gallery/{PARTS[part]}.html", context)
