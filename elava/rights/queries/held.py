"""What is held about one person, read through the privacy register."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.encoding import force_str
from django.utils.translation import gettext as _

from elava.foundation import news
from elava.foundation.privacy import described_models, privacy_of, rows_about
from elava.programmes.models import InProgramme
from elava.ui.dates import day

SILENT = (models.UUIDField, models.JSONField, models.BooleanField, models.IntegerField)
SECRETS = {"sha256", "hash", "salt", "secret_hash", "commitment", "stamp", "body_hash"}
FACTS_TOLD = 6


@dataclass(frozen=True)
class Line:
    """One kind of thing we know: what it is, what stands there, why and for how long."""

    what: str
    values: list
    purpose: str
    keep: str
    count: int


def all_rows(model, programme):
    """Every row of a model in a programme; of a model without programmes, every row."""
    rows = model._base_manager.all()
    return rows.filter(programme=programme) if issubclass(model, InProgramme) else rows


def rows_held(person):
    """What is held about a person: (model, personal field → ids of rows), one query a field."""
    for model in described_models():
        held = {}
        for name in privacy_of(model).personal:
            rows = all_rows(model, person.programme).filter(rows_about(model, name, person))
            ids = set(rows.values_list("pk", flat=True))
            if ids:
                held[name] = ids
        if held:
            yield model, held


def everything_about(person, *, most=None):
    """All that we know of a person in plain words, as Lines; at most `most` values in each."""
    lines = {}
    for model, held in rows_held(person):
        said, rows = privacy_of(model), _rows_by_id(model, held)
        for name, ids in held.items():
            entry = said.personal[name]
            if not entry.is_exported:
                continue
            values = [_value(rows[pk], name) for pk in sorted(ids, key=str)]
            said_in = (str(entry.what), str(entry.purpose.label), str(entry.keep.label))
            lines.setdefault(said_in, {}).update(dict.fromkeys(filter(None, values)))
    return [
        Line(what, list(values)[:most], purpose, keep, len(values))
        for (what, purpose, keep), values in lines.items()
        if values
    ]


def _rows_by_id(model, held):
    ids = set().union(*held.values())
    keys = [field.name for field in model._meta.concrete_fields if _is_told_key(field)]
    return {row.pk: row for row in model._base_manager.filter(pk__in=ids).select_related(*keys)}


def _is_told_key(field):
    return field.is_relation and field.related_model.__name__ not in {"Programme", "Entry"}


def _value(row, name):
    column = row._meta.get_field(name)
    if column.is_relation:
        return told(row)
    return shown(row, column)


def shown(row, column):
    """The content of a column as a person reads it."""
    if column.choices:
        return force_str(getattr(row, f"get_{column.name}_display")())
    value = getattr(row, column.name)
    if isinstance(value, bool):
        return str(_("yes")) if value else ""
    if isinstance(value, date):
        return day(value)
    return "" if value is None else str(value)


def told(row):
    """A row in a line: its facts, without what only machines read."""
    if hasattr(row, "verb"):
        said = str(news.get(row.verb).says) or row.verb.replace(".", " ").replace("_", " ")
        return f"{day(row.at)}: {said}"
    facts = set(privacy_of(type(row)).facts.split()) - SECRETS - {"programme", "created_at"}
    columns = [row._meta.get_field(name) for name in facts]
    silent = [column for column in columns if isinstance(column, SILENT)]
    columns = [column for column in row._meta.concrete_fields if column in columns]
    words = [shown(row, column) for column in columns if column not in silent]
    return ", ".join([word for word in words if word][:FACTS_TOLD])
