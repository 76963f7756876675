"""The slip: what its holder sees, prints, adds, changes and takes back."""

from functools import wraps
from io import BytesIO

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from elava.foundation.addresses import address, address_of_page
from elava.foundation.errors import NotNow
from elava.foundation.limits import limited
from elava.foundation.once import once
from elava.foundation.uploads import opens_photos
from elava.ideas import actions, queries
from elava.ideas.forms import (
    AppealForm,
    ChangeForm,
    InForm,
    MoreForm,
    PhotoForm,
    TeamForm,
    WithdrawForm,
)
from elava.ideas.models import Idea
from elava.people.actions import attach_photo
from elava.programmes.queries import crisis_lines

from .asking import LEAVING, ONLY_COORDINATORS, READERS_OF_TEAM, ask
from .keys import forget, slip_of


def with_slip(view):
    """Give the view the idea and its giver, or ask for the number."""

    @wraps(view)
    def shown(request):
        idea, giver = slip_of(request)
        if idea is None:
            if request.method == "POST":
                # Not a redirect, which would swallow what was written.
                raise NotNow(
                    _("Your slip was closed after some hours. Open it again with its link, or "
                      "call us, and paste your text there."),
                    [(_("Look up your number"), reverse("number"))],
                )  # fmt: skip
            return redirect("number")
        return view(request, idea, giver)

    return never_cache(shown)


@require_GET
@with_slip
def slip(request, idea, giver):
    """The slip of what this browser has just given or opened."""
    cluster, others = queries.cluster_of(idea, request.person)
    hiding = None if idea.closed_on else queries.hiding_in_force(idea)
    context = {
        "idea": idea,
        "giver": giver,
        "receipt": idea.receipt,
        "link": address(queries.SlipLink(idea.receipt), request.language),
        "tag": queries.tag_for_giver(idea, hiding),
        "is_new": idea.stage == Idea.Stage.HELD and not idea.is_hidden,
        "steps": [] if idea.closed_on or hiding else queries.journey(idea),
        "hiding": hiding,
        "can_be_opened": queries.can_be_opened(idea, request.person),
        "cluster": cluster,
        "similar": _hint(request, idea, others),
        "has_team": queries.team_waits_for_giver(idea),
        "is_in_team": queries.place_in_team(idea, giver).exists(),
        "crisis_lines": crisis_lines(),
    }
    return render(request, "ideas/slip.html", context)


def _hint(request, idea, others):
    """Until the desk has read the idea, its giver sees what may say the same."""
    if idea.stage != Idea.Stage.HELD or idea.is_hidden:
        return []
    return queries.dressed(queries.similar_ideas(idea, request.person, but=others))


def _ask(request, form, title, button, **words):
    return ask(request, form, title=title, button=button, back=reverse("slip"), **words)


@limited("give")
@once
@with_slip
def more(request, idea, giver):
    """Optional, after sending: what it is about, where, for whom."""
    first = {
        "title": idea.title, "kind": idea.kind, "area": idea.area,
        "life_stages": [stage.pk for stage in idea.life_stages.all()],
        "wants_to_help": idea.wants_to_help,
    }  # fmt: skip
    form = MoreForm(request.POST or None, initial=first)
    if form.is_valid():
        facts = form.cleaned_data
        facts["title"] = facts["title"] or idea.title
        actions.sort_idea(idea, by=giver, **facts)
        return redirect("slip")
    return _ask(
        request,
        form,
        _("Tell more about your idea"),
        _("Save"),
        lead=_("Nothing here must be answered."),
    )


@limited("give")
@once
@with_slip
def change(request, idea, giver):
    """The giver changes the words, or who may read them."""
    first = {name: getattr(idea, name) for name in ("text", "visibility", "first_name", "version")}
    form = ChangeForm(request.POST or None, initial=first)
    if form.is_valid():
        actions.edit_idea(idea, by=giver, **form.cleaned_data)
        return redirect("slip")
    return _ask(request, form, _("Change your idea"), _("Save"))


@limited("photo")
@opens_photos("photo")
@once
@with_slip
def photo(request, idea, giver):
    """A picture that shows what the idea means; the desk looks at it before it shows."""
    form = PhotoForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        said = form.cleaned_data
        attach_photo(idea, said["photo"], by=giver, purpose="idea", alt=said["alt"])
        return redirect("slip")
    lead = _("We look at the picture before it shows.")
    readers = _("The coordinators see your picture first. Then those see it who may read the idea.")
    return _ask(
        request, form, _("Add a picture"), _("Send the picture"), lead=lead, readers=readers
    )


@limited("give")
@once
@with_slip
def withdraw(request, idea, giver):
    """The giver takes the idea back."""
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        actions.withdraw_idea(idea, by=giver, **form.cleaned_data)
        return redirect("slip")
    return _ask(
        request,
        form,
        _("Take your idea back"),
        _("Take the idea back"),
        lead=_("Nobody sees it any more. Your number stays."),
        readers=ONLY_COORDINATORS,
    )


@limited("give")
@once
@with_slip
def appeal(request, idea, giver):
    """The giver of a hidden idea disagrees."""
    hiding = queries.hiding_in_force(idea)
    if hiding is None:
        return redirect("slip")
    form = AppealForm(request.POST or None)
    if form.is_valid():
        actions.appeal_hiding(hiding, by=giver, **form.cleaned_data)
        return redirect("slip")
    return _ask(request, form, _("Ask us to look again"), _("Send"), readers=ONLY_COORDINATORS)


@limited("give")
@once
@with_slip
def leave(request, idea, giver):
    """The giver takes the idea out of its cluster."""
    if request.method == "POST":
        actions.leave_cluster(idea, by=giver)
        return redirect("slip")
    lead = _("Your idea then stands alone, with its own words and its own answer.")
    return _ask(
        request, InForm(), _("Take your idea out of the cluster"), _("Take it out"), lead=lead,
        readers="",
    )  # fmt: skip


@limited("give")
@once
@with_slip
def join_own(request, idea, giver):
    """The giver accepts the invitation of the team."""
    form = TeamForm(request.POST or None)
    if form.is_valid():
        actions.join_team(idea, by=giver, **form.cleaned_data)
        return redirect("slip")
    return _ask(
        request,
        form,
        _("Join the team around your idea"),
        _("Join the team"),
        lead=_("Others want to carry your idea on. You are invited."),
        readers=READERS_OF_TEAM,
    )


@limited("give")
@once
@with_slip
def leave_own(request, idea, giver):
    """The giver leaves the team around their own idea."""
    if request.method == "POST":
        actions.leave_team(idea, by=giver)
        return redirect("slip")
    return _ask(
        request, InForm(), _("Leave the team"), _("Leave the team"), lead=LEAVING, readers=""
    )


@require_GET
@with_slip
def print_slip(request, idea, giver):
    """The slip on paper, in the size of a postcard."""
    ask_at = address_of_page(request.programme, "number", request.language)
    context = {"idea": idea, "receipt": idea.receipt, "ask_at": ask_at}
    return render(request, "ideas/print.html", context)


@require_GET
@with_slip
def qr(request, idea, giver):
    """The long link as a QR code; a file of its own, since pages hold no inline pictures."""
    import segno

    drawn = BytesIO()
    code = segno.make(
        address(queries.SlipLink(idea.receipt), request.language), error="m", micro=False
    )
    code.save(drawn, kind="svg", omitsize=True, border=4, dark="#000", light="#fff")
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


@require_POST
@never_cache
def end(request):
    """End and clear: this device forgets the slip, the token and any draft."""
    request.session.flush()
    return forget(redirect("ended"))


@require_GET
@never_cache
def ended(request):
    """Nothing of yours is left on this device."""
    return render(request, "ideas/ended.html")
