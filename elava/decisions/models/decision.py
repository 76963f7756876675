from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from elava.foundation.access import is_coordinator, places_of
from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy, personal
from elava.foundation.translated import TranslatedField
from elava.ideas.models import Answer, Idea
from elava.network.models import Body, Membership, Organisation
from elava.programmes.models import InProgramme, ProgrammeQuerySet, scoped

from .item import Item, ItemIdea


class DecisionQuerySet(ProgrammeQuerySet):
    """Decisions in force, and those that everybody may read."""

    def in_force(self):
        """Those that nobody has taken back."""
        return self.filter(undone_at=None)

    def public(self):
        """Those that were carried out, about ideas that everybody may read."""
        confirmed = self.in_force().exclude(confirmed_at=None)
        return confirmed.filter(_about(Idea.objects.public()), item__is_confidential=False)

    def titled_in_public(self):
        """Those whose matter everybody may read by its title: as in the extract."""
        confirmed = self.in_force().exclude(confirmed_at=None).filter(item__is_confidential=False)
        is_published = Q(item__parts=None, item__meeting__minutes__published_at__isnull=False)
        return confirmed.filter(_about(Idea.objects.public()) | is_published)

    def seen_by(self, person):
        """Those about ideas that the person may see; with a role, those about no idea, too.

        What is confidential stays with the coordination and the body that decided it.
        """
        confirmed = self.in_force().exclude(confirmed_at=None)
        if is_coordinator(person):
            return confirmed
        if not person.roles:
            return self.public()
        told = Q(item__is_confidential=False) | Q(item__meeting__body__in=places_of(person))
        about = _about(Idea.objects.seen_by(person)) | Q(item__parts=None)
        return confirmed.filter(told).filter(about).distinct()


def _about(ideas):
    """On one of these ideas: asked for each decision, as they are few and the ideas many."""
    this_one = ideas.filter(pk=OuterRef("idea"))
    return Exists(ItemIdea.objects.filter(Exists(this_one), item=OuterRef("item")))


class Decision(InProgramme, TimeOrdered):
    """What the body decided on an item, with the reason, the count, and the one follow-up.

    Money is in cents. A proposal is a decision beyond the body's own mandate: `is_proposal`.
    """

    privacy = Privacy(
        facts="item outcome method reason at votes_for votes_against votes_abstaining "
        "votes_present quorum_needed rule_version warnings beyond proposed_to cents follow_up "
        "condition joined_to due_on confirmed_at undone_at answer"
    )

    class Outcome(models.TextChoices):
        TRY = "try", _("We try it")
        TRY_IF = "try_if", _("We try it, if …")
        JOIN = "join", _("We join it with another")
        ELSEWHERE = "elsewhere", _("We take it elsewhere")
        NOT_NOW = "not_now", _("Not now, because …")
        AGREED = "agreed", _("Agreed")
        REFUSED = "refused", _("Not agreed")
        NOTED = "noted", _("Noted")

    STARTS = (Outcome.TRY, Outcome.TRY_IF)
    FREE = (Outcome.AGREED, Outcome.REFUSED, Outcome.NOTED)

    class Method(models.TextChoices):
        CONSENT = "consent", _("No reasoned objection")
        HANDS = "hands", _("Hands counted")
        VOTE = "vote", _("Vote by organisation")

    class Beyond(models.TextChoices):
        NOTHING = "", _("within the mandate")
        MANDATE = "mandate", _("this body may not start experiments")
        EACH = "each", _("more money than the body may use at a time")
        PURSE = "purse", _("more money than is left in the purse")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    method = models.CharField(max_length=8, choices=Method.choices)
    reason = TranslatedField()
    at = models.DateTimeField()

    votes_for = models.PositiveSmallIntegerField(default=0)
    votes_against = models.PositiveSmallIntegerField(default=0)
    votes_abstaining = models.PositiveSmallIntegerField(default=0)
    votes_present = models.PositiveSmallIntegerField()
    quorum_needed = models.PositiveSmallIntegerField()
    rule_version = models.PositiveSmallIntegerField()
    warnings = models.JSONField(default=list)

    beyond = models.CharField(max_length=8, choices=Beyond.choices, blank=True)
    proposed_to = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    cents = models.PositiveBigIntegerField(default=0)
    follow_up = models.CharField(max_length=500, blank=True)
    condition = models.TextField(max_length=1000, blank=True)
    joined_to = models.ForeignKey(Idea, on_delete=models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)

    confirmed_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, null=True, related_name="+")

    objects = scoped(DecisionQuerySet)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(undone_at=None), name="an_item_has_one_decision"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="try_if") | ~Q(condition=""), name="an_if_has_its_condition"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="join") | Q(joined_to__isnull=False),
                name="what_is_joined_has_its_other",
            ),
            models.CheckConstraint(
                condition=Q(beyond="", proposed_to=None)
                | (~Q(beyond="") & Q(proposed_to__isnull=False)),
                name="what_is_beyond_the_mandate_is_proposed",
            ),
            models.CheckConstraint(
                condition=Q(votes_present__gte=models.F("quorum_needed")),
                name="nothing_is_decided_without_a_quorum",
            ),
            models.CheckConstraint(
                condition=Q(
                    votes_present__gte=models.F("votes_for")
                    + models.F("votes_against")
                    + models.F("votes_abstaining")
                ),
                name="nobody_is_counted_twice",
            ),
        ]

    def __str__(self):
        return self.get_outcome_display()

    @property
    def is_proposal(self):
        """True where another body has the last word."""
        return bool(self.beyond)


class Carrier(InProgramme, TimeOrdered):
    """An organisation that carries out what was decided; there may be several."""

    privacy = Privacy(facts="decision organisation")

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="carriers")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "organisation"], name="who_carries_is_named_once"
            )
        ]


class Vote(InProgramme, TimeOrdered):
    """One vote in a vote by organisation; `seat` is the organisation, or the member without one."""

    privacy = Privacy(
        personal={
            "membership": personal(
                _("which votes you cast for your organisation"),
                purpose="decide",
                basis="public_task",
                keep="history",
                erase="stay",
                whose="membership__person",
            )
        },
        facts="decision seat value",
    )

    class Value(models.TextChoices):
        FOR = "for", _("For")
        AGAINST = "against", _("Against")
        ABSTAINS = "abstains", _("Abstains")

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="votes")
    seat = models.UUIDField()
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    value = models.CharField(max_length=8, choices=Value.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "seat"], name="an_organisation_votes_once")
        ]
