from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.programmes.rules import may_shape_programme
from elava.ui.dates import short_day
from elava.ui.panels import nav, panel

from .queries import banner_of_programme, feedback_to_answer
from .rules import may_answer_feedback


def banner(_request, _subject):
    """The programme's own picture, which leads to its aims; None where there is no picture."""
    found = banner_of_programme()
    if found is None:
        return None
    return {"picture": found.picture, "alt": found.alt, "url": reverse("about")}


def waiting_feedback(request, _subject):
    """Feedback on accessibility that waits for an answer, or None where there is none."""
    if not may_answer_feedback(request.person):
        return None
    found = list(feedback_to_answer(request.person)[:20])
    for feedback in found:
        feedback.url = reverse("answer_feedback", args=[feedback.pk])
        feedback.day = short_day(feedback.answer_by)
    return {"found": found} if found else None


nav(80, _("Programme"), "frame", who=may_shape_programme, area="desk")
nav(0, _("Home"), "home")
nav(0, _("About"), "about", area="foot")
nav(20, _("Red threads"), "threads", area="foot")
panel("desk.to_answer", 90, waiting_feedback, "public/pile_feedback.html")
panel("home", 95, banner, "public/home_banner.html")
