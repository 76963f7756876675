import ipaddress
from dataclasses import dataclass, field, replace

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from elava.foundation import clock
from elava.network.models import Membership
from elava.people.models import NOBODY
from elava.people.queries import person_of
from elava.programmes.models import Programme

from .rules import needs_second_step

SECOND_STEP = "second_step"
THE_APP, THE_AGE = "account_app", "account_age"
PLAY_MODES = ("demo", "dev")
FORWARDED = (
    "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_X_REAL_IP",
    "HTTP_FORWARDED", "HTTP_VIA",
)  # fmt: skip


def admitted(account, session):
    """Who asks, and the name of the page of the step they still owe; until then they are nobody."""
    person = person_of(account)
    if not session.get(SECOND_STEP) and needs_second_step(person):
        return NOBODY, THE_APP
    if owes_age(person):
        return NOBODY, THE_AGE
    return person, ""


def owes_age(person):
    """True for somebody who has not yet said that they are 13 or older."""
    return person.pk is not None and person.age_confirmed_on is None


def sealed(code):
    """The keyed hash of a mailed code: what a session may keep of it."""
    return salted_hmac("elava.code", code, algorithm="sha256").hexdigest()


def is_play(host, meta):
    """True on the machine itself in demo or dev mode: nothing forwarded, a local name."""
    return (
        settings.ELAVA_MODE in PLAY_MODES
        and not any(meta.get(name) for name in FORWARDED)
        and _is_loopback(meta.get("REMOTE_ADDR", ""))
        and (host in ("localhost", "127.0.0.1", "[::1]") or host.endswith(".localhost"))
    )


def _is_loopback(address):
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def has_passkeys(host, *, is_secure):
    """Passkeys are tied to a host name, and browsers want https for any but the local one."""
    is_local = host == "localhost" or host.endswith(".localhost")
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return is_secure or is_local
    return False


@dataclass
class Locks:
    """What an account has for its second step."""

    app: object = None
    recovery_codes: object = None
    passkeys: list = field(default_factory=list)

    @property
    def is_set(self):
        """True when there is something to ask for at sign-in."""
        return bool(self.app or self.passkeys)

    @property
    def codes_left(self):
        """How many recovery codes have not been used."""
        return len(self.recovery_codes.wrap().get_unused_codes()) if self.recovery_codes else 0


def locks_of(account):
    """The app, the passkeys and the recovery codes of an account."""
    locks = Locks()
    for row in Authenticator.objects.filter(user_id=account.pk).order_by("created_at", "pk"):
        if row.type == Authenticator.Type.WEBAUTHN:
            locks.passkeys.append(row)
        elif row.type == Authenticator.Type.TOTP:
            locks.app = row
        else:
            locks.recovery_codes = row
    return locks


def programmes_by_host():
    """The host names of all programmes."""
    return list(Programme.objects.order_by("host").values_list("host", flat=True))


def programme_called(host):
    """The programme of a host name; without one, the only programme there is; else None."""
    found = Programme.objects.filter(host=host) if host else Programme.objects.all()
    some = list(found.order_by("pk")[:2])
    return some[0] if len(some) == 1 else None


@dataclass(frozen=True)
class PlayedRole:
    """A role that the demonstration offers: what it is, what one can do in it."""

    key: str
    label: object
    does: object
    verb: object
    seats: dict | None = None
    who: str = ""


ROLES = {
    role.key: role
    for role in (
        PlayedRole("coordinator", _("Coordinator"), _("Reads what comes in, answers, plans."),
                   _("Be the coordinator"), {"body__kind": "coordination"}),
        PlayedRole("chair", _("Chair of the support group"), _("Leads the meeting that decides."),
                   _("Be the chair"), {"body__kind": "support", "role": "chair"}),
        PlayedRole("secretary", _("Secretary of the support group"), _("Runs the meeting, writes."),
                   _("Be the secretary"), {"body__kind": "support", "role": "secretary"}),
        PlayedRole("member", _("Member of the support group"), _("Reads the ideas and decides."),
                   _("Be a member"), {"body__kind": "support", "role": "member"}),
        PlayedRole("helper", _("Helper"), _("Writes down what others say."),
                   _("Be a helper"), {"role": "helper"}),
        PlayedRole("resident", _("Resident"),
                   _("Gives an idea and follows it, without an account."),
                   _("Be a resident")),
    )
}  # fmt: skip


def somebody_as(key):
    """Somebody who has a role today, the longest in it first; None where nobody has."""
    role = ROLES.get(key)
    if role is None or role.seats is None:
        return None
    seats = Membership.objects.on(clock.today()).filter(**role.seats).order_by("since", "pk")
    seat = seats.select_related("person").first()
    return seat.person if seat else None


def roles_to_play():
    """The roles that somebody has here, with a name, and the resident's, which needs none."""
    for role in ROLES.values():
        somebody = somebody_as(role.key)
        if somebody or role.seats is None:
            yield replace(role, who=somebody.called if somebody else "")
