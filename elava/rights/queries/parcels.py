"""The parcel that a person takes along: what we hold, for people and for machines."""

import io
import json
import zipfile
from datetime import date, datetime, time

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.privacy import privacy_of
from elava.people.models import Attachment
from elava.people.models.attachments import sent_by

from .held import SECRETS, everything_about, rows_held


def parcel_of(person):
    """A zip archive as bytes: data.json, a text to read, and the files that the person sent."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.json", json.dumps(_data_of(person), ensure_ascii=False, indent=1))
        archive.writestr("read-me.txt", _text_of(person))
        for attachment in Attachment.objects.filter(sent_by(person)).order_by("pk"):
            _put(archive, attachment)
    return body.getvalue()


def _put(archive, attachment):
    size = "original" if attachment.kind == Attachment.Kind.PHOTO else "file"
    path = attachment.path(size)
    if default_storage.exists(path):
        name = "photo.jpg" if size == "original" else attachment.name or "document"
        with default_storage.open(path) as file:
            archive.writestr(f"files/{attachment.pk}/{name}", file.read())


def _data_of(person):
    data = {"made_at": clock.now().isoformat(), "programme": person.programme.host}
    for model, held in rows_held(person):
        rows = model._base_manager.filter(pk__in=set().union(*held.values())).order_by("pk")
        data[model._meta.model_name] = [_row(row, held) for row in rows]
    return data


def _row(row, held):
    said = privacy_of(type(row))
    names = [name for name in said.facts.split() if name not in SECRETS | {"programme"}]
    for name, ids in held.items():
        if row.pk in ids and said.personal[name].is_exported:
            names.append(name)
    return {name: _plain(getattr(row, row._meta.get_field(name).attname)) for name in names}


def _plain(value):
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value if isinstance(value, int | str | bool | dict | list | None) else str(value)


def _text_of(person):
    parts = [_("What %(programme)s knows of you") % {"programme": person.programme}]
    for line in everything_about(person):
        head = f"{line.what[:1].upper()}{line.what[1:]}"
        why = _("Why: %(why)s. How long: %(keep)s.") % {"why": line.purpose, "keep": line.keep}
        parts.append("\n".join([head, why, *(f"- {value}" for value in line.values)]))
    return "\n\n".join(parts) + "\n"
