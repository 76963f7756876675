"""What stands around one idea on its page."""

from functools import partial

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from elava.challenges.models import Challenge
from elava.ideas.models import ClusterPart, Comment, Companion, Idea, Offer, Support
from elava.journal.kept import kept
from elava.people.queries import photos_of
from elava.search.likeness import LIKE_ENOUGH, alike

MANY = 50


def similar_ideas(idea, person, *, but=(), limit=5, least=LIKE_ENOUGH):
    """Public ideas that may say the same, the likeliest first; never itself, nor those in `but`."""
    like = kept(
        ("like idea", idea.pk, idea.version, least),
        partial(alike, "idea", idea.title, idea.text, least=least),
        hangs_on_readers=True,
    )
    places = {pk: place for place, pk in enumerate(like)}
    for one in (idea, *but):
        places.pop(one.pk, None)
    found = Idea.objects.seen_by(person).filter(pk__in=places).as_cards()
    return sorted(found, key=lambda one: places[one.pk])[:limit] if places else []


def idea_for_page(person):
    """Ideas as their page shows them, each with its offers, team and challenges counted."""
    about = ("answer__body", "answer__joins", "thread", "intake", "area")
    return Idea.objects.seen_by(person).select_related(*about).annotate(
        n_offers=counted(Offer), n_team=counted(Companion),
        n_challenges=counted(Idea.challenges.through),
    )  # fmt: skip


def counted(model):
    """How many rows of a model hang on an idea, as a column."""
    rows = model.objects.filter(idea=OuterRef("pk")).order_by().values("idea")
    return Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0)


def company_of(idea, person):
    """(the team, the offers of help) of an idea, for those at the desk, as they came."""
    team = Companion.objects.seen_by(person).filter(idea=idea).order_by("created_on", "pk")
    offers = Offer.objects.seen_by(person).filter(idea=idea).order_by("created_on", "pk")
    found = list(team[:MANY]), list(offers[:MANY])
    for offer in found[1]:
        offer.url = reverse("thank_offer", args=[offer.pk])
    return found


def cluster_of(idea, person):
    """(cluster, the other ideas in it that this person may see), or (None, [])."""
    parts = ClusterPart.objects.filter(left_on=None, idea=idea).select_related("cluster")
    part = parts.first()
    if part is None:
        return None, []
    others = Idea.objects.seen_by(person).filter(
        cluster_parts__cluster=part.cluster, cluster_parts__left_on=None
    )
    others = others.exclude(pk=idea.pk).select_related("intake")
    return part.cluster, list(others.order_by("created_on", "pk")[:MANY])


def supporters_of(idea, token="", cluster=None):
    """How many are in, counted once over the whole cluster; whether a token's holder is in."""
    supports = Support.objects.filter(idea=idea)
    if cluster is not None:
        supports = Support.objects.filter(
            idea__cluster_parts__cluster=cluster, idea__cluster_parts__left_on=None
        )
    theirs = Count("pk", filter=Q(idea=idea, token=token))
    found = supports.aggregate(n=Count("token", distinct=True), theirs=theirs)
    return found["n"], bool(token and found["theirs"])


def comments_under(idea):
    """The comments that everybody may read, the oldest first."""
    shown = Comment.objects.filter(idea=idea, stage=Comment.Stage.SHOWN, is_hidden=False)
    return list(shown.order_by("created_on", "pk")[:MANY])


def photos_of_idea(idea, person):
    """The pictures of an idea that this person may see."""
    return photos_of("idea", [idea.pk], person).get(idea.pk, [])


def challenges_of(idea):
    """The public challenges that an idea answers."""
    return list(idea.challenges.public().order_by("created_at", "pk"))


def challenge_to_answer(pk):
    """The challenge that an idea is given to, where it takes ideas; else None."""
    open_ones = Challenge.objects.public().filter(stage__in=Challenge.TAKES_IDEAS)
    return open_ones.filter(pk=pk).select_related("thread").first() if pk else None


def ideas_answering(challenge, person):
    """The ideas that answer a challenge, the newest first, ready to be shown."""
    found = Idea.objects.seen_by(person).filter(challenges=challenge)
    return found.as_cards().order_by("-created_on", "-pk")
