"""How often anybody may knock at a public door; counted in memory, forgotten with the process."""

import hashlib
import ipaddress
import secrets
from functools import wraps

from django.conf import settings
from django.utils.translation import gettext as _
from limits import parse_many
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from .errors import TooOften

# Per visitor's address. A whole workshop may sit behind one, so the doors are wide for people and
# narrow for machines: 100,000 numbers would take half a year.
DOORS = {
    "sign_in": parse_many("200/minute; 1000/hour"),
    "number": parse_many("60/minute; 400/hour"),
    "give": parse_many("120/minute; 1000/hour"),
    "wall": parse_many("300/minute; 2000/hour"),
    "report": parse_many("20/minute; 100/hour"),
}

_counter = SlidingWindowCounterRateLimiter(MemoryStorage())
_salt = secrets.token_bytes(16)


def limited(door, methods=("POST",)):
    """A view decorator: too many knocks from one address get the page of status 429."""
    rates = DOORS[door]

    def wear(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if request.method in methods:
                knock(door, rates, visitor_of(request.META))
            return view(request, *args, **kwargs)

        guarded.limited_door = door
        return guarded

    return wear


def knock(door, rates, visitor):
    """Count one knock; raise TooOften when there were too many."""
    answers = [_counter.hit(rate, door, visitor) for rate in rates]
    if not all(answers):
        raise TooOften(_("Many messages came at once. Try again in a few minutes."))


def forget():
    """Begin to count anew."""
    _counter.storage.reset()


def visitor_of(meta):
    """A short-lived name for the network that a request comes from; the address is not kept."""
    network = _network(address_in(meta))
    return hashlib.blake2b(network.encode(), key=_salt, digest_size=12).hexdigest()


def address_in(meta):
    """The visitor's address: what our own proxies add last; the rest is only a claim."""
    said = [part.strip() for part in meta.get("HTTP_X_FORWARDED_FOR", "").split(",") if part]
    if 0 < settings.ELAVA_PROXIES <= len(said):
        return said[-settings.ELAVA_PROXIES]
    return meta.get("REMOTE_ADDR", "")


def _network(address):
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    # One household or office has a /64 of IPv6 to itself.
    return str(ipaddress.ip_network(f"{found}/64", strict=False)) if found.version == 6 else address
