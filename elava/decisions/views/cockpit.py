from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from elava.decisions import actions
from elava.decisions.actions.deciding import BeyondTheMandate, Count
from elava.decisions.actions.ways_out import see
from elava.decisions.forms import FORM_OF, InterestForm, PostponeForm
from elava.decisions.models import Decision, Item
from elava.decisions.queries.agenda import item_on_the_table, unsettled
from elava.decisions.queries.desk import answers_leave
from elava.decisions.queries.joining import ideas_to_join
from elava.decisions.queries.read_back import heard_in
from elava.decisions.queries.room import room_of
from elava.decisions.queries.shown import (
    agenda_of,
    decisions_to_read_back,
    interests_of,
    mandate_of,
    name_of,
    room_in_words,
)
from elava.foundation.errors import NotNow
from elava.foundation.once import once
from elava.ideas.models import Idea
from elava.network.models import Membership, Organisation
from elava.network.queries import organisations_near
from elava.ui.dates import moment
from elava.ui.forms import ManyCardsField

from .preparing import picked, run_by


def _of(request, pk, item_pk):
    meeting = run_by(request, pk)
    item = get_object_or_404(
        Item.objects.select_related("carried_from"), meeting=meeting, pk=item_pk
    )
    item.meeting = meeting
    return meeting, item


@once
def item(request, pk, item_pk):
    """One item: read aloud, interests, the live quorum, five outcomes, one follow-up."""
    meeting, found = _of(request, pk, item_pk)
    room = room_of(meeting, found)
    outcome = _outcome(request, found)
    form = _form(request, meeting, found, room, outcome) if outcome else None
    if form is not None and form.is_valid() and _decided(request, found, form, outcome):
        following = unsettled(meeting).first()
        return redirect(_page_after(meeting, following))
    context = _cockpit(meeting, found, room, outcome, form) | {
        "word": _word(request),
        "here": f"{found.get_absolute_url()}#decide",
        "kept": form.what_another_asks(request.POST) if form else [],
    }
    return render(request, "decisions/item.html", context)


def _page_after(meeting, following):
    if following is None:
        return reverse("read_back", args=[meeting.pk])
    return item_on_the_table(meeting) or following


def _outcome(request, found):
    """The chosen outcome, if it is one that this kind of item can have."""
    is_free = not found.parts.exists()
    said = request.POST or request.GET
    chosen = said.get("switch") or said.get("outcome") or ""
    return chosen if chosen in FORM_OF and (chosen in Decision.FREE) == is_free else ""


def _form(request, meeting, found, room, outcome):
    kind = FORM_OF[outcome]
    seats = [(vote.seat, name_of(room.names[vote.member.key])) for vote in room.votes]
    offers = {"seats": seats}
    if outcome in Decision.STARTS:
        offers["organisations"] = organisations_near(meeting.body, localdate(meeting.starts_at))
        offers["above"] = meeting.body.proposes_to
    if outcome == Decision.Outcome.JOIN:
        word = _word(request)
        near, others = ideas_to_join(found, request.person, word)
        if word and not (near or others):
            offers["found_nothing"] = True
            near, others = ideas_to_join(found, request.person)
        offers["ideas"] = [
            (label, [(str(idea.pk), idea.title) for idea in ideas])
            for label, ideas in ((_("Perhaps the same"), near), (_("Other ideas"), others))
            if ideas
        ]
    if outcome == Decision.Outcome.ELSEWHERE:
        offers["receivers"] = Organisation.objects.public().order_by("name", "pk")
    if "switch" in request.POST:
        return kind(initial=_typed(request.POST, kind), **offers)
    return kind(request.POST or None, **offers)


def _typed(said, kind):
    """What was typed so far, for the form of another outcome."""
    return {
        name: said.getlist(name) if isinstance(kind.base_fields.get(name), ManyCardsField)
        else said[name] for name in said
    }  # fmt: skip


def _word(request):
    """The word by which an idea to join with is looked for."""
    return (request.POST or request.GET).get("q", "").strip()[:60]


def _decided(request, found, form, outcome):
    """Whether it was decided; a refusal that can be mended stands above the form."""
    said = form.cleaned_data
    facts = {
        "outcome": Decision.Outcome(outcome),
        "reason": {request.language: said["reason"]},
        "method": Decision.Method(said["method"]),
        "votes": form.cast(),
        "count": Count(
            said["votes_for"] or 0, said["votes_against"] or 0, said["votes_abstaining"] or 0
        ),
    }
    try:
        actions.decide(
            found, by=request.person, **facts, **_follow_up(request.person, said, outcome)
        )
    except BeyondTheMandate as question:
        form.ask_to_propose(str(question))
        return False
    except NotNow as refusal:
        if refusal.way_out:
            raise
        form.add_error(None, str(refusal))
        return False
    return True


def _follow_up(person, said, outcome):
    if outcome == Decision.Outcome.ELSEWHERE:
        names = ("receiver_name", "receiver_email", "asks", "why", "due_on")
        house = Organisation.objects.public().filter(pk=said["receiver"] or None).first()
        return {"receiver": {**{name: said[name] for name in names}, "receiver": house}}
    facts = {name: said[name] for name in ("condition", "due_on", "propose") if said.get(name)}
    if "euros" in said:
        facts["cents"] = said["euros"] or 0
        facts["carriers"] = list(Organisation.objects.public().filter(pk__in=said["carriers"]))
    if said.get("follow_up_words"):
        facts["follow_up"] = said["follow_up_words"]
    if said.get("joined_to"):
        facts["joined_to"] = Idea.objects.seen_by(person).get(pk=said["joined_to"])
    return facts


def _cockpit(meeting, found, room, outcome, form):
    items = agenda_of(meeting)
    here = next(one for one in items if one.pk == found.pk)
    at = items.index(here)
    people = [(str(m.key), name_of(room.names[m.key])) for m in room.members if m.is_present]
    is_open = meeting.is_open and not here.is_settled
    return {
        "may_undo": any(one.is_settled for one in items),
        "meeting": meeting, "item": here, "form": form, "outcome": outcome,
        "of": len(items), "is_open": is_open, "leaves": answers_leave(meeting),
        "is_on_the_table": item_on_the_table(meeting) == found,
        "since": moment(found.taken_up_at) if found.taken_up_at else "",
        "interests": interests_of(found, room), "interest_form": InterestForm(people=people),
        "room": room_in_words(room), "mandate": mandate_of(meeting.body),
        "free": [(o.value, o.label) for o in Decision.FREE] if not here.ideas else [],
        "postpone_form": PostponeForm() if is_open and not found.next_time_count else None,
        "previous": items[at - 1] if at else None,
        "following": items[at + 1] if at + 1 < len(items) else None,
    }  # fmt: skip


@require_POST
@once
def take_up(request, pk, item_pk):
    """This item lies on the table now."""
    _meeting, found = _of(request, pk, item_pk)
    actions.take_up(found, by=request.person)
    return redirect(found)


@require_POST
@once
def interests(request, pk, item_pk):
    """A member says whether they leave this item."""
    meeting, found = _of(request, pk, item_pk)
    leaves = "leaves" in request.POST
    asked = request.POST.get("leaves" if leaves else "stays", "")
    seat = picked(
        Membership.objects.filter(body=meeting.body), asked or request.POST.get("membership", "")
    )
    words = "" if asked else request.POST.get("words", "")[:300]
    actions.declare_interest(found, by=request.person, membership=seat, leaves=leaves, words=words)
    return redirect(found)


@require_POST
@once
def postpone(request, pk, item_pk):
    """Next time, once."""
    meeting, found = _of(request, pk, item_pk)
    form = PostponeForm(request.POST)
    if not form.is_valid():
        raise NotNow(_("Say what is missing, so that it can be decided next time."), see(found))
    actions.postpone(found, by=request.person, **form.cleaned_data)
    return redirect(_page_after(meeting, unsettled(meeting).first()))


@require_POST
@once
def undo(request, pk):
    """The last act of the meeting is taken back."""
    meeting = run_by(request, pk)
    return redirect(actions.undo_last(meeting, by=request.person))


@once
def read_back(request, pk):
    """Everything read aloud once more; then the minutes are drafted, and later answers leave."""
    meeting = run_by(request, pk)
    if request.method == "POST":
        actions.close_meeting(meeting, by=request.person)
        return redirect("minutes", meeting.pk)
    items = decisions_to_read_back(agenda_of(meeting), request.person)
    for item, heard in zip(items, heard_in(meeting), strict=True):
        item.heard = heard
    context = {
        "meeting": meeting, "items": items, "left": list(unsettled(meeting)),
        "may_undo": any(one.is_settled for one in items),
    }  # fmt: skip
    return render(request, "decisions/read_back.html", context)


@require_POST
@once
def reopen(request, pk):
    """The closing is taken back: nobody outside has heard of it yet."""
    meeting = run_by(request, pk)
    actions.reopen_meeting(meeting, by=request.person)
    return redirect("read_back", meeting.pk)
