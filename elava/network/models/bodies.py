from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation.access import is_coordinator, places_of
from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy
from elava.foundation.translated import TranslatedField
from elava.programmes.models import InProgramme, ProgrammeQuerySet, Project, scoped

from .places import Group


class Body(InProgramme, TimeOrdered):
    """The support group, the steering group, the coordination team: a body with rules as data.

    It belongs to the programme, or to a project under it. Money is in cents; shares are per cent of
    the votes present. Each change of its rules makes a new `rule_version`.
    """

    privacy = Privacy(
        facts="project group kind name about slug quorum one_organisation_one_vote "
        "ceiling_for_public_bodies minutes_checkers may_postpone may_start_experiments "
        "cents_each cents_in_all "
        "proposes_to rule_version"
    )

    class Kind(models.TextChoices):
        SUPPORT = "support", _("support group")
        STEERING = "steering", _("steering group")
        COORDINATION = "coordination", _("coordination team")
        GROUP_PURSE = "group_purse", _("theme group with a purse")

    DECIDING = (Kind.SUPPORT, Kind.STEERING, Kind.GROUP_PURSE)
    RULES = (
        "quorum", "one_organisation_one_vote", "ceiling_for_public_bodies", "minutes_checkers",
        "may_postpone", "may_start_experiments", "cents_each", "cents_in_all", "proposes_to",
    )  # fmt: skip

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, null=True, blank=True, related_name="bodies"
    )
    kind = models.CharField(max_length=14, choices=Kind.choices)
    name = TranslatedField()
    about = TranslatedField()
    slug = models.SlugField(max_length=80)
    quorum = models.PositiveSmallIntegerField(default=1)
    one_organisation_one_vote = models.BooleanField(default=True)
    ceiling_for_public_bodies = models.PositiveSmallIntegerField(default=49)
    minutes_checkers = models.PositiveSmallIntegerField(default=2)
    may_postpone = models.BooleanField(default=True)
    may_start_experiments = models.BooleanField(default=False)
    cents_each = models.PositiveBigIntegerField(default=0)
    cents_in_all = models.PositiveBigIntegerField(default=0)
    proposes_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    rule_version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="an_address_per_body"),
            models.CheckConstraint(
                condition=Q(ceiling_for_public_bodies__lte=100), name="a_ceiling_is_a_per_cent"
            ),
            models.CheckConstraint(
                condition=~Q(kind="group_purse") | Q(group__isnull=False),
                name="a_group_purse_has_its_group",
            ),
        ]

    def __str__(self):
        return str(self.name)

    def get_absolute_url(self):
        """The body's page."""
        return reverse("body", args=[self.slug])


class PurseMovementQuerySet(ProgrammeQuerySet):
    """Movements of money as others may read them."""

    def public(self):
        """Those that may be told: a decision that can still be taken back is not."""
        return self.filter(is_told=True)

    def seen_by(self, person):
        """The coordination and the body itself read each movement as soon as it is made."""
        if is_coordinator(person):
            return self
        return self.filter(Q(is_told=True) | Q(body__in=places_of(person)))


class PurseMovement(InProgramme, TimeOrdered):
    """Money into a body's purse, promised out of it, or released again; cents, signed.

    A grant may be cut (minus); a promise is minus; what is released is plus. `subject_kind` and
    `subject_id` point at what the money is for, such as a decision of an upper floor; `is_told` is
    false as long as nobody outside may hear of it.
    """

    privacy = Privacy(facts="body kind cents what_for source on subject_kind subject_id is_told")

    class Kind(models.TextChoices):
        GRANTED = "granted", _("granted")
        PROMISED = "promised", _("promised")
        RELEASED = "released", _("released")

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="movements")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    cents = models.BigIntegerField()
    what_for = models.CharField(max_length=200)
    source = models.CharField(max_length=200)
    on = models.DateField()
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_id = models.UUIDField(null=True, blank=True)
    is_told = models.BooleanField(default=True)

    objects = scoped(PurseMovementQuerySet)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind="granted") & ~Q(cents=0))
                | Q(kind="promised", cents__lt=0)
                | Q(kind="released", cents__gt=0),
                name="a_movement_has_the_sign_of_its_kind",
            ),
            models.UniqueConstraint(
                fields=["body", "subject_kind", "subject_id"],
                condition=Q(kind="promised", subject_id__isnull=False),
                name="one_promise_for_a_subject",
            ),
        ]
        indexes = [models.Index(fields=["body", "on"])]

    def is_own(self, person):
        """Whether the person coordinates, or has a role in the body whose money it is."""
        return is_coordinator(person) or self.body_id in places_of(person)
