"""With which other ideas an item may be joined, the nearest first."""

from django.db.models import Count, Q

from elava.ideas.models import Idea
from elava.ideas.queries.around import similar_ideas

NEAR, MANY = 8, 100


def ideas_to_join(item, person, word=""):
    """(the nearest, the others): what says the same or answers the same challenge; then by age.

    A word narrows both down: it stands in the title or in the text.
    """
    own = [part.idea for part in item.parts.select_related("idea").order_by("pk")]
    seen = (
        Idea.objects.seen_by(person)
        .filter(stage__in=Idea.SHOWN_STAGES)
        .exclude(pk__in=[idea.pk for idea in own])
    )
    if word:
        seen = seen.filter(Q(title__icontains=word) | Q(text__icontains=word))
    alike = {one.pk: place for place, one in enumerate(_alike(own, person))}
    challenges = {challenge.pk for idea in own for challenge in idea.challenges.all()}
    shared = Count("challenges", filter=Q(challenges__in=challenges), distinct=True)
    near = list(seen.filter(pk__in=alike))
    near.sort(key=lambda one: alike[one.pk])
    rest = seen.exclude(pk__in=alike).annotate(shared=shared)
    rest = list(rest.order_by("-shared", "-created_on", "-pk")[:MANY])
    near += [one for one in rest if one.shared]
    return near[:NEAR], near[NEAR:] + [one for one in rest if not one.shared]


def _alike(ideas, person):
    for idea in ideas:
        yield from similar_ideas(idea, person, but=ideas, limit=NEAR)
