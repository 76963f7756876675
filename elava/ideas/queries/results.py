"""What became of the ideas: answers, waiting times, and what was hidden."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django.db.models import Count, F, Q
from django.db.models.functions import TruncDate

from elava.foundation import clock
from elava.ideas.models import Answer, Hiding, Idea
from elava.journal.kept import kept


@dataclass(frozen=True)
class InTime:
    """How many answers came by their day; `share` in per cent, None where nothing was due yet."""

    due: int
    kept: int

    @property
    def share(self):
        """The share of promises kept, in whole per cent."""
        return round(100 * self.kept / self.due) if self.due else None


def answered_in_time(days=365):
    """Of the ideas whose day came in the last `days`: how many were answered by it."""
    return kept(("ideas answered in time", days), partial(_count_in_time, days))


def _count_in_time(days):
    given = Idea.objects.filter(is_hidden=False).exclude(stage__in=("withdrawn", "set_aside"))
    given = given.filter(Q(answer=None) | Q(answer__source=""))
    answered = Q(stage=Idea.Stage.ANSWERED)
    in_time = answered & Q(answered_on__lte=F("answer_by"))
    since = clock.today() - timedelta(days=days)
    due = answered | Q(answer_by__lt=clock.today())
    counted = given.filter(answer_by__gte=since).annotate(answered_on=TruncDate("answer__at"))
    found = counted.aggregate(due=Count("pk", filter=due), kept=Count("pk", filter=in_time))
    return InTime(**found)


def results_by_outcome():
    """(outcome, number of public ideas that we answered so), and how many had another's answer."""
    answered = Idea.objects.public().filter(stage=Idea.Stage.ANSWERED)
    ours = Count("pk", filter=Q(answer__source=""))
    rows = answered.order_by().values_list("answer__outcome").annotate(Count("pk"), ours=ours)
    found = {outcome: ours for outcome, _all, ours in rows}
    n_elsewhere = sum(n - ours for _outcome, n, ours in rows)
    return [(outcome, found.get(outcome, 0)) for outcome in Answer.Outcome], n_elsewhere


def waiting_longest(limit=5):
    """The public ideas that have waited longest for an answer."""
    waiting = Idea.objects.public().filter(stage__in=Idea.WAITING_STAGES)
    return waiting.as_cards().order_by("created_on", "pk")[:limit]


def open_log(limit=100):
    """What was hidden and why, the newest first: no person, no text."""
    return Hiding.objects.order_by("-created_at", "-pk")[:limit]
