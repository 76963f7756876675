"""What is told of a table before it is brought in."""

from collections import Counter

from django.utils.translation import gettext as _

from .words import unknown_areas

MOST_LINES = 2000


def counts(table, words):
    """How the table was understood: columns, rows, states, places."""
    shown = ", ".join(f"{name} = {heading}" for name, heading in table.columns.items())
    yield _("Columns: %(columns)s") % {"columns": shown}
    if table.unused:
        yield _("Not used: %(columns)s") % {"columns": ", ".join(table.unused)}
    usable = table.usable
    yield _("%(all)s rows, %(usable)s of them can become ideas.") % {
        "all": len(table.rows),
        "usable": len(usable),
    }
    for state, count in sorted(Counter(row.get("state") for row in usable).items()):
        yield f"  {state or '–'} → {words[state] or '–'}: {count}"
    if "latitude" in table.columns:
        nowhere = sum(not row.has_real_place for row in usable)
        yield _("%(count)s rows have no real location.") % {"count": nowhere}
    if unknown := unknown_areas(table):
        said = _("Areas that this programme does not have, so their ideas get none: %(names)s")
        yield said % {"names": ", ".join(unknown)}


def problems(table):
    """Row by row what is odd, in plain words."""
    lines = [
        _("Row %(number)s: %(fault)s") % {"number": row.number, "fault": fault}
        for row in table.rows
        for fault in row.faults
    ]
    if len(lines) > MOST_LINES:
        rest = len(lines) - MOST_LINES
        lines = [*lines[:MOST_LINES], _("… and %(rest)s more of the kind.") % {"rest": rest}]
    return lines
