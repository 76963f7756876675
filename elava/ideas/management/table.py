"""A table of ideas as somebody has it: read row by row, with plain words about each fault."""

import csv
import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.forms import DateField
from django.utils.translation import gettext as _

LONGEST_TITLE, LONGEST_TEXT = 120, 5000
ENCODINGS = ("utf-8-sig", "cp1252")
# The headings by which a column is known without being told.
HEADINGS = {
    "key": ("id", "key", "tunnus", "nro", "nummer"),
    "title": ("title", "otsikko", "nimi", "rubrik", "heading"),
    "text": ("text", "teksti", "idea", "kuvaus", "ehdotus", "description", "beskrivning", "body"),
    "state": ("state", "tila", "status", "päätös", "beslut"),
    "area": ("area", "alue", "district", "kaupunginosa", "område"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng"),
    "language": ("language", "kieli", "språk", "locale"),
    "answered_on": ("answered_on", "vastattu", "päätetty", "beslutsdag", "decided_on"),
}
DAYS = ("%Y-%m-%d", "%d.%m.%Y")
# A point that this share of the located rows has to the digit is a default, and no place.
DEFAULT_POINT_SHARE, DEFAULT_POINT_LEAST = 0.1, 20


class UnreadableTable(Exception):
    """The file as a whole cannot be used; the message says why and what to do, in English."""


@dataclass
class Row:
    """One row of the table: its number as a spreadsheet shows it, its values, its faults."""

    number: int
    values: dict
    faults: list = field(default_factory=list)
    is_usable: bool = True
    has_real_place: bool = True
    answered_on: date | None = None

    def get(self, name):
        """The value of a known column, without spaces around it."""
        return self.values.get(name, "")


@dataclass
class Table:
    """What was read: the rows, which column was taken for what, and the file's fingerprint."""

    rows: list
    columns: dict
    unused: list
    file_hash: str

    @property
    def usable(self):
        """The rows that can become ideas."""
        return [row for row in self.rows if row.is_usable]


def read_table(path, named=None):
    """Read a CSV file; `named` maps our names of columns to the file's headings."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableTable(f"{path} cannot be read: {error.strerror}.") from error
    lines = _decoded(content).splitlines(keepends=True)
    if not lines or not "".join(lines).strip():
        raise UnreadableTable("The file is empty.")
    csv.field_size_limit(1_000_000)
    try:
        records = list(csv.reader(lines, delimiter=_delimiter(lines[0])))
    except csv.Error as error:
        raise UnreadableTable(f"This is not a table: {error}.") from error
    columns, unused = _columns(records[0], named or {})
    rows = [
        _row(number, record, columns, len(records[0]))
        for number, record in enumerate(records[1:], start=2)
        if any(cell.strip() for cell in record)
    ]
    _judge_places(rows)
    _judge_repetitions(rows)
    shown = {name: records[0][at].strip() for name, at in columns.items()}
    return Table(rows, shown, unused, hashlib.sha256(content).hexdigest())


def _decoded(content):
    if b"\x00" in content:
        raise UnreadableTable("This is not a text file. Save the table as CSV and try again.")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _delimiter(line):
    return max(";,\t|", key=line.count)


def _columns(headings, named):
    headings = [heading.strip() for heading in headings]
    known = {heading.lower(): at for at, heading in reversed(list(enumerate(headings)))}
    columns = {}
    for name, spellings in HEADINGS.items():
        wanted = [named[name].lower()] if name in named else spellings
        found = next((known[spelling] for spelling in wanted if spelling in known), None)
        if found is not None:
            columns[name] = found
        elif name in named:
            raise UnreadableTable(
                f"There is no column “{named[name]}”. The columns are: {', '.join(headings)}."
            )
    if "text" not in columns and "title" not in columns:
        raise UnreadableTable(
            "No column holds the ideas. Say which one does, for example --column text="
            f"{headings[0] or 'idea'}."
        )
    unused = [heading for at, heading in enumerate(headings) if at not in columns.values()]
    return columns, unused


def _row(number, record, columns, width):
    values = {name: record[at].strip() if at < len(record) else "" for name, at in columns.items()}
    row = Row(number, values)
    if len(record) != width:
        row.faults.append(
            _("It has %(found)s cells; the first row has %(width)s.")
            % {"found": len(record), "width": width}
        )
    _judge_words(row)
    _judge_day(row)
    return row


def _judge_day(row):
    written = row.get("answered_on")
    try:
        row.answered_on = DateField(input_formats=DAYS, required=False).clean(written[:10])
    except ValidationError:
        row.faults.append(_("We do not understand the day of its answer. It is left out."))


def _judge_words(row):
    title, text = row.get("title"), row.get("text")
    if not title and not text:
        row.is_usable = False
        row.faults.append(_("There is no idea in it. It is left out."))
    elif not text:
        row.values["text"] = title
        row.faults.append(_("The text is empty. The title is taken for the text."))
    elif len(text) > LONGEST_TEXT:
        row.is_usable = False
        row.faults.append(
            _("The text is longer than %(longest)s characters. It is left out; shorten it.")
            % {"longest": LONGEST_TEXT}
        )
    if len(title) > LONGEST_TITLE:
        row.values["title"] = title[: LONGEST_TITLE - 2].rsplit(" ", 1)[0] + " …"
        row.values["text"] = f"{title}\n\n{text}"[:LONGEST_TEXT]
        row.faults.append(_("The title is long. It is cut, and stands whole before the text."))


def _judge_places(rows):
    points = Counter(point for row in rows if (point := _point(row)))
    least = max(DEFAULT_POINT_LEAST, DEFAULT_POINT_SHARE * sum(points.values()))
    defaults = {point for point, count in points.items() if count >= least}
    for row in rows:
        point = _point(row)
        row.has_real_place = bool(point) and point not in defaults
        if point in defaults:
            row.faults.append(
                _("It has the same point as %(count)s others: a default, no real location.")
                % {"count": points[point] - 1}
            )


def _point(row):
    return (row.get("latitude"), row.get("longitude")) if row.get("latitude") else None


def _judge_repetitions(rows):
    seen = {}
    for row in rows:
        key = row.get("key")
        if key and key in seen:
            row.is_usable = False
            row.faults.append(
                _("It has the same key (%(key)s) as row %(row)s. It is left out.")
                % {"key": key, "row": seen[key]}
            )
        seen.setdefault(key, row.number)
