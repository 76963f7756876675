"""What waits for a meeting, and in which order it is taken."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q

from elava.decisions.models import UNDO, Decision, HandOver, Item, ItemIdea, Meeting
from elava.foundation import clock
from elava.ideas.models import ClusterPart, Idea

A_DAY = timedelta(days=1)


def meetings(stages):
    """The meetings in some stages, the nearest first."""
    found = Meeting.objects.filter(stage__in=stages).select_related("body")
    return found.order_by("starts_at", "pk")


def meetings_to_carry_out():
    """Closed meetings whose time to take anything back is over, the longest waiting first."""
    closed = Meeting.objects.filter(stage=Meeting.Stage.CLOSED, carried_out_at=None)
    return closed.filter(closed_at__lte=clock.now() - UNDO).order_by("closed_at", "pk")


def meeting_on_its_way(idea):
    """The closed meeting that has decided on an idea and has not told anybody yet, or None."""
    made = Decision.objects.in_force().filter(item__parts__idea=idea, confirmed_at=None)
    closed = Meeting.objects.filter(stage=Meeting.Stage.CLOSED, items__decisions__in=made)
    return closed.order_by("pk").first()


def meeting_that_holds(idea):
    """The meeting that an idea waits for, or that has decided on it and not answered; or None."""
    waits = ItemIdea.objects.filter(idea=idea, is_waiting=True).values("item")
    made = Decision.objects.in_force().filter(item__parts__idea=idea)
    unanswered = made.filter(
        Q(confirmed_at=None) | Q(proposed_to__isnull=False, item_above=None)
    ).values("item")
    items = Item.objects.filter(Q(pk__in=waits) | Q(pk__in=unanswered))
    found = items.select_related("meeting").order_by("-pk").first()
    return found.meeting if found else None


def items_of(meeting):
    """The agenda with ideas, interests and decisions in force: four queries."""
    in_force = Decision.objects.in_force().select_related("proposed_to", "handover")
    parts = ItemIdea.objects.select_related("idea__intake").order_by("pk")
    return (
        Item.objects.filter(meeting=meeting)
        .prefetch_related(
            Prefetch("parts", queryset=parts, to_attr="idea_parts"),
            Prefetch("decisions", queryset=in_force, to_attr="decisions_in_force"),
        )
        .order_by("order", "pk")
    )


def unsettled(meeting):
    """The items that are neither decided nor put off, in their order."""
    in_force = Decision.objects.in_force().values("item")
    open_items = Item.objects.filter(meeting=meeting, postponed_at=None)
    return open_items.exclude(pk__in=in_force).order_by("order", "pk")


def item_on_the_table(meeting):
    """The item taken up last, or None before the first."""
    taken = Item.objects.filter(meeting=meeting, taken_up_at__isnull=False)
    return taken.order_by("-taken_up_at", "-pk").first()


def put_off_for(body):
    """Items of the body that were put off and wait for their next meeting."""
    return _put_off().filter(meeting__body=body).exclude(meeting__stage=Meeting.Stage.OPEN)


def put_off_without_a_meeting():
    """Items whose ideas wait for a body that has no meeting ahead, when nothing can be undone."""
    waiting = ItemIdea.objects.filter(is_waiting=True).values("item")
    return _meets_no_more().filter(pk__in=waiting, meeting__carried_out_at__isnull=False)


def given_back():
    """What was put off by a body that has no meeting ahead, and lies free: anybody may take it."""
    waiting = ItemIdea.objects.filter(is_waiting=True).values("item")
    return _meets_no_more().exclude(pk__in=waiting).exclude(meeting__carried_out_at=None)


def parts_still_free():
    """The ideas behind items that wait there, or that nobody else has taken up or answered."""
    free = ripe_ideas().order_by().values("pk")
    return ItemIdea.objects.filter(Q(is_waiting=True) | Q(idea__in=free))


def _put_off():
    """Items put off and carried over nowhere: free matters, and those with an idea left."""
    waiting = Item.objects.filter(postponed_at__isnull=False, carried_to=None)
    parts = ItemIdea.objects.filter(item=OuterRef("pk"))
    left = ~Exists(parts) | Exists(parts_still_free().filter(item=OuterRef("pk")))
    return waiting.filter(left).select_related("meeting__body").order_by("postponed_at", "pk")


def _meets_no_more():
    sits = Q(stage=Meeting.Stage.OPEN)
    coming = Q(stage=Meeting.Stage.CALLED, starts_at__gte=clock.now() - A_DAY)
    return _put_off().exclude(
        meeting__body__in=Meeting.objects.filter(sits | coming).values("body")
    )


def proposals_to(body):
    """What other bodies propose to this one, and no agenda holds yet."""
    made = Decision.objects.in_force().filter(proposed_to=body, confirmed_at__isnull=False)
    return made.filter(item_above=None).select_related("item").order_by("confirmed_at", "pk")


def refusals_to_handle():
    """Hand-overs that a receiver did not take, and no agenda holds yet."""
    handled = Item.objects.filter(subject_kind="handover").values("subject_id")
    refused = HandOver.objects.filter(refused_on__isnull=False).exclude(pk__in=handled)
    return refused.order_by("refused_on", "pk")


def ripe_ideas():
    """Ideas that a support group may take up: those meant for a meeting, then by their date."""
    on_an_agenda = ItemIdea.objects.filter(is_waiting=True).values("idea")
    elsewhere = Decision.objects.in_force().filter(
        Q(proposed_to__isnull=False) | Q(confirmed_at=None)
    )
    decided = ItemIdea.objects.filter(item__decisions__in=elsewhere).values("idea")
    ripe = Idea.objects.filter(
        Q(stage=Idea.Stage.OPEN) | Q(stage=Idea.Stage.SHORTLISTED), is_hidden=False
    )
    free = ripe.exclude(pk__in=on_an_agenda).exclude(pk__in=decided)
    return free.select_related("intake").order_by("answer_by", "pk")


def together_with(ideas):
    """Idea id → the cluster it is in, for those of `ideas` that are in one."""
    parts = ClusterPart.objects.filter(
        idea__in=[idea.pk for idea in ideas], left_on=None, cluster__undone_at=None
    )
    return {part.idea_id: part.cluster for part in parts.select_related("cluster")}
