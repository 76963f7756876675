"""What the words of a table mean here: states, areas, languages, and the answers they stand for."""

from django.utils import translation
from django.utils.translation import gettext as _

from elava.ideas.actions import WITHDRAWN
from elava.ideas.models import Answer
from elava.programmes.models import Area, current_programme

from .table import UnreadableTable

TRY, NOT_NOW = Answer.Outcome.TRY.value, Answer.Outcome.NOT_NOW.value
KNOWN_STATES = {
    "": "", "open": "", "avoin": "", "accepted": TRY, "hyväksytty": TRY, "godkänd": TRY,
    "rejected": NOT_NOW, "hylätty": NOT_NOW, "avslagen": NOT_NOW,
    "withdrawn": WITHDRAWN, "peruttu": WITHDRAWN, "återtagen": WITHDRAWN,
}  # fmt: skip


def meanings(table, said):
    """What each state of the table means: an outcome, "withdrawn", or "" for still open."""
    known = KNOWN_STATES | {word.lower(): outcome for word, outcome in said.items()}
    for outcome in said.values():
        if outcome not in {*Answer.Outcome.values, WITHDRAWN, ""}:
            raise UnreadableTable(f"{outcome} is no outcome.")
    states = {row.get("state") for row in table.rows}
    unknown = sorted(state for state in states if state.lower() not in known)
    if unknown:
        raise UnreadableTable(
            f"What does the state “{unknown[0]}” mean? "
            f"Say it, for example --state {unknown[0]}=not_now."
        )
    return {state: known[state.lower()] for state in states}


def areas_by_name():
    """The programme's areas by each of their names, in lower case."""
    return {
        name.lower(): area
        for area in Area.objects.filter(is_no_location=False).order_by("pk")
        for name in area.name.in_all_languages().splitlines()
    }


def unknown_areas(table):
    """Names of areas in the table that the programme does not have."""
    known = areas_by_name()
    named = {row.get("area") for row in table.usable if row.has_real_place and row.get("area")}
    return sorted(name for name in named if name.lower() not in known)


def rows_for(table, words, language):
    """The usable rows as the action takes them: areas found by name, odd places in none."""
    areas, nowhere = areas_by_name(), Area.objects.filter(is_no_location=True).first()
    return [
        {
            "key": row.get("key") or str(row.number),
            "title": row.get("title"),
            "text": row.get("text"),
            "language": row.get("language") or language,
            "outcome": words[row.get("state")],
            "on": row.answered_on,
            "area": areas.get(row.get("area").lower()) if row.has_real_place else nowhere,
        }
        for row in table.usable
    ]


def reasons_for(source):
    """The plain words of an answer that was given elsewhere, in every language of the programme."""
    found = {outcome: {} for outcome in Answer.Outcome.values}
    for language in (entry["code"] for entry in current_programme().languages):
        with translation.override(language):
            yes = _("The answer was given elsewhere: yes. Source: %(source)s.")
            no = _("The answer was given elsewhere: no. Source: %(source)s.")
            for outcome, texts in found.items():
                said = no if outcome == NOT_NOW else yes
                texts[language] = said % {"source": source}
    return found
