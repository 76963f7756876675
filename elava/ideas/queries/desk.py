"""The piles of the desk."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Case, Count, Min, Q, When

from elava.foundation import clock
from elava.foundation.kinds import kind_of, model_of
from elava.ideas.models import Comment, Hiding, Idea, Intake, Offer, Report
from elava.ideas.rules import may_open_again
from elava.network.models import Body
from elava.people.models import Attachment

from .around import similar_ideas

HELD, OPEN = Idea.Stage.HELD, Idea.Stage.OPEN
SOON = timedelta(days=14)


def ideas_to_read(person):
    """Ideas that nobody at the desk has read yet, the oldest first."""
    return Idea.objects.seen_by(person).filter(stage=HELD).order_by("created_on", "pk")


def ideas_to_answer(person):
    """Open ideas on their way to no meeting whose day comes within two weeks, the nearest first."""
    return _open(person).filter(answer_by__lte=clock.today() + SOON)


def ideas_with_more_time(person):
    """Open ideas on their way to no meeting that may wait longer, the nearest date first."""
    return _open(person).filter(answer_by__gt=clock.today() + SOON)


def _open(person):
    waiting = Idea.objects.seen_by(person).filter(stage=OPEN, is_hidden=False)
    return waiting.order_by("answer_by", "pk")


def ideas_waiting_for_a_decision(person):
    """Shortlisted ideas this person may see, the longest waiting first."""
    waiting = Idea.objects.seen_by(person).filter(stage=Idea.Stage.SHORTLISTED, is_hidden=False)
    return waiting.order_by("answer_by", "pk")


def _answered(person):
    answered = Idea.objects.seen_by(person).filter(stage=Idea.Stage.ANSWERED, is_hidden=False)
    return answered.select_related("answer").order_by("answer__look_again_on", "pk")


def ideas_to_look_at_again(person):
    """Answered ideas whose day to look again has come."""
    return _answered(person).filter(answer__look_again_on__lte=clock.today())


def ideas_waiting_for_others(person):
    """Answered ideas with a follow-up on a coming day, the nearest first."""
    return _answered(person).filter(answer__look_again_on__gt=clock.today())


def comments_to_read(person):
    """Newcomers' comments that wait to be read, the oldest first."""
    held = Comment.objects.seen_by(person).filter(stage=Comment.Stage.HELD, is_hidden=False)
    return held.select_related("idea").order_by("created_on", "pk")


def photos_to_read(person):
    """Pictures that came with ideas and that nobody has let show, the oldest first."""
    sent = Attachment.objects.seen_by(person).filter(purpose="idea", kind="photo", shown_on=None)
    return sent.exclude(alt="").order_by("created_on", "pk")


def reports_to_settle():
    """Posts that somebody reported: kind, id, how often, first day (`on`), the longest first."""
    waiting = Report.objects.filter(handled_on=None).values("kind", "object_id")
    return waiting.annotate(n=Count("pk"), on=Min("created_on")).order_by("on", "kind", "object_id")


def reported_posts(limit=50):
    """(post, the day of its first report that waits), the longest waiting first."""
    rows = list(reports_to_settle()[:limit])
    wanted = defaultdict(set)
    for row in rows:
        wanted[row["kind"]].add(row["object_id"])
    posts = {
        (kind, post.pk): post
        for kind, ids in wanted.items()
        for post in model_of(kind)._default_manager.filter(pk__in=ids).order_by("pk")
    }
    keys = [((row["kind"], row["object_id"]), row["on"]) for row in rows]
    return [(posts[key], on) for key, on in keys if key in posts]


def appeals_to_answer():
    """Hidings whose author disagrees, the oldest first."""
    return Hiding.objects.appealed().order_by("appealed_on", "pk")


def offers_to_thank(person):
    """Offers of help that nobody has thanked for, the oldest first."""
    waiting = Offer.objects.seen_by(person).filter(is_thanked=False)
    return waiting.select_related("idea").order_by("created_on", "pk")


def recent_entries_of(person, days=7):
    """What a helper has written down for others in the last days; never anybody else's entries."""
    since = clock.today() - timedelta(days=days)
    mine = Intake.objects.filter(~Q(spoken_by="relay"), recorded_by=person, created_on__gte=since)
    return mine.select_related("idea__receipt").order_by("-created_on", "-pk")


def words_that_came(door, keys, person):
    """The keys under which something came in by a door before, each with its first words.

    Of what somebody else wrote down, the words are None, except to the desk.
    """
    came = Intake.objects.filter(door=door, external_key__in=list(keys)).select_related("idea")
    return {
        one.external_key: one.raw_words if may_open_again.test(person, one.idea) else None
        for one in came
    }


def ideas_just_entered(ids):
    """The ideas of these ids, in that order, each with its slip: for whoever wrote them down."""
    found = Idea.objects.filter(pk__in=ids).select_related("receipt", "intake").order_by("pk")
    return sorted(found, key=lambda idea: ids.index(str(idea.pk)))


def reports_about(post):
    """What was said about a reported post and has not been settled, the oldest first."""
    waiting = Report.objects.filter(kind=kind_of(post), object_id=post.pk, handled_on=None)
    return waiting.order_by("created_on", "pk")


def ideas_to_cluster_with(idea, person, limit=60):
    """Ideas in no cluster among which to look for the same: the similar first, then the newest."""
    free = Idea.objects.seen_by(person).filter(stage__in=Idea.SHOWN_STAGES, is_hidden=False)
    free = free.exclude(pk=idea.pk).exclude(
        cluster_parts__left_on=None, cluster_parts__isnull=False
    )
    alike = [found.pk for found in similar_ideas(idea, person, limit=20, least=0)]
    newest = free.order_by("-created_on", "-pk").values_list("pk", flat=True)[:limit]
    found = free.filter(pk__in=[*alike, *newest])
    if not alike:
        return found.order_by("-created_on", "-pk")
    place = Case(*(When(pk=pk, then=n) for n, pk in enumerate(alike)), default=len(alike))
    return found.order_by(place, "-created_on", "-pk")


def ideas_to_join_with(idea, person, words="", limit=8):
    """Ideas that this one may join: those with the words, else the similar, then the newest."""
    others = Idea.objects.seen_by(person).filter(stage__in=Idea.SHOWN_STAGES, is_hidden=False)
    others = others.exclude(pk=idea.pk).order_by("-created_on", "-pk")
    if words:
        others = others.filter(Q(title__icontains=words) | Q(text__icontains=words))
    alike = [] if words else similar_ideas(idea, person, limit=limit)
    known = {found.pk for found in alike}
    return [*alike, *others.exclude(pk__in=known)[: limit - len(alike)]]


def body_of(person):
    """The body in whose name a person answers: the support group's, else the coordination's."""
    places = {role.place: role.of for role in person.roles}
    pk = places.get("coordination") or places.get("support")
    return Body.objects.filter(pk=pk).first() if pk else None


def closed_ideas_with_words(days=30):
    """Ideas closed long enough ago whose words are still kept."""
    last = clock.today() - timedelta(days=days)
    return Idea.objects.filter(closed_on__lte=last).exclude(text="").order_by("closed_on", "pk")
