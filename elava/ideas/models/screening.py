from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered, Unordered
from elava.foundation.privacy import Privacy, personal
from elava.foundation.translated import TranslatedField
from elava.programmes.models import DeskQuerySet, InProgramme, scoped

from .company import Comment
from .ideas import Idea


def about_posts_of(person):
    """A condition for rows about a person's comments and the ideas that they have claimed."""
    ideas = Idea.objects.filter(receipt__claimed_by=person).values("pk")
    comments = Comment.objects.filter(person=person).values("pk")
    return Q(object_id__in=ideas) | Q(object_id__in=comments)


class Reason(models.TextChoices):
    """Why a post cannot be shown: a short list, the same for all."""

    NAMES_SOMEONE = "names_someone", _("It tells about a person who can be recognised")
    HURTS = "hurts", _("It hurts or threatens somebody")
    ADVERT = "advert", _("It is an advertisement")
    UNLAWFUL = "unlawful", _("The law does not allow it")
    TWICE = "twice", _("The same text came in twice")
    OTHER = "other", _("Another reason")


class HidingQuerySet(DeskQuerySet):
    """Hidings by what became of them: the open log shows what and why, never the words."""

    def in_force(self):
        """Those that nobody has lifted."""
        return self.filter(lifted_at=None)

    def appealed(self):
        """Those whose author disagrees and has no answer yet."""
        return self.in_force().exclude(appeal="").filter(appeal_answer="")


class Hiding(InProgramme, TimeOrdered):
    """A post is hidden, with a reason and a message to its author, who may appeal."""

    Reason = Reason

    kind = models.CharField(max_length=40)
    object_id = models.UUIDField()
    reason = models.CharField(max_length=16, choices=Reason.choices)
    message = TranslatedField()
    appeal = models.CharField(max_length=1000, blank=True)
    appealed_on = models.DateField(null=True, blank=True)
    appeal_answer = models.CharField(max_length=1000, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = scoped(HidingQuerySet)

    privacy = Privacy(
        personal={
            "message": personal(
                _("why we hid what you wrote"),
                purpose="trace",
                basis="law",
                keep="programme",
            ),
            "appeal": personal(
                _("what you said when you disagreed with a hiding"),
                purpose="answer",
                basis="law",
                keep="programme",
            ),
            "appeal_answer": personal(
                _("our answer when you disagreed with a hiding"),
                purpose="answer",
                basis="law",
                keep="programme",
            ),
        },
        facts="kind object_id reason appealed_on lifted_at",
        whose=about_posts_of,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"], condition=Q(lifted_at=None), name="a_post_hides_once"
            )
        ]


class Report(InProgramme, Unordered):
    """Somebody tells that a post should not be shown; nobody is asked who they are."""

    kind = models.CharField(max_length=40)
    object_id = models.UUIDField()
    reason = models.CharField(max_length=16, choices=Reason.choices)
    words = models.CharField(max_length=1000, blank=True)
    handled_on = models.DateField(null=True, blank=True)

    objects = scoped(DeskQuerySet)

    privacy = Privacy(
        personal={
            "words": personal(
                _("what others told us about your post"),
                purpose="trace",
                basis="law",
                keep="year",
                is_exported=False,
            )
        },
        facts="kind object_id reason handled_on",
        whose=about_posts_of,
        counts_from="created_on",
    )

    class Meta:
        indexes = [models.Index(fields=["programme", "handled_on", "created_on"])]
