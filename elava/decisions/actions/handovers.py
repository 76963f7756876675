from django.utils.translation import gettext as _

from elava.decisions.models import HandOver
from elava.decisions.rules import (
    Shown,
    may_answer_for_receiver,
    may_ask_receiver,
    may_hand_over,
    may_remind,
)
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.journal.actions import join_thread

from .ways_out import see


@action
def hand_over(title, *, by, asks, due_on, receiver_name, idea=None, **facts):
    """A matter is taken elsewhere outside a meeting, too: who is asked to do what by when."""
    require(may_hand_over, by)
    handover = _draft(title, asks=asks, due_on=due_on, receiver_name=receiver_name, idea=idea,
                      **facts)  # fmt: skip
    record("handover.written", handover, by=by)
    return ask_receiver(handover, by=by)


def draft_hand_over(decision, *, by, receiver_name="", asks="", due_on=None, **facts):
    """The hand-over of a decision that is not read back yet: nobody is asked before that."""
    if not receiver_name or due_on is None:
        raise NotNow(_("Say who is asked, and by when."))
    part = decision.item.parts.select_related("idea__thread").order_by("pk").first()
    title = decision.item.title
    return _draft(
        title, asks=asks or title, due_on=due_on, receiver_name=receiver_name,
        idea=part.idea if part else None, decision=decision, **facts,
    )  # fmt: skip


def _draft(title, *, idea, **facts):
    handover = HandOver(title=title[:200], idea=idea, thread=idea.thread if idea else None, **facts)
    handover.settle()
    handover.secret_hash = HandOver.hash_of(handover.secret)
    handover.save()
    return handover


@action
def ask_receiver(handover, *, by):
    """The receiver is asked; from now on the matter waits for them, and the thread shows it."""
    handover = HandOver.objects.locked(handover)
    require(may_ask_receiver, by)
    handover.asked_on = clock.today()
    handover.save(update_fields=["asked_on"])
    if handover.thread:
        join_thread(handover.thread, handover, by=by)
    record("handover.asked", handover, by=by, edition=handover.edition)
    return handover


@action
def renew_link(handover, *, by, receiver_email=None):
    """A new link for the receiver; every earlier one is void."""
    handover = _waiting(handover)
    require(may_hand_over, by)
    handover.edition += 1
    handover.secret_hash = HandOver.hash_of(handover.secret)
    if receiver_email is not None:
        handover.receiver_email = receiver_email
    handover.save(update_fields=["edition", "secret_hash", "receiver_email"])
    record("handover.link_renewed", handover, by=by, edition=handover.edition)
    return handover


@action
def answer_hand_over(handover, *, by, said, words="", edition=None):
    """The receiver says: taken, not taken because …, or done; the desk may note it for them."""
    handover = _waiting(handover)
    require(may_answer_for_receiver, by, Shown(handover, edition))
    stages, today = HandOver.Stage, clock.today()
    if said == stages.REFUSED and handover.taken_on:
        raise NotNow(_("You have taken this on. Write to us if that has changed."), see(handover))
    if said == stages.REFUSED and not words:
        raise NotNow(
            _("Say why you cannot take this on. The giver of the idea reads it."), see(handover)
        )
    if said == stages.REFUSED:
        handover.refused_on, handover.refused_because = today, words
    elif said == stages.DONE:
        handover.taken_on = handover.taken_on or today
        handover.done_on, handover.done_words = today, words
    elif said == stages.TAKEN and not handover.taken_on:
        handover.taken_on = today
    else:
        raise NotNow(_("You have taken this on already. Thank you."), see(handover))
    handover.save()
    record("handover.answered", handover, by=by, said=said, words=words)
    return handover


@action
def take_back_hand_over(handover, *, by, reason):
    """We do not ask any more; the link is void."""
    handover = _waiting(handover)
    require(may_hand_over, by)
    handover.taken_back_on, handover.edition = clock.today(), handover.edition + 1
    handover.secret_hash = HandOver.hash_of(handover.secret)
    handover.save(update_fields=["taken_back_on", "edition", "secret_hash"])
    record("handover.taken_back", handover, by=by, words=reason)
    return handover


@action
def remind_receiver(handover, *, by, when):
    """A reminder goes out: "week" before the day, or "today"; told once each."""
    handover = _waiting(handover)
    require(may_remind, by)
    record("handover.reminded", handover, by=by, when=when)
    return handover


def _waiting(handover):
    handover = HandOver.objects.locked(handover)
    if handover.asked_on is None or handover.taken_back_on:
        raise NotNow(_("Nobody is being asked about this now."), see(handover))
    if handover.refused_on or handover.done_on:
        raise NotNow(_("This has been answered. Thank you."), see(handover))
    return handover
