"""What is read aloud before a meeting is closed: everything that was decided, in sentences."""

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from elava.decisions.models import Decision
from elava.foundation.translated import Texts
from elava.ui.dates import WITH_YEAR, day
from elava.ui.numbers import euros

from .extract import left_in_full, votes_by_name
from .minutes import content_of

OUTCOME = Decision.Outcome


def heard_in(meeting):
    """For each item of the agenda in its order: who left, how it was decided, what follows."""
    content = content_of(meeting)
    left = left_in_full(content)
    return [
        left[place] + (list(_decided(row["decision"])) if row["decision"] else [])
        for place, row in enumerate(content["items"])
    ]


def _decided(made):
    yield _how(made)
    yield from votes_by_name(made)
    if made["proposed_to"]:
        yield _("The last word has: %(above)s.") % {"above": Texts(made["proposed_to"])}
    if made["carriers"]:
        yield _("Carried out by: %(who)s.") % {"who": ", ".join(made["carriers"])}
    if made["cents"]:
        yield _("The money for it is %(sum)s.") % {"sum": euros(made["cents"] / 100)}
    if made["condition"] and made["follow_up"]:
        yield made["follow_up"]
    if made["due_on"]:
        shown = day(parse_date(made["due_on"]), today=WITH_YEAR)
        yield _days_of(made["outcome"]) % {"when": shown}


def _how(made):
    if made["method"] == Decision.Method.CONSENT:
        return ngettext(
            "Nobody had a reasoned objection. %(here)d vote was at the table.",
            "Nobody had a reasoned objection. %(here)d votes were at the table.",
            made["votes_present"],
        ) % {"here": made["votes_present"]}
    facts = {
        "method": Decision.Method(made["method"]).label,
        "yes": made["votes_for"], "no": made["votes_against"], "neither": made["votes_abstaining"],
    }  # fmt: skip
    return _("%(method)s: %(yes)d for, %(no)d against, %(neither)d for neither.") % facts


def _days_of(outcome):
    return {
        OUTCOME.ELSEWHERE: _("We expect an answer by %(when)s."),
        OUTCOME.NOT_NOW: _("We look at it again on %(when)s."),
    }.get(outcome, _("We check how it went on %(when)s."))
