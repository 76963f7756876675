from datetime import timedelta

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from elava.decisions.models import Item, ItemIdea, Meeting
from elava.decisions.queries.agenda import (
    meeting_that_holds,
    parts_still_free,
    proposals_to,
    put_off_for,
    refusals_to_handle,
    ripe_ideas,
    together_with,
)
from elava.decisions.rules import may_carry_out, may_run
from elava.decisions.rules.agenda import Ripe, balanced
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ideas.actions import shortlist_idea
from elava.ideas.models import Idea
from elava.network.models import Body

from .interests import propose_interests
from .ways_out import see

ITEMS_IN_HALF_AN_HOUR = 8
SOON = timedelta(days=14)
LONGEST_LOOK = 400


@action
def fill_agenda(meeting, *, by, how_many=ITEMS_IN_HALF_AN_HOUR):
    """What was put off comes first, then proposals and refusals, then ripe ideas, well mixed."""
    meeting = _locked(meeting, by)
    free = how_many - Item.objects.filter(meeting=meeting).count()
    takers = [
        (_carry_over, put_off_for(meeting.body)),
        (_take_proposal, proposals_to(meeting.body)),
    ]
    if meeting.body.kind == Body.Kind.SUPPORT:
        takers.append((_take_refusal, refusals_to_handle()))
    added = []
    for take, waiting in takers:
        added += [take(meeting, row) for row in waiting[: max(0, free - len(added))]]
    if meeting.body.kind == Body.Kind.SUPPORT:
        added += _take_ripe(meeting, free - len(added), by)
    if meeting.is_open:
        propose_interests(meeting, by=by)
    record("agenda.filled", meeting, by=by, items=len(added))
    return added


@action
def add_idea(meeting, *, by, idea, brief=""):
    """One idea, with those it is clustered with, is put on the agenda; `brief` says what it is."""
    meeting = _locked(meeting, by)
    if other := meeting_that_holds(idea):
        raise NotNow(_("This idea is on an agenda already."), see(other))
    cluster = together_with([idea]).get(idea.pk)
    if old := put_off_for(meeting.body).filter(parts__idea=idea).first():
        item = _carry_over(meeting, old)
    else:
        item = _take_ideas(meeting, cluster, _free_in(cluster, ripe_ideas()) or [idea], by, brief)
    record("item.added", item, by=by)
    return item


@action
def give_back(item, *, by):
    """Nothing waits for a body that does not meet: ideas it put off are anybody's to take up."""
    require(may_carry_out, by, item.meeting)
    item = Item.objects.locked(item)
    freed = ItemIdea.objects.filter(item=item, is_waiting=True).update(is_waiting=False)
    if freed:
        record("item.given_back", item, by=by, ideas=freed)
    return item


@action
def add_free_item(meeting, *, by, title, brief="", is_confidential=False):
    """A matter that is no idea."""
    meeting = _locked(meeting, by)
    item = _new(meeting, title=title, brief=brief, is_confidential=is_confidential)
    record("item.added", item, by=by)
    return item


@action
def move_item(item, *, by, up=True):
    """An item is taken earlier or later."""
    meeting = _locked(item.meeting, by)
    items = list(Item.objects.filter(meeting=meeting).order_by("order", "pk"))
    here = items.index(item)
    there = here - 1 if up else here + 1
    if 0 <= there < len(items):
        items[here], items[there] = items[there], items[here]
    for order, row in enumerate(items, 1):
        if row.order != order:
            row.order = order
            row.save(update_fields=["order"])
    record("item.moved", item, by=by, up=up)
    return item


@action
def remove_item(item, *, by):
    """An item leaves the agenda before it was talked about; its ideas wait for another meeting."""
    _locked(item.meeting, by)
    item = Item.objects.locked(item)
    if item.taken_up_at or item.postponed_at or item.decisions.exists():
        raise NotNow(_("This item has been taken up. It stays on the agenda."), see(item.meeting))
    if item.carried_from:
        ItemIdea.objects.filter(item=item).update(is_waiting=False)
        ItemIdea.objects.filter(item=item.carried_from).update(is_waiting=True)
    record("item.removed", item, by=by, title=item.title)
    Item.objects.filter(pk=item.pk).delete()


def _locked(meeting, by):
    meeting = Meeting.objects.locked(meeting)
    require(may_run, by, meeting)
    if meeting.stage not in (Meeting.Stage.CALLED, Meeting.Stage.OPEN):
        raise NotNow(_("The agenda of this meeting is closed."), see(meeting))
    return meeting


def _new(meeting, ideas=(), **facts):
    last = Item.objects.filter(meeting=meeting).aggregate(last=Max("order"))["last"] or 0
    item = Item.objects.create(meeting=meeting, order=last + 1, **facts)
    ItemIdea.objects.bulk_create(ItemIdea(item=item, idea=idea) for idea in ideas)
    return item


def _carry_over(meeting, old):
    parts = parts_still_free().filter(item=old).select_related("idea").order_by("pk")
    ideas = [part.idea for part in parts]
    ItemIdea.objects.filter(item=old).update(is_waiting=False)
    return _new(
        meeting, ideas, title=old.title, brief=old.brief, is_confidential=old.is_confidential,
        subject_kind=old.subject_kind, subject_id=old.subject_id, carried_from=old,
        next_time_count=old.next_time_count + 1,
    )  # fmt: skip


def _take_proposal(meeting, decision):
    old = decision.item
    ideas = [part.idea for part in old.parts.select_related("idea").order_by("pk")]
    return _new(meeting, ideas, title=old.title, brief=str(decision.reason), proposal=decision)


def _take_refusal(meeting, handover):
    title = _("Not taken on: %(title)s") % {"title": handover.title}
    return _new(
        meeting, title=title[:200], brief=handover.refused_because,
        subject_kind="handover", subject_id=handover.pk,
    )  # fmt: skip


def _take_ripe(meeting, free, by):
    ideas = list(ripe_ideas()[:LONGEST_LOOK])
    clusters = together_with(ideas)
    matters = {}
    for idea in ideas:
        cluster = clusters.get(idea.pk)
        matters.setdefault(cluster.pk if cluster else idea.pk, (cluster, []))[1].append(idea)
    soon = timezone.localdate(meeting.starts_at) + SOON
    ripe = [_ripe(key, together, soon) for key, (_cluster, together) in matters.items()]
    chosen = balanced(ripe, max(0, free))
    return [_take_ideas(meeting, *matters[matter.key], by) for matter in chosen]


def _ripe(key, ideas, soon):
    first = ideas[0]
    meant = any(idea.stage == Idea.Stage.SHORTLISTED for idea in ideas)
    urgency = (first.answer_by, str(key))
    return Ripe(key, urgency, first.kind, first.intake.door, meant or first.answer_by <= soon)


def _free_in(cluster, ripe):
    if cluster is None:
        return []
    return list(ripe.filter(cluster_parts__cluster=cluster, cluster_parts__left_on=None))


def _take_ideas(meeting, cluster, ideas, by, brief=""):
    for idea in ideas:
        if idea.stage != Idea.Stage.SHORTLISTED:
            shortlist_idea(idea, by=by)
    title = cluster.title if cluster else ideas[0].title
    return _new(meeting, ideas, title=title, brief=brief)
