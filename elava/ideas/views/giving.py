"""F1: the question, may we show it?, the number."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from elava.foundation.limits import limited
from elava.foundation.once import once
from elava.ideas import actions, queries
from elava.ideas.forms import GiveForm, NumberForm, QuestionForm
from elava.ideas.forms.giving import consent_version
from elava.ideas.models import Intake
from elava.people.queries import receipt_with_number, receipt_with_secret
from elava.programmes.queries import crisis_lines
from elava.ui.sorry import sorry_page

from .keys import keep_slip

# Not "no-store": Back must find what was typed, on the page with a fault as well.
FOUND_BY_BACK = {"private": True, "no_cache": True}


@csrf_exempt  # Writes nothing: the question stands on cached pages, which carry no token.
@cache_control(**FOUND_BY_BACK)
def new(request):
    """The question, and when it is answered: may we show it?"""
    first = {"challenge": request.GET.get("challenge")}
    question = QuestionForm(request.POST or None, initial=first)
    if question.is_valid():
        form = GiveForm(initial=question.cleaned_data)
        return render(request, "ideas/show.html", {"form": form, "text": form.initial["text"]})
    return render(request, "ideas/new.html", {"form": question})


@require_POST
@limited("give")
@once(replayed=keep_slip)
def send(request):
    """The idea comes in; the giver gets a slip."""
    form = GiveForm(request.POST)
    if not form.is_valid():
        context = {"form": form, "text": request.POST.get("text", "")}
        page = render(request, "ideas/show.html", context)
        patch_cache_control(page, **FOUND_BY_BACK)
        return page
    challenge = queries.challenge_to_answer(form.cleaned_data.pop("challenge"))
    given = actions.give_idea(
        by=request.person, door=Intake.Door.WEB, language=request.language,
        consent_version=consent_version(),
        challenges=[challenge] if challenge else [], **form.cleaned_data,
    )  # fmt: skip
    return keep_slip(request, given, redirect("slip"))


@never_cache
@require_GET
@limited("secret", methods=("GET",))
def open_slip(request, secret):
    """The long link of a slip: exchanged for a cookie and a clean address."""
    receipt = receipt_with_secret(secret)
    found = queries.idea_of(receipt) if receipt else None
    if found is None:
        return sorry_page(
            request, 404, title=_("This link opens no slip"),
            message=_("It may be cut short. The number on your slip tells how your idea is doing."),
            way_out=[{"label": _("Look up your number"), "url": reverse("number")}],
        )  # fmt: skip
    return keep_slip(request, found, redirect("slip"))


@never_cache
@require_GET
@limited("number", methods=("GET",))
def number(request):
    """Where is the idea of this number? The stage and the answer, never the text."""
    form = NumberForm(request.GET if "number" in request.GET else None)
    context = {"form": form}
    if form.is_valid():
        receipt = receipt_with_number(form.cleaned_data["number"])
        found = context["idea"] = queries.idea_of(receipt) if receipt else None
        if found is None:
            form.add_error("number", _("We do not know this number. Check it: six digits."))
        else:
            hiding = None if found.closed_on else queries.hiding_in_force(found)
            context["hiding"] = hiding
            context["tag"] = queries.tag_for_giver(found, hiding)
            context["steps"] = [] if found.closed_on or hiding else queries.journey(found)
            if found.stage == found.Stage.SET_ASIDE:
                context["crisis_lines"] = crisis_lines()
    return render(request, "ideas/number.html", context)
