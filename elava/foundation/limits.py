"""How often anybody may knock at a public door; counted in memory, forgotten with the process."""

import hashlib
import ipaddress
import secrets
from functools import wraps

from django.conf import settings
from django.http import Http404
from django.utils.translation import gettext as _
from limits import parse_many
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from .errors import TooOften

# Per visitor's address, in each process of the server. A whole workshop may sit behind one, so the
# doors are wide for people and narrow for machines: the numbers of a programme would take ten days,
# and say no text; the five digits of a wall two days and more, and a wall is open for an afternoon.
DOORS = {
    "sign_in": parse_many("200/minute; 1000/hour"),
    "number": parse_many("60/minute; 400/hour"),
    "give": parse_many("120/minute; 1000/hour"),
    "wall": parse_many("300/minute; 2000/hour"),
    "screen": parse_many("60/minute; 300/hour"),
    "secret": parse_many("120/minute; 1000/hour"),
    "reach": parse_many("30/minute; 120/hour"),
    "search": parse_many("120/minute; 2000/hour"),
    # Opening a picture is the dearest thing that a visitor can ask for.
    "photo": parse_many("20/minute; 100/hour"),
    # A PDF keeps a thread of the server busy for a second.
    "paper": parse_many("10/minute; 100/hour"),
    "report": parse_many("20/minute; 100/hour"),
}

_counter = SlidingWindowCounterRateLimiter(MemoryStorage())
_salt = secrets.token_bytes(16)


def limited(door, methods=("POST",), *, counts_misses=False):
    """A view decorator: too many knocks from one address get the page of status 429.

    With `counts_misses` only those count that find nothing: a page that asks anew every two
    seconds guesses no code.
    """
    rates = DOORS[door]

    def wear(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if request.method not in methods:
                return view(request, *args, **kwargs)
            visitor = visitor_of(request.META)
            if not counts_misses:
                knock(door, rates, visitor)
                return view(request, *args, **kwargs)
            refuse_guesser(door, rates, visitor)
            try:
                return view(request, *args, **kwargs)
            except Http404:
                knock(door, rates, visitor)
                raise

        guarded.limited_door, guarded.limited_methods = door, methods
        return guarded

    return wear


def knock(door, rates, visitor):
    """Count one knock; raise TooOften when there were too many."""
    _refuse_unless(_counter.hit(rate, door, visitor) for rate in rates)


def refuse_guesser(door, rates, visitor):
    """Raise TooOften where there were too many misses before, also for a right guess."""
    _refuse_unless(_counter.test(rate, door, visitor) for rate in rates)


def _refuse_unless(answers):
    if not all(list(answers)):
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
