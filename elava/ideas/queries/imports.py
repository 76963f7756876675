from django.db.models import Q

from elava.ideas.models import ClusterPart, Comment, Companion, Idea, Offer, Support


def ideas_of_import(batch):
    """The ideas that a table brought in, in the order of their arrival."""
    ideas = Idea.objects.filter(intake__batch=batch)
    return ideas.select_related("thread", "receipt").order_by("created_on", "pk")


def acted_upon(ideas):
    """Those on which people have acted: support, help, words, a team, a cluster, an answer."""
    people = Q()
    for acts in (Support, Offer, Comment, Companion, ClusterPart):
        people |= Q(pk__in=acts.objects.values("idea"))
    return ideas.filter(people | Q(answer__isnull=False, answer__source=""))
