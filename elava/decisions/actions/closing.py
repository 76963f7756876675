from django.db.models import Max
from django.utils.translation import gettext as _

from elava.decisions.models import Decision, ItemIdea, Meeting, Minutes
from elava.decisions.queries.agenda import unsettled
from elava.decisions.queries.minutes import content_of
from elava.decisions.rules import may_carry_out, may_run
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ideas.actions import answer_ideas
from elava.ideas.models import Idea
from elava.journal.actions import join_thread
from elava.network.actions import tell_movements

from .handovers import ask_receiver
from .ways_out import see


@action
def close_meeting(meeting, *, by):
    """What was read back is fixed and the minutes are drafted; half an hour later it leaves."""
    meeting = Meeting.objects.locked(meeting)
    require(may_run, by, meeting)
    if not meeting.is_open:
        raise NotNow(_("This meeting has been closed already."), see(meeting))
    meeting.stage, meeting.closed_at = Meeting.Stage.CLOSED, clock.now()
    meeting.save(update_fields=["stage", "closed_at"])
    record("meeting.closed", meeting, by=by)
    ItemIdea.objects.filter(item__in=unsettled(meeting)).update(is_waiting=False)
    _draft_minutes(meeting)
    return meeting


@action
def reopen_meeting(meeting, *, by):
    """Within half an hour everything can be taken back: nobody outside has heard of it."""
    meeting = Meeting.objects.locked(meeting)
    require(may_run, by, meeting)
    leaves_at = meeting.answers_leave_at
    if leaves_at is None or clock.now() >= leaves_at:
        raise NotNow(
            _("The answers have left. A new meeting can decide the matter anew."), see(meeting)
        )
    if _is_taken_elsewhere(meeting):
        raise NotNow(
            _("Another meeting has taken up items of this one. It stays closed."), see(meeting)
        )
    ItemIdea.objects.filter(item__in=unsettled(meeting)).update(is_waiting=True)
    meeting.stage, meeting.closed_at = Meeting.Stage.OPEN, None
    meeting.save(update_fields=["stage", "closed_at"])
    record("meeting.reopened", meeting, by=by)
    return meeting


@action
def carry_out(meeting, *, by):
    """The time to take anything back is over: ideas are answered, receivers asked, once."""
    meeting = Meeting.objects.locked(meeting)
    require(may_carry_out, by, meeting)
    leaves_at = meeting.answers_leave_at
    if leaves_at is None or clock.now() < leaves_at:
        raise NotNow(_("There is nothing to carry out now."), see(meeting))
    meeting.carried_out_at = clock.now()
    meeting.save(update_fields=["carried_out_at"])
    record("meeting.carried_out", meeting, by=by)
    for decision in _decisions_of(meeting):
        _confirm(decision, meeting, by)
    return meeting


def _decisions_of(meeting):
    made = Decision.objects.in_force().filter(item__meeting=meeting)
    return made.select_related("item", "joined_to", "handover").order_by("at", "pk")


def _is_taken_elsewhere(meeting):
    ours = ItemIdea.objects.filter(item__meeting=meeting).values("idea")
    elsewhere = ItemIdea.objects.filter(idea__in=ours, is_waiting=True)
    return elsewhere.exclude(item__meeting=meeting).exists()


def _confirm(decision, meeting, by):
    parts = decision.item.parts.select_related("idea__thread").order_by("pk")
    ideas = [part.idea for part in parts]
    decision.confirmed_at = clock.now()
    if not decision.is_proposal and decision.outcome not in Decision.FREE:
        decision.answer = _answer(decision, ideas, meeting, by)
    decision.save(update_fields=["confirmed_at", "answer"])
    verb = "decision.proposed" if decision.is_proposal else "decision.confirmed"
    record(verb, decision, by=by, outcome=decision.outcome)
    tell_movements(decision, by=by)
    for idea in ideas:
        join_thread(idea.thread, decision, by=by)
    handover = getattr(decision, "handover", None)
    if handover:
        ask_receiver(handover, by=by)


def _answer(decision, ideas, meeting, by):
    """The answer to the ideas that still wait for one; some may have been withdrawn meanwhile."""
    still = Idea.objects.filter(pk__in=[idea.pk for idea in ideas])
    waiting = list(still.filter(stage__in=(Idea.Stage.OPEN, Idea.Stage.SHORTLISTED)))
    if not waiting:
        return None
    handover = getattr(decision, "handover", None)
    follow_up = {"joins": decision.joined_to, "look_again_on": decision.due_on}
    if decision.condition:
        follow_up["condition"] = decision.condition
    if handover:
        follow_up |= {"receiver": handover.receiver_name[:120], "look_again_on": handover.due_on}
    return answer_ideas(
        waiting, by=by, outcome=decision.outcome, reason=decision.reason, body=meeting.body,
        undo_minutes=0, **follow_up,
    )  # fmt: skip


def _draft_minutes(meeting):
    versions = Minutes.objects.filter(meeting=meeting).aggregate(last=Max("version"))
    version = (versions["last"] or 0) + 1
    return Minutes.objects.create(meeting=meeting, version=version, content=content_of(meeting))
