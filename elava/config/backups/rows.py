"""Rows as lines of JSON that any database of the house can give and take, exact to the last digit.

Django's own JSON forgets the microseconds of an instant, and with them the hash of the journal.
"""

import base64
import hashlib
import json
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from django.apps import apps
from django.db import models

# Made anew by each installation, or nothing that anybody would miss.
LEFT_OUT = {"contenttypes", "auth", "sessions", "search", "foundation.keptpage"}
CHUNK = 2000


def models_kept():
    """The models whose rows belong into a backup, the tables between two of them included."""
    every = apps.get_models(include_auto_created=True)
    return sorted(
        (
            model
            for model in every
            if model._meta.managed
            and not model._meta.proxy
            and not {model._meta.app_label, model._meta.label_lower} & LEFT_OUT
        ),
        key=lambda model: model._meta.label_lower,
    )


def structure():
    """A fingerprint of tables and columns: rows fit only where it is the same."""
    shape = [
        [model._meta.db_table, sorted(field.column for field in model._meta.concrete_fields)]
        for model in models_kept()
    ]
    return hashlib.sha256(json.dumps(shape).encode()).hexdigest()


def lines_of(model, database="default"):
    """Each row of a table as one line."""
    rows = model._base_manager.using(database).order_by("pk")
    for row in rows.iterator(chunk_size=CHUNK):
        values = {
            field.attname: field.value_from_object(row) for field in model._meta.concrete_fields
        }
        yield json.dumps(values, default=_plain, ensure_ascii=False, sort_keys=True) + "\n"


def _plain(value):
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return str(value)


def row_from(model, line):
    """The row that a line tells of, not yet saved."""
    values = json.loads(line)
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: _value(fields[name], value) for name, value in values.items()})


def _value(field, value):
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    return field.to_python(value)
