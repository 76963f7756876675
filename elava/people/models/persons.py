from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from elava.foundation.access import Role, roles_of
from elava.foundation.digits import in_threes
from elava.foundation.ids import fresh_stamp
from elava.foundation.models import TimeOrdered, Unordered
from elava.foundation.privacy import Privacy, personal
from elava.foundation.secret_links import derived_secret, hash_of_secret
from elava.programmes.models import DeskQuerySet, InProgramme, current_programme, scoped


class Account(TimeOrdered, AbstractBaseUser):
    """A way to sign in to the installation; what a person is in a programme is a Person.

    There are no passwords. A session holds as long as the account's stamp: a new stamp signs out
    everywhere.
    """

    privacy = Privacy(
        personal={
            "email": personal(
                _("the e-mail address you sign in with"),
                purpose="sign_in",
                basis="agreement",
                keep="until_stopped",
                erase="delete",
            )
        },
        facts="is_active stamp",
        whose=lambda person: models.Q(pk=person.account_id),
    )

    password = None
    last_login = None
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    stamp = models.CharField(max_length=32, default=fresh_stamp, editable=False)

    objects = BaseUserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    @classmethod
    def forget(cls, rows):
        """Delete those accounts that are nobody's any more, in any programme."""
        used = Person._base_manager.exclude(account=None).values("account")
        rows.exclude(pk__in=used).delete()

    def __str__(self):
        return f"account {self.pk}"

    @property
    def programme(self):
        """The programme in which it is used just now; the account itself belongs to none."""
        return current_programme()

    def has_usable_password(self):
        """Never."""
        return False

    def check_password(self, raw_password):
        """No password opens an account."""
        return False

    def _get_session_auth_hash(self, secret=None):
        mac = salted_hmac("elava.session", self.stamp, secret=secret, algorithm="sha256")
        return mac.hexdigest()


class Visitor:
    """Whoever has not signed in: no roles, no row, no trace."""

    pk = None
    called = ""
    is_visitor = True
    is_minor = False
    roles = frozenset()


NOBODY = Visitor()


class Operator(Visitor):
    """Whoever runs the installation's own commands: sets a programme up, and has no row in it."""

    roles = frozenset({Role("coordination", "operator")})


OPERATOR = Operator()


class KeyHolder(Visitor):
    """A visitor who has shown the secret of a slip or of a link, and may act for what it opens."""

    def __init__(self, row):
        """Remember what the secret opens: a receipt, a contact way."""
        self.holds = row.pk


class PersonQuerySet(DeskQuerySet):
    """Persons as others may see them."""

    def owned_by(self, person):
        """A person sees themselves."""
        return self.filter(pk=person.pk)


class Person(InProgramme, TimeOrdered):
    """Someone in one programme. Nothing about a person is public by default."""

    class Visibility(models.TextChoices):
        HIDDEN = "hidden", _("Nobody but the coordinators")
        NETWORK = "network", _("Those who work in the programme")
        PUBLIC = "public", _("Everybody")

    privacy = Privacy(
        personal={
            "account": personal(
                _("that you have an account"),
                purpose="sign_in",
                basis="agreement",
                keep="until_stopped",
            ),
            "called": personal(
                _("the name you go by"), purpose="roles", basis="interest", keep="programme"
            ),
            "language": personal(
                _("the language you want to be spoken to in"),
                purpose="reach",
                basis="interest",
                keep="programme",
            ),
            "visibility": personal(
                _("who may see your name"), purpose="roles", basis="consent", keep="programme"
            ),
            "age_confirmed_on": personal(
                _("the day on which you said that you are 13 or older"),
                purpose="sign_in",
                basis="law",
                keep="until_stopped",
            ),
            "is_minor": personal(
                _("that you said you are under 18, so that your name is never public"),
                purpose="roles",
                basis="law",
                keep="until_stopped",
            ),
        },
        whose="pk",
    )

    account = models.ForeignKey(
        Account, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    called = models.CharField(max_length=80)
    language = models.CharField(max_length=20, blank=True)
    visibility = models.CharField(
        max_length=8, choices=Visibility.choices, default=Visibility.HIDDEN
    )

    age_confirmed_on = models.DateField(null=True, blank=True)
    is_minor = models.BooleanField(default=False)

    objects = scoped(PersonQuerySet)
    is_visitor = False

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "account"], name="one_person_per_account_and_programme"
            ),
            models.CheckConstraint(
                condition=models.Q(is_minor=False) | ~models.Q(visibility="public"),
                name="a_minor_has_no_public_name",
            ),
        ]

    def __str__(self):
        return self.called or str(_("somebody who is no longer here"))

    def get_absolute_url(self):
        """The person's own page: nobody else has one about them."""
        return reverse("me")

    @cached_property
    def roles(self):
        """The roles of today, asked once for each time the person is loaded."""
        return roles_of(self)


class NumberBlock(InProgramme, TimeOrdered):
    """A thousand numbers issued to one use: the web, a pad of paper cards, text messages."""

    privacy = Privacy(facts="use thousand")

    SIZE = 1000

    class Use(models.TextChoices):
        WEB = "web"
        PAD = "pad"
        SMS = "sms"

    use = models.CharField(max_length=8, choices=Use.choices)
    thousand = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "thousand"], name="a_block_has_one_use")
        ]


class ReceiptQuerySet(DeskQuerySet):
    """Slips; whoever has the number or the secret asks for one by a query of its own."""

    def owned_by(self, person):
        """Those that they have taken as their own."""
        return self.filter(claimed_by=person)


class Receipt(InProgramme, Unordered):
    """What the giver of something keeps: a number to ask with and a secret to act with.

    The secret is never stored. It is derived from the receipt and the installation's key, so that
    a repeated answer shows the same slip; it is recognised by its hash, so that a slip stays good
    when the key has been changed.
    """

    privacy = Privacy(
        personal={
            "claimed_by": personal(
                _("which slips you have taken as your own"),
                purpose="answer",
                basis="agreement",
                keep="until_stopped",
            )
        },
        facts="number secret_hash",
    )

    number = models.CharField(max_length=12)
    secret_hash = models.CharField(max_length=64, unique=True)
    claimed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = scoped(ReceiptQuerySet)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="a_number_is_given_once")
        ]

    def __str__(self):
        return self.number_shown

    @property
    def number_shown(self):
        """The number in threes."""
        return in_threes(self.number)

    @property
    def secret(self):
        """The long secret of the receipt link: 160 bits as 32 letters and digits."""
        return derived_secret("receipt", self.programme_id, self.pk)

    @staticmethod
    def hash_of(secret):
        """What is stored of a secret."""
        return hash_of_secret(secret)
