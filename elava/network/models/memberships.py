from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy, personal
from elava.people.models import Person
from elava.programmes.models import InProgramme, scoped

from .bodies import Body
from .places import DatedQuerySet, Group, Organisation


class MembershipQuerySet(DatedQuerySet):
    """Memberships by date and by who asks."""

    def public(self):
        """None of them: who holds which role is read in the directory."""
        return self.none()

    def seen_by(self, person):
        """Whoever has a role in the programme sees the directory; a visitor sees nobody."""
        return self if person.roles else self.none()


class Membership(InProgramme, TimeOrdered):
    """A person's dated role in one organisation, group or body."""

    privacy = Privacy(
        personal={
            "person": personal(
                _("your roles and their dates"),
                purpose="roles",
                basis="interest",
                keep="history",
                erase="stay",
            ),
            "source": personal(
                _("how we came to know of your role"),
                purpose="roles",
                basis="interest",
                keep="programme",
                whose="person",
            ),
        },
        facts="organisation group body role for_organisation deputy_of since until",
    )

    class Role(models.TextChoices):
        MEMBER = "member", _("member")
        DEPUTY = "deputy", _("deputy member")
        CHAIR = "chair", _("chair")
        VICE_CHAIR = "vice_chair", _("vice chair")
        SECRETARY = "secretary", _("secretary")
        COORDINATOR = "coordinator", _("coordinator")
        CONTACT = "contact", _("contact person")
        HEAD = "head", _("head")
        WORKER = "worker", _("worker")
        COACH = "coach", _("coach")
        TREASURER = "treasurer", _("treasurer")
        HELPER = "helper", _("helper")

    KEEPERS = (Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY)
    VOTING = (Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR, Role.COORDINATOR, Role.DEPUTY)

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    group = models.ForeignKey(
        Group, on_delete=models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    body = models.ForeignKey(
        Body, on_delete=models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.MEMBER)
    for_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    deputy_of = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="deputies"
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=80)

    objects = scoped(MembershipQuerySet)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, group=None, body=None)
                | Q(organisation=None, group__isnull=False, body=None)
                | Q(organisation=None, group=None, body__isnull=False),
                name="a_membership_is_in_one_place",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")),
                name="a_membership_ends_after_it_starts",
            ),
            *(
                models.UniqueConstraint(
                    fields=["person", place, "role"],
                    condition=Q(until=None),
                    name=f"a_running_role_in_one_{place}_once",
                )
                for place in ("organisation", "group", "body")
            ),
        ]

    def __str__(self):
        return f"{self.person_id} {self.role}"

    @property
    def place(self):
        """The organisation, group or body."""
        return self.organisation or self.group or self.body
