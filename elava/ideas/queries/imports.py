from django.db.models import Q

from elava.foundation.kinds import kind_of
from elava.ideas.models import ClusterPart, Comment, Companion, Hiding, Idea, Offer, Support
from elava.people.queries import reply_route_of


def ideas_of_import(batch):
    """The ideas that a table brought in, in the order of their arrival."""
    ideas = Idea.objects.filter(intake__batch=batch)
    return ideas.select_related("thread", "receipt").order_by("created_on", "pk")


def came_without_contact(idea):
    """True for an idea out of a table to whose giver nothing leads: nobody waits for a letter."""
    return idea.intake.batch_id is not None and reply_route_of(idea.receipt) is None


def ideas_to_show(batch):
    """The ideas of a table that wait to be shown: neither withdrawn nor hidden with a reason."""
    hidden = Hiding.objects.in_force().filter(kind=kind_of(Idea)).values("object_id")
    waiting = ideas_of_import(batch).filter(is_hidden=True, closed_on=None)
    return waiting.exclude(pk__in=hidden)


def acted_upon(ideas):
    """Those on which people have acted: support, help, words, a team, a cluster, an answer."""
    people = Q()
    for acts in (Support, Offer, Comment, Companion, ClusterPart):
        people |= Q(pk__in=acts.objects.values("idea"))
    return ideas.filter(people | Q(answer__isnull=False, answer__source=""))
