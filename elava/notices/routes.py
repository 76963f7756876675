"""How somebody is reached: in the way they asked for, or not at all.

An e-mail address that nobody has confirmed hears one thing only: the question whether it is theirs.
"""

from dataclasses import dataclass

from elava.foundation.kinds import kind_of
from elava.people.models import Consent
from elava.people.queries import last_word, reply_route_of

REACH, Said = Consent.For.REACH, Consent.Said
_ways = {}


@dataclass(frozen=True)
class Route:
    """A way (see Message.Way), where it leads, the language, and the quiet hours (from, to)."""

    way: str
    address: str = ""
    language: str = ""
    quiet: tuple = ()
    called: str = ""
    is_confirmed: bool = True

    def is_quiet_at(self, moment):
        """Whether the recipient wants to hear nothing at this local moment."""
        if not self.quiet:
            return False
        begins, ends = self.quiet
        if begins <= ends:
            return begins <= moment.time() < ends
        return moment.time() >= begins or moment.time() < ends


def reached_by(kind, route):
    """Declare how rows of a kind are reached: a function row → Route, or None for "not at all"."""
    _ways[kind] = route


def route_of(row):
    """The route to a row that hears, or None where nobody asked to be told."""
    return _ways[kind_of(row)](row)


def _person(person):
    """The way a person asked for, else the address that they sign in with."""
    asked = _as_asked(reply_route_of(person), person.language, person.called)
    if (asked is None or not asked.is_confirmed) and person.account is not None:
        return Route("email", person.account.email, person.language, called=person.called)
    return asked


def _receipt(receipt):
    """The way that the holder of a slip left; a slip taken as one's own goes the person's way."""
    holder = receipt.claimed_by
    asked = _as_asked(reply_route_of(receipt), "", holder.called if holder else "")
    if asked or holder is None or last_word(holder, REACH) in (Said.REFUSED, Said.WITHDRAWN):
        return asked
    return _person(holder)


def _contact_way(way):
    """The way itself, for the letter that asks whether it is the recipient's."""
    return _as_asked(way, "", way.person.called if way.person else "")


def _as_asked(way, language, called):
    if way is None:
        return None
    quiet = () if way.quiet_from is None else (way.quiet_from, way.quiet_until)
    spoken = way.language or language
    return Route(way.kind, way.to, spoken, quiet, called, is_confirmed=way.is_confirmed)


reached_by("person", _person)
reached_by("receipt", _receipt)
reached_by("contactway", _contact_way)
