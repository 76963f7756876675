from decimal import Decimal

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from elava.foundation import clock
from elava.foundation.public_pages import public_page
from elava.network import queries
from elava.network.models import Body
from elava.network.rules import may_shape_network
from elava.network.rules.votes import imbalances, share_of_public_bodies
from elava.programmes.models import Word
from elava.ui.dates import short_day
from elava.ui.numbers import euros

from .tabs import tabs

MOVEMENTS = 12


@public_page
def bodies(request):
    """Who decides: the bodies of the programme and of its projects."""
    context = tabs(request.person, Word.Key.BODIES) | {
        "bodies": queries.bodies(),
        "may_add": may_shape_network(request.person),
    }
    return render(request, "network/bodies.html", context)


@public_page
def body(request, slug):
    """One body: its rules in plain words, its mandate, its purse, its organisations."""
    found = get_object_or_404(Body.objects.select_related("proposes_to", "project"), slug=slug)
    day = clock.today()
    purse, votes = queries.purse_seen_by(request.person, found), queries.votes_of(found, day)
    context = {
        "body": found,
        "rules": list(_rules(found)),
        "mandate": list(_mandate(found)),
        "organisations": queries.organisations_in(found, day),
        "votes": _votes(found, votes),
        "purse": _purse_bar(purse) if purse.granted > 0 else None,
        "movements": _movements(found, request.person),
        "may_edit": may_shape_network(request.person),
    }
    return render(request, "network/body.html", context)


def _rules(body):
    n = body.quorum
    yield ngettext(
        "It can decide when at least %(n)s vote is present.",
        "It can decide when at least %(n)s votes are present.",
        n,
    ) % {"n": n}
    if body.one_organisation_one_vote:
        yield _("Each organisation has one vote.")
    if body.ceiling_for_public_bodies < 100:
        share = {"share": body.ceiling_for_public_bodies}
        yield _("Public bodies have at most %(share)s %% of the votes.") % share
    if body.may_postpone:
        yield _("A matter may wait once for the next meeting.")
    n = body.minutes_checkers
    if n:
        yield ngettext(
            "%(n)s member checks the minutes.", "%(n)s members check the minutes.", n
        ) % {"n": n}


def _mandate(body):
    if body.may_start_experiments:
        yield _("It may start experiments.")
    if body.cents_each:
        sums = {"each": _money(body.cents_each), "all": _money(body.cents_in_all)}
        yield _("It may promise up to %(each)s at a time, and %(all)s in all.") % sums
    if body.proposes_to:
        yield _("Beyond that it proposes, and this body decides: %(body)s.") % {
            "body": body.proposes_to
        }


def _votes(body, votes):
    if not votes:
        return ""
    share = {"share": share_of_public_bodies(votes), "ceiling": body.ceiling_for_public_bodies}
    told = imbalances(votes, ceiling_for_public_bodies=body.ceiling_for_public_bodies)
    if "public" not in told:
        return _("Public bodies now have %(share)s %% of the votes.") % share
    return _("Public bodies now have %(share)s %% of the votes: more than %(ceiling)s %%.") % share


def _purse_bar(purse):
    promised = max(0, min(100, round(100 * purse.promised / purse.granted)))
    words = {"sum": _money(purse.promised)}, {"sum": _money(purse.left)}
    return {
        "granted": _("Granted: %(sum)s") % {"sum": _money(purse.granted)},
        "parts": [
            {"word": _("Promised: %(sum)s") % words[0], "share": promised, "tone": "done"},
            {"word": _("Left: %(sum)s") % words[1], "share": 100 - promised, "tone": "next"},
        ],
    }


def _money(cents):
    return euros(Decimal(cents) / 100)


def _movements(body, person):
    rows = list(queries.movements_of(body, person)[:MOVEMENTS])
    return [_movement(row) for row in queries.with_titles_told(rows, person)]


def _movement(row):
    return {
        "day": short_day(row.on),
        "kind": row.get_kind_display(),
        "sum": _money(abs(row.cents)),
        "what_for": row.what_for if row.is_titled else _("A matter that is not told in public"),
        "source": row.source,
    }
