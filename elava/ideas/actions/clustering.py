"""Ideas that say the same thing stand together, until somebody undoes it."""

from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ideas.models import Cluster, ClusterPart, Idea
from elava.ideas.rules import may_change, may_cluster

AT_LEAST = 2


@action
def make_cluster(ideas, *, by, title, why=""):
    """Put ideas that say the same together; their words stay, their supporters count once."""
    ideas = [Idea.objects.locked(idea) for idea in sorted(ideas, key=lambda idea: idea.pk)]
    if len(ideas) < AT_LEAST:
        raise NotNow(_("A cluster needs at least two ideas."))
    taken = ClusterPart.objects.filter(idea__in=ideas, left_on=None).select_related("idea").first()
    if taken:
        message = _("“%(title)s” is already in a cluster. Undo that first.")
        raise NotNow(message % {"title": taken.idea.title})
    cluster = Cluster.objects.create(title=title, why=why, made_by=by if by.pk else None)
    record("cluster.made", cluster, by=by, words=why)
    for idea in ideas:
        require(may_cluster, by, idea)
        if idea.closed_on or idea.is_hidden:
            raise NotNow(_("“%(title)s” is not open any more.") % {"title": idea.title})
        ClusterPart.objects.create(cluster=cluster, idea=idea)
        record("idea.clustered", idea, by=by, cluster=str(cluster.pk))
    return cluster


@action
def undo_cluster(cluster, *, by, why=""):
    """Every idea stands alone again."""
    cluster = Cluster.objects.locked(cluster)
    require(may_cluster, by, cluster)
    if cluster.undone_at:
        raise NotNow(_("This cluster has already been undone."))
    cluster.undone_at = clock.now()
    cluster.save(update_fields=["undone_at"])
    record("cluster.undone", cluster, by=by, words=why)
    for part in cluster.parts.filter(left_on=None).select_related("idea__thread").order_by("pk"):
        _leave(part, by)
    return cluster


@action
def leave_cluster(idea, *, by, words=""):
    """The giver of an idea, or the desk for them, takes it out of its cluster."""
    idea = Idea.objects.locked(idea)
    require(may_change, by, idea)
    part = ClusterPart.objects.filter(idea=idea, left_on=None).select_related("cluster").first()
    if part is None:
        raise NotNow(_("This idea is in no cluster."))
    _leave(part, by)
    record("cluster.left", part.cluster, by=by, words=words)
    if part.cluster.parts.filter(left_on=None).count() < AT_LEAST:
        _undo_by_itself(part.cluster, by)
    return part


def _undo_by_itself(cluster, by):
    """One idea alone is no cluster."""
    cluster.undone_at = clock.now()
    cluster.save(update_fields=["undone_at"])
    record("cluster.undone", cluster, by=by)
    for part in cluster.parts.filter(left_on=None).order_by("pk"):
        _leave(part, by)


def _leave(part, by):
    part.left_on = clock.today()
    part.save(update_fields=["left_on"])
    record("idea.left_cluster", part.idea, by=by, cluster=str(part.cluster_id))
