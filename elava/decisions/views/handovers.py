from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from elava.decisions import actions
from elava.decisions.forms import AnswerHandOverForm, HandOverForm, ReasonForm
from elava.decisions.models import Decision, HandOver
from elava.decisions.queries.handovers import (
    ReceiversLink,
    figures,
    handover_with_secret,
    handovers_seen_by,
    stage_shown,
)
from elava.decisions.rules import Shown, may_answer_for_receiver, may_hand_over
from elava.foundation.access import require
from elava.foundation.addresses import address
from elava.foundation.ids import read_id
from elava.foundation.limits import limited
from elava.foundation.once import once
from elava.foundation.public_pages import public_page
from elava.ideas.models import Idea
from elava.network.models import Organisation
from elava.ui.dates import day, until
from elava.ui.sorry import sorry_page

DAYS = 180
STAGE = HandOver.Stage


@public_page
def handovers(request):
    """What was taken elsewhere: who was asked, by when, and what they answered."""
    rows = handovers_seen_by(request.person)[:100]
    context = {"rows": stage_shown(rows), "figures": figures()}
    return render(request, "decisions/handovers.html", context)


def _cookie(handover):
    return f"handover_{handover.pk.hex[:12]}"


@never_cache
@require_GET
@limited("secret", methods=("GET",))
def open_link(request, secret):
    """The receiver's link: exchanged for a cookie and a clean address. It writes nothing."""
    found = handover_with_secret(secret)
    if found is None:
        return sorry_page(
            request, 404, title=_("This link opens no hand-over"),
            message=_("It may be cut short, or a newer link was sent. Ask whoever sent it to you."),
            way_out=[{"label": _("See all hand-overs"), "url": reverse("handovers")}],
        )  # fmt: skip
    answer = redirect(found)
    answer.set_signed_cookie(
        _cookie(found), str(found.edition), salt=str(found.pk), max_age=DAYS * 86400,
        httponly=True, samesite="Lax", secure=request.is_secure(),
    )  # fmt: skip
    return answer


def _edition(request, found):
    """The edition of the link that this browser opened, or None."""
    kept = request.get_signed_cookie(_cookie(found), default=None, salt=str(found.pk))
    return int(kept) if kept and kept.isdecimal() else None


def _seen(request, pk):
    """The hand-over, for its receiver, for those with a role, and where its story is public."""
    found = get_object_or_404(HandOver.objects.select_related("receiver", "idea", "thread"), pk=pk)
    is_receiver = _edition(request, found) == found.edition
    is_seen = HandOver.objects.seen_by(request.person).filter(pk=found.pk).exists()
    if not (is_receiver or is_seen):
        raise Http404
    return found, is_receiver


@never_cache
@require_GET
def handover(request, pk):
    """One page: what, why, by when, who asks; and the receiver's answer."""
    found, is_receiver = _seen(request, pk)
    return render(request, "decisions/handover.html", _page(request, found, is_receiver))


def _page(request, found, is_receiver, form=None):
    keeps = may_hand_over.test(request.person, None)
    is_waiting = found.stage in (STAGE.ASKED, STAGE.SILENT, STAGE.TAKEN)
    shown = Shown(found, _edition(request, found))
    may_answer = is_waiting and may_answer_for_receiver.test(request.person, shown)
    return {
        "handover": stage_shown([found])[0],
        "idea": Idea.objects.public().filter(pk=found.idea_id).first(),
        "told_giver": "" if found.why else _told_giver(found),
        "due": day(found.due_on),
        "due_in": until(found.due_on) if is_waiting else "",
        "form": form,
        "answer_form": form or (_answer_form(None, found) if may_answer else None),
        "is_receiver": is_receiver,
        "thanks": _thanks(found) if is_receiver else "",
        "keeps": keeps and is_waiting,
        "link": address(ReceiversLink(found), found.language) if keeps and is_waiting else "",
        "reason_form": ReasonForm() if keeps and is_waiting else None,
        "told": [(day(on), said, words) for on, said, words in _told(found) if on],
    }


def _told_giver(found):
    """The reason of the decision that led here, where everybody may read it."""
    made = Decision.objects.public().filter(pk=found.decision_id).first()
    return made.reason if made else ""


def _thanks(found):
    """What the receiver reads after their answer: that it arrived, and what happens next."""
    return {
        STAGE.TAKEN: _("Thank you. The giver of the idea hears that you have taken this on. "
                       "When it is done, tell it here by the same link."),
        STAGE.REFUSED: _("Thank you. The giver of the idea reads your reason, and we ask where "
                         "else the matter could go. You need do nothing more."),
        STAGE.DONE: _("Thank you. The giver of the idea hears that it is done, and everybody can "
                      "read it here. You need do nothing more."),
    }.get(found.stage, "")  # fmt: skip


def _told(found):
    return (
        (found.asked_on, _("Asked"), found.asks),
        (found.taken_on, _("Taken on"), ""),
        (found.refused_on, _("Not taken on"), found.refused_because),
        (found.done_on, _("Done"), found.done_words),
        (found.taken_back_on, _("Taken back"), ""),
    )


def _answer_form(data, found):
    choices = [] if found.taken_on else [
        (STAGE.TAKEN.value, _("We take this on")),
        (STAGE.REFUSED.value, _("We do not take this on, because …")),
    ]  # fmt: skip
    return AnswerHandOverForm(data, choices=[*choices, (STAGE.DONE.value, _("It is done"))])


@require_POST
@limited("give")
@once
def answer(request, pk):
    """Taken, not taken because …, or done."""
    found, is_receiver = _seen(request, pk)
    form = _answer_form(request.POST, found)
    if form.is_valid():
        actions.answer_hand_over(
            found, by=request.person, edition=_edition(request, found), **form.cleaned_data
        )
        return redirect(found)
    return render(request, "decisions/handover.html", _page(request, found, is_receiver, form))


@once
def new(request):
    """A matter is taken elsewhere between meetings."""
    require(may_hand_over, request.person, None)
    idea = _idea(request)
    form = HandOverForm(
        request.POST or None, receivers=Organisation.objects.public().order_by("name", "pk"),
        initial=_first(idea) if idea else None,
    )  # fmt: skip
    if form.is_valid():
        said = form.cleaned_data
        house = said.pop("receiver")
        house = Organisation.objects.public().filter(pk=house).first() if house else None
        given = actions.hand_over(
            by=request.person, idea=idea, receiver=house, language=request.language,
            **said,
        )  # fmt: skip
        return redirect(given)
    context = {"form": form, "idea": idea}
    return render(request, "decisions/new_handover.html", context)


def _first(idea):
    """What the idea and its answer already say."""
    answer = idea.answer
    if answer is None:
        return {"title": idea.title}
    return {"title": idea.title, "why": str(answer.reason), "receiver_name": answer.receiver}


def _idea(request):
    ideas = Idea.objects.seen_by(request.person).select_related("answer")
    return ideas.filter(pk=read_id(request.GET.get("idea"))).first()


@require_POST
@once
def renew(request, pk):
    """A new link; the earlier ones are void."""
    found, _is_receiver = _seen(request, pk)
    actions.renew_link(found, by=request.person)
    return redirect(found)


@require_POST
@once
def take_back(request, pk):
    """We do not ask any more."""
    found, is_receiver = _seen(request, pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        actions.take_back_hand_over(found, by=request.person, **form.cleaned_data)
        return redirect(found)
    return render(request, "decisions/handover.html", _page(request, found, is_receiver, form))
