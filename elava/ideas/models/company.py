"""The company that an idea finds: who is in, who offers help, who carries it, who says a word."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elava.foundation.access import is_coordinator
from elava.foundation.models import Unordered
from elava.foundation.privacy import Privacy, personal
from elava.people.models import Person
from elava.programmes.models import DeskQuerySet, InProgramme, ProgrammeQuerySet, scoped

from .ideas import Idea


class Support(InProgramme, Unordered):
    """ "I am in": once for each voter token, which is the hash of a signed random cookie."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="supports")
    token = models.CharField(max_length=64)

    privacy = Privacy(facts="idea token")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["idea", "token"], name="a_voter_is_in_once")]


class Offer(InProgramme, Unordered):
    """ "I can help with …". The contact is optional and never public."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="offers")
    what = models.CharField(max_length=300)
    called = models.CharField(max_length=80, blank=True)
    contact = models.CharField(max_length=120, blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    is_thanked = models.BooleanField(default=False)

    objects = scoped(DeskQuerySet)

    privacy = Privacy(
        personal={
            "what": personal(
                _("the help that you offered"), purpose="answer", basis="consent", keep="year"
            ),
            "called": personal(
                _("your name with the help that you offered"),
                purpose="reach",
                basis="consent",
                keep="year",
            ),
            "contact": personal(
                _("how to reach you about the help that you offered"),
                purpose="reach",
                basis="consent",
                keep="year",
            ),
            "person": personal(
                _("that you offered help"),
                purpose="reach",
                basis="consent",
                keep="year",
                erase="delete",
            ),
        },
        facts="idea is_thanked",
        whose="person",
        counts_from="created_on",
    )

    def __str__(self):
        return self.what


def _in_a_team(person):
    """Whoever joined signed in, and the giver who joined with a slip that is theirs now."""
    return Q(person=person) | Q(is_giver=True, idea__receipt__claimed_by=person)


class Companion(InProgramme, Unordered):
    """Somebody in the team around an idea; the giver is invited. Names are for the team."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="companions")
    called = models.CharField(max_length=80)
    contact = models.CharField(max_length=120, blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    token = models.CharField(max_length=64, blank=True)
    is_giver = models.BooleanField(default=False)

    objects = scoped(DeskQuerySet)

    privacy = Privacy(
        personal={
            "called": personal(
                _("your name in the team around an idea"),
                purpose="reach",
                basis="consent",
                keep="year",
            ),
            "contact": personal(
                _("how the team around an idea reaches you"),
                purpose="reach",
                basis="consent",
                keep="year",
            ),
            "person": personal(
                _("that you are in the team around an idea"),
                purpose="reach",
                basis="consent",
                keep="year",
                erase="delete",
            ),
        },
        facts="idea token is_giver",
        whose=_in_a_team,
        counts_from="created_on",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["idea", "token"], condition=~Q(token=""), name="a_companion_joins_once"
            ),
            models.UniqueConstraint(
                fields=["idea"], condition=Q(is_giver=True), name="one_giver_in_a_team"
            ),
        ]

    def __str__(self):
        return self.called


class CommentQuerySet(ProgrammeQuerySet):
    """Comments as others may see them."""

    def public(self):
        """Those that were read or came from somebody known, under an idea that is public."""
        shown = self.filter(stage=Comment.Stage.SHOWN, is_hidden=False)
        return shown.filter(idea__in=Idea.objects.public())

    def seen_by(self, person):
        """The desk sees all of them."""
        return self if is_coordinator(person) else self.public()


class Comment(InProgramme, Unordered):
    """A word about an idea, in plain text. A newcomer's first one waits to be read."""

    class Stage(models.TextChoices):
        HELD = "held", _("Waiting to be read")
        SHOWN = "shown", _("Shown")

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="comments")
    text = models.CharField(max_length=1000)
    called = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=20, blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    token = models.CharField(max_length=64, blank=True)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.HELD)
    is_hidden = models.BooleanField(default=False)

    objects = scoped(CommentQuerySet)

    privacy = Privacy(
        personal={
            "text": personal(
                _("your comments"), purpose="answer", basis="public_task", keep="programme"
            ),
            "called": personal(
                _("the first name that you let us show with a comment"),
                purpose="answer",
                basis="consent",
                keep="programme",
            ),
            "person": personal(
                _("which comments are yours"),
                purpose="trace",
                basis="interest",
                keep="programme",
            ),
        },
        facts="idea language token stage is_hidden",
        whose="person",
    )

    class Meta:
        indexes = [models.Index(fields=["idea", "stage", "created_on"])]

    def __str__(self):
        return self.text
