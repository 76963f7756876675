"""What was taken elsewhere, who is asked, and how often an answer came."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.urls import reverse

from elava.decisions.models import HandOver
from elava.foundation import clock
from elava.ui.dates import day
from elava.ui.stages import stage_tag

STAGE = HandOver.Stage
SHAPE = {
    STAGE.DRAFT: "new", STAGE.ASKED: "now", STAGE.SILENT: "late", STAGE.TAKEN: "running",
    STAGE.REFUSED: "notnow", STAGE.DONE: "ready", STAGE.TAKEN_BACK: "gone",
}  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """How many were asked; of them taken on, done, refused, and left without an answer."""

    asked: int
    taken: int
    done: int
    refused: int
    silent: int


def handovers_seen_by(person):
    """Those this person may see, the longest waiting first, then the newest answered."""
    seen = HandOver.objects.seen_by(person).asked().select_related("receiver")
    return seen.order_by("done_on", "refused_on", "due_on", "pk")


def handovers_waiting(person):
    """Those that wait for their receiver, the nearest day first."""
    return HandOver.objects.seen_by(person).waiting().order_by("due_on", "pk")


def to_be_reminded(days_ahead):
    """Those without an answer whose day is so many days ahead."""
    on = clock.today() + timedelta(days=days_ahead)
    return HandOver.objects.waiting().filter(due_on=on, taken_on=None).order_by("pk")


def handover_with_secret(secret):
    """The hand-over that a secret opens in this programme, or None."""
    found = HandOver.objects.filter(secret_hash=HandOver.hash_of(secret)).asked()
    return found.first()


@dataclass(frozen=True)
class ReceiversLink:
    """The page that only the receiver's link opens, for mails and for the desk to copy."""

    handover: HandOver

    @property
    def programme(self):
        """The programme of the hand-over."""
        return self.handover.programme

    def get_absolute_url(self):
        """The path with the secret."""
        return reverse("open_handover", args=[self.handover.secret])


def stage_shown(rows):
    """Rows with their stage as a tag and their days in words."""
    rows = list(rows)
    for row in rows:
        stage = row.stage
        row.tag = stage_tag(SHAPE[stage], stage.label)
        row.by_day = day(row.due_on)
    return rows


def figures():
    """The public figures over all hand-overs that were asked."""
    silent = Q(taken_on=None, refused_on=None, done_on=None, due_on__lt=clock.today())
    found = HandOver.objects.asked().aggregate(
        asked=Count("pk"),
        taken=Count("pk", filter=Q(taken_on__isnull=False)),
        done=Count("pk", filter=Q(done_on__isnull=False)),
        refused=Count("pk", filter=Q(refused_on__isnull=False)),
        silent=Count("pk", filter=silent),
    )
    return Figures(**found)
