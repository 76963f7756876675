"""Ten paper cards typed in at once, and their slips."""

from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.desk import actions
from elava.desk.forms import CardGrid
from elava.foundation.access import require
from elava.foundation.addresses import address, address_of_page
from elava.foundation.once import once
from elava.ideas.forms.giving import consent_version
from elava.ideas.queries import SlipLink, ideas_just_entered
from elava.ideas.rules import may_record_for_others
from elava.ui.dates import day

TYPED_IN = "cards"


@once
def cards(request):
    """Up to ten cards in a grid; rows left empty are no cards."""
    require(may_record_for_others, request.person)
    codes = [row["code"] for row in request.programme.languages]
    grid = CardGrid(
        request.POST or None, person=request.person, languages=codes, language=request.language
    )
    if grid.is_valid():
        shared = grid.shared.cleaned_data
        with translation.override(shared["language"]):
            version = consent_version()
        given = actions.type_in_cards(
            grid.cards, by=request.person, page_key=request.POST["once_key"],
            consent_version=version, **shared,
        )  # fmt: skip
        request.session[TYPED_IN] = [str(idea.pk) for idea in given]
        return redirect("card_slips")
    return render(request, "desk/cards.html", {"form": grid})


@never_cache
@require_GET
def slips(request):
    """The slips of the cards just typed in: to print, cut and hand out."""
    require(may_record_for_others, request.person)
    ideas = ideas_just_entered(request.session.get(TYPED_IN, []))
    if not ideas:
        return redirect("cards")
    rows = [_slip_of(idea, request.programme) for idea in ideas]
    return render(request, "desk/card_slips.html", {"slips": rows, "count": len(rows)})


def _slip_of(idea, programme):
    """What stands on a slip: it speaks its giver's language, whoever prints it."""
    language = idea.intake.language
    with translation.override(language):
        promise = _("We answer by %(day)s.") % {"day": day(idea.answer_by)}
        return {
            "lang": idea.lang,
            "programme": str(programme.name),
            "label": _("The number of your idea"),
            "number": idea.receipt.number_shown,
            "promise": promise if idea.is_waiting else "",
            "words": str(idea),
            "ask_at": address_of_page(programme, "number", language),
            "link": address(SlipLink(idea.receipt), language),
            "code_word": _("The code opens your slip."),
        }
