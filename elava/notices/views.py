from django.contrib import messages as flash
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from elava.foundation.access import require
from elava.foundation.once import once

from . import actions, queries
from .models import Message
from .previews import preview_of
from .rules import may_handle_messages, may_see_messages

State = Message.State
TABS = (State.BY_HAND, State.DEAD, State.QUEUED, State.SENT, State.CANCELLED)

EMPTY = {
    State.BY_HAND: gettext_lazy("Nothing waits for a person."),
    State.DEAD: gettext_lazy("Every message has arrived."),
    State.QUEUED: gettext_lazy("Nothing waits to be sent."),
    State.SENT: gettext_lazy("Nothing has been sent yet."),
    State.CANCELLED: gettext_lazy("No message was stopped."),
}


@never_cache
@require_GET
def messages(request):
    """What goes out, went out, waits for a person, or did not arrive."""
    require(may_see_messages, request.person)
    asked = request.GET.get("state")
    state = State(asked) if asked in State.values else State.BY_HAND
    page = queries.messages_in(state, request.person, request.GET.get("after", ""))
    context = {
        "found": page.rows,
        "empty_words": EMPTY[state],
        "tabs": _tabs(state, queries.how_many_messages(request.person)),
        "next": f"?state={state}&after={page.next}" if page.next else "",
    }
    return render(request, "notices/messages.html", context)


def _tabs(current, counts):
    return [
        {
            "label": state.label,
            "url": f"?state={state}",
            "current": state == current,
            "count": counts.get(state, 0),
        }
        for state in TABS
    ]


@never_cache
@require_GET
def message(request, pk):
    """One message: its text, where it is, and what can be done with it."""
    require(may_see_messages, request.person)
    found = get_object_or_404(Message.objects.seen_by(request.person), pk=pk)
    queries.with_names([found])
    text = preview_of(found)
    context = {
        "message": found,
        "text": text,
        "facts": _facts(found),
        "can_stop": found.state in Message.OPEN,
        "can_deliver": found.state == State.BY_HAND,
        "can_go_again": found.state in (State.DEAD, State.CANCELLED),
        "list_url": f"{reverse('messages')}?state={found.state}",
    }
    return render(request, "notices/message.html", context)


def _facts(found):
    rows = [
        (_("State"), found.get_state_display()),
        (_("Recipient"), found.to_shown),
        (_("Contact way"), " ".join(filter(None, (found.way_shown, found.address)))),
        (_("When"), found.when_shown),
        (_("What it is about"), found.about_shown),
        (_("Attempts"), found.attempts or ""),
        (_("Reason"), found.get_why_display()),
        (_("In the machine's words"), found.fault),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


@require_POST
@once
def stop(request, pk):
    """A message stays unsent."""
    actions.stop_message(_mine(request, pk), by=request.person)
    flash.success(request, _("The message will not be sent."))
    return redirect("messages")


@require_POST
@once
def again(request, pk):
    """A message goes out once more."""
    actions.try_again(_mine(request, pk), by=request.person)
    flash.success(request, _("The message goes out again within a minute."))
    return redirect("messages")


@require_POST
@once
def delivered(request, pk):
    """Somebody carried the message to its recipient."""
    actions.deliver_by_hand(_mine(request, pk), by=request.person)
    flash.success(request, _("Thank you. The message has reached its recipient."))
    return redirect("messages")


def _mine(request, pk):
    require(may_handle_messages, request.person)
    return get_object_or_404(Message.objects.seen_by(request.person), pk=pk)
