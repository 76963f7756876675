from dataclasses import dataclass

from django.db.models import Max
from django.utils.translation import gettext as _

from elava.decisions.models import Carrier, Decision, Interest, Item, ItemIdea, Meeting, Vote
from elava.decisions.queries.agenda import unsettled
from elava.decisions.queries.room import cents_left, room_of
from elava.decisions.rules import may_run
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.network.actions import move_purse
from elava.network.models import PurseMovement
from elava.network.rules.votes import fits, is_carried, what_is_beyond

from .handovers import draft_hand_over
from .ways_out import see

OUTCOME, METHOD = Decision.Outcome, Decision.Method


@dataclass(frozen=True)
class Count:
    """How many votes were for, against, and neither."""

    votes_for: int = 0
    votes_against: int = 0
    votes_abstaining: int = 0


class BeyondTheMandate(NotNow):
    """Another body has the last word: the decision is made once more, as a proposal to it."""


@action
def take_up(item, *, by):
    """The item lies on the table: the projector shows it, the soft clock starts."""
    meeting = _locked(item.meeting, by)
    item = Item.objects.locked(item)
    item.taken_up_at = clock.now()
    item.save(update_fields=["taken_up_at"])
    record("item.taken_up", item, by=by, meeting=str(meeting.pk))
    return item


@action
def decide(
    item, *, by, outcome, reason, method=METHOD.CONSENT, count=None, votes=None,
    carriers=(), receiver=None, propose=False, **follow_up,
):  # fmt: skip
    """The body decides an item, with the reason and the one follow-up of the outcome.

    `votes` maps seats to values in a vote by organisation, `count` is of hands; `follow_up` holds
    cents, follow_up (who does what), condition, joined_to, due_on; `receiver` is what a hand-over
    needs. What is beyond the mandate is asked back (BeyondTheMandate), or, where the body says so
    with `propose`, becomes a proposal to the body above.
    """
    meeting = _locked(item.meeting, by)
    item = _unsettled(item)
    room = room_of(meeting, item)
    _require_quorum(room)
    _require_interests(carriers, item, room)
    count = _counted(room, outcome, method, count, votes)
    beyond = _beyond(meeting.body, outcome, follow_up.get("cents") or 0)
    if beyond and not (propose and meeting.body.proposes_to_id):
        _ask_to_propose(meeting.body, beyond)
    decision = Decision.objects.create(
        item=item, outcome=outcome, method=method, reason=reason, at=clock.now(),
        votes_present=len(room.votes), quorum_needed=room.needed,
        rule_version=meeting.body.rule_version, warnings=room.imbalances, **vars(count),
        beyond=beyond, proposed_to=meeting.body.proposes_to if beyond else None, **follow_up,
    )  # fmt: skip
    Carrier.objects.bulk_create(Carrier(decision=decision, organisation=one) for one in carriers)
    _keep_votes(decision, room, votes if method == METHOD.VOTE else None)
    if outcome == OUTCOME.ELSEWHERE and not beyond:
        draft_hand_over(decision, by=by, **(receiver or {}))
    _promise(decision, meeting, by)
    _settle(item)
    record("decision.made", decision, by=by, outcome=outcome, words=str(decision.reason))
    return decision


@action
def postpone(item, *, by, because):
    """Next time: said once for each matter, with what is missing."""
    meeting = _locked(item.meeting, by)
    item = _unsettled(item)
    if not meeting.body.may_postpone:
        raise NotNow(_("This body puts nothing off. Now the matter is decided."), see(item))
    if item.next_time_count:
        raise NotNow(
            _("“Next time” has been said once already. Now the matter is decided."), see(item)
        )
    item.postponed_at, item.postponed_because = clock.now(), because
    item.save(update_fields=["postponed_at", "postponed_because"])
    _settle(item)
    record("item.postponed", item, by=by, words=because)
    return item


@action
def undo_last(meeting, *, by):
    """The last decision or "next time" of an open meeting is taken back; nobody has heard it."""
    meeting = _locked(meeting, by)
    decision = Decision.objects.in_force().filter(item__meeting=meeting).order_by("-at").first()
    put_off = (
        Item.objects.filter(meeting=meeting, postponed_at__isnull=False)
        .order_by("-postponed_at")
        .first()
    )
    if decision is None and put_off is None:
        raise NotNow(_("Nothing has been decided in this meeting yet."), see(meeting))
    if put_off and (decision is None or put_off.postponed_at > decision.at):
        item, settled_at = put_off, put_off.postponed_at
        item.postponed_at, item.postponed_because = None, ""
    else:
        item, settled_at = decision.item, decision.at
        _undo_decision(decision, by)
    item.taken_up_at = clock.now()
    item.save(update_fields=["postponed_at", "postponed_because", "taken_up_at"])
    ItemIdea.objects.filter(item=item).update(is_waiting=True)
    Interest.objects.filter(item=item, back_at__gte=settled_at).update(back_at=None)
    record("item.undone", item, by=by)
    return item


def _undo_decision(decision, by):
    decision.undone_at = clock.now()
    decision.save(update_fields=["undone_at"])
    promised = PurseMovement.objects.filter(
        kind=PurseMovement.Kind.PROMISED, subject_kind="decision", subject_id=decision.pk
    ).first()
    if promised:
        body = decision.item.meeting.body
        move_purse(
            body, by=by, kind=PurseMovement.Kind.RELEASED, cents=-promised.cents,
            what_for=promised.what_for, source=promised.source, subject=decision, is_told=False,
        )  # fmt: skip
    handover = getattr(decision, "handover", None)
    if handover:
        handover.taken_back_on = clock.today()
        handover.save(update_fields=["taken_back_on"])


def _locked(meeting, by):
    meeting = Meeting.objects.locked(meeting)
    require(may_run, by, meeting)
    if not meeting.is_open:
        raise NotNow(_("Decisions are made while the meeting is open."), see(meeting))
    return meeting


def _unsettled(item):
    item = Item.objects.locked(item)
    if item.postponed_at or item.decisions.filter(undone_at=None).exists():
        said = _("This item has been settled already, perhaps on another screen.")
        raise NotNow(said, [(_("See what was decided"), item.get_absolute_url())])
    return item


def _require_quorum(room):
    if not room.is_quorate:
        said = _("Too few votes at the table: %(here)d of the %(needed)d needed. Put the item off.")
        raise NotNow(said % {"here": len(room.votes), "needed": room.needed})


def _require_interests(carriers, item, room):
    """Whom the system names, and who would carry it out, is asked for their interest before."""
    ties = dict(Interest.objects.filter(item=item).values_list("membership_id", "said"))
    for member in room.members:
        if member.is_present and ties.get(member.key) == Interest.Said.NOTHING:
            said = _("%(who)s has not been asked about an interest yet. Ask: leave or stay?")
            raise NotNow(said % {"who": room.names[member.key].person})
    houses = {carrier.pk for carrier in carriers}
    for vote in room.votes:
        if vote.member.organisation in houses and vote.member.key not in ties:
            house = room.names[vote.member.key].for_organisation
            said = _(
                "%(house)s would carry this out and sits at the table. Ask about its interest."
            )
            raise NotNow(said % {"house": house})


def _counted(room, outcome, method, count, votes):
    """The count of a decision, refused where it cannot be true or carries something else."""
    if method == METHOD.CONSENT:
        return Count()
    if method == METHOD.VOTE:
        seats = [str(vote.seat) for vote in room.votes]
        values = [(votes or {}).get(seat, Vote.Value.ABSTAINS) for seat in seats]
        count = Count(*(values.count(value) for value in Vote.Value.values))
    if not fits(room.votes, **vars(count)):
        said = _("That count does not fit the room: there are %(here)d votes at the table.")
        raise NotNow(said % {"here": len(room.votes)})
    if is_carried(count.votes_for, count.votes_against) == (outcome == OUTCOME.REFUSED):
        raise NotNow(_("The count carries something else. Choose another outcome, or put it off."))
    return count


def _keep_votes(decision, room, votes):
    if votes is None:
        return
    Vote.objects.bulk_create(
        Vote(
            decision=decision,
            seat=vote.seat,
            membership=room.names[vote.member.key],
            value=votes.get(str(vote.seat), Vote.Value.ABSTAINS),
        )
        for vote in room.votes
    )


def _beyond(body, outcome, cents):
    return what_is_beyond(
        may_start=body.may_start_experiments,
        starts=outcome in Decision.STARTS,
        cents=cents,
        cents_each=body.cents_each,
        cents_left=cents_left(body),
    )


def _ask_to_propose(body, beyond):
    why = {"why": Decision.Beyond(beyond).label, "above": body.proposes_to}
    if body.proposes_to is None:
        said = _("This is beyond the mandate: %(why)s. There is no body above to propose it to.")
        raise NotNow(said % why)
    said = _("This is beyond the mandate: %(why)s. Propose it to %(above)s, or decide otherwise.")
    raise BeyondTheMandate(said % why)


def _promise(decision, meeting, by):
    if decision.cents and not decision.beyond:
        move_purse(
            meeting.body, by=by, kind=PurseMovement.Kind.PROMISED, cents=-decision.cents,
            what_for=decision.item.title, source=str(meeting.body), subject=decision, is_told=False,
        )  # fmt: skip


def _settle(item):
    """Those who left come back, and the next item lies on the table."""
    Interest.objects.filter(item=item, left_at__isnull=False, back_at=None).update(
        back_at=clock.now()
    )
    if not item.postponed_at:
        ItemIdea.objects.filter(item=item).update(is_waiting=False)
    following = unsettled(item.meeting)
    after = following.filter(order__gt=item.order).first() or following.first()
    if after:
        last = Item.objects.filter(meeting=item.meeting).aggregate(last=Max("taken_up_at"))["last"]
        after.taken_up_at = max(clock.now(), last or clock.now())
        after.save(update_fields=["taken_up_at"])
