from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elava.foundation.models import Unordered
from elava.foundation.privacy import Privacy, personal
from elava.people.models import Person
from elava.programmes.models import InProgramme, Place

from .imports import IdeaImport


class Intake(InProgramme, Unordered):
    """How something came to us: the same object for every door. Its raw words never change.

    `external_key` is the message id or card number of the door; a second arrival changes nothing.
    `consent_version` is the hash of the text that the giver agreed to.
    """

    class Door(models.TextChoices):
        WEB = "web", _("on the web")
        PAPER = "paper", _("on a paper card")
        PHONE = "phone", _("by phone")
        SMS = "sms", _("by text message")
        EMAIL = "email", _("by e-mail")
        KIOSK = "kiosk", _("at a meeting place")
        HELPER = "helper", _("through a helper")
        EVENT = "event", _("at an event")
        WORKSHOP = "workshop", _("at a workshop")
        IMPORT = "import", _("from another service")

    class Speaker(models.TextChoices):
        SELF = "self", _("The giver speaks for themselves")
        FOR_SOMEONE = "for_someone", _("Somebody speaks for another person")
        GROUP = "group", _("A group speaks together")
        RELAY = "relay", _("A helper brings it for someone who stays unknown")

    class Consent(models.TextChoices):
        ON_PAGE = "on_page", _("The giver chose it on the page")
        ALOUD = "aloud", _("I read the text aloud and the giver agreed")
        ON_PAPER = "on_paper", _("The giver ticked it on paper")
        IN_MESSAGE = "in_message", _("The giver wrote it in a message")

    class Route(models.TextChoices):
        NUMBER = "number", _("The giver asks with the number")
        CONTACT = "contact", _("By the contact that the giver leaves")
        HELPER = "helper", _("A helper tells the giver")

    door = models.CharField(max_length=10, choices=Door.choices)
    external_key = models.CharField(max_length=100, blank=True)
    spoken_by = models.CharField(max_length=12, choices=Speaker.choices, default=Speaker.SELF)
    group_size = models.PositiveSmallIntegerField(null=True, blank=True)
    consent = models.CharField(max_length=12, choices=Consent.choices, default=Consent.ON_PAGE)
    consent_version = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=20)
    reply_route = models.CharField(max_length=10, choices=Route.choices, default=Route.NUMBER)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    batch = models.ForeignKey(
        IdeaImport, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    raw_words = models.TextField()

    privacy = Privacy(
        personal={
            "recorded_by": personal(
                _("which ideas you wrote down for others"),
                purpose="trace",
                basis="interest",
                keep="programme",
            ),
            "raw_words": personal(
                _("your idea as it came in"),
                purpose="answer",
                basis="public_task",
                keep="two_years",
                whose="idea__receipt__claimed_by",
            ),
        },
        facts="door external_key spoken_by group_size consent consent_version language reply_route "
        "place batch",
        counts_from="created_on",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "door", "external_key"],
                condition=~Q(external_key=""),
                name="a_message_comes_in_once",
            ),
            models.CheckConstraint(
                condition=~Q(spoken_by="relay") | Q(recorded_by=None),
                name="an_anonymous_relay_names_nobody",
            ),
            models.CheckConstraint(
                condition=Q(group_size=None) | Q(spoken_by="group"),
                name="only_a_group_has_a_size",
            ),
        ]
        indexes = [models.Index(fields=["programme", "recorded_by", "created_on"])]

    @property
    def voices(self):
        """How many people spoke."""
        return self.group_size or 1
