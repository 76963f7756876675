from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered, Unordered
from elava.foundation.privacy import Privacy, personal
from elava.people.models import Person
from elava.programmes.models import InProgramme, ProgrammeQuerySet, scoped

from .ideas import Idea


class ClusterQuerySet(ProgrammeQuerySet):
    """Clusters as others may see them."""

    def running(self):
        """Those that nobody has undone."""
        return self.filter(undone_at=None)


class Cluster(InProgramme, TimeOrdered):
    """Ideas that say the same thing. Each keeps its own words, and each can leave."""

    title = models.CharField(max_length=120)
    why = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = scoped(ClusterQuerySet)

    privacy = Privacy(
        personal={
            "made_by": personal(
                _("which ideas you put together"),
                purpose="trace",
                basis="interest",
                keep="programme",
            )
        },
        facts="title why undone_at",
    )

    def __str__(self):
        return self.title


class ClusterPart(InProgramme, Unordered):
    """One idea in a cluster, until it leaves or the cluster is undone."""

    cluster = models.ForeignKey(Cluster, on_delete=models.CASCADE, related_name="parts")
    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="cluster_parts")
    left_on = models.DateField(null=True, blank=True)

    privacy = Privacy(facts="cluster idea left_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["idea"], condition=Q(left_on=None), name="an_idea_is_in_one_cluster"
            )
        ]
