"""One folder that holds everything: each table as lines, each uploaded file, and a manifest."""

import shutil
import sqlite3
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, connections, transaction

from elava import __version__
from elava.foundation import clock

from . import manifest
from .rows import lines_of, models_kept, structure

SNAPSHOT = "snapshot"


def make_backup(folder, say=lambda words: None):
    """Write a backup into a folder that is not there yet; what it counted.

    The database is read at one moment while everybody goes on writing. Files are copied before
    and after it, so that none which a row speaks of is missing.
    """
    folder = Path(folder).absolute()
    part = folder.with_name(folder.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True, mode=0o700)
    (part / "rows").mkdir()
    copy_uploads(part)
    with one_moment(part) as database:
        made_at, heads = clock.now(), manifest.heads(database)
        tables = {}
        for model in models_kept():
            name, said = _write_table(part, model, database)
            tables[name] = said
            if said["rows"]:
                say(f"{said['rows']:>9} rows  {model._meta.label}")
    copy_uploads(part)
    told = {
        "format": manifest.FORMAT,
        "elava": __version__,
        "made_at": made_at.isoformat(),
        "from": connection.vendor,
        "structure": structure(),
        "key": manifest.key_print(),
        "heads": heads,
        "tables": tables,
        "uploads": _uploads_in(part),
    }
    manifest.write(part, told)
    part.rename(folder)
    return told


@contextmanager
def one_moment(folder):
    """The alias of a database that does not change while it is read."""
    if connection.vendor == "sqlite":
        with _sqlite_copy(folder / "snapshot.sqlite3") as database:
            yield database
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield "default"


@contextmanager
def _sqlite_copy(file):
    """SQLite's online backup: writers go on, and the copy is of one moment."""
    connection.ensure_connection()
    copy = sqlite3.connect(file)
    connection.connection.backup(copy)
    copy.close()
    reading = connection.copy(SNAPSHOT)
    reading.settings_dict["NAME"] = str(file)
    connections[SNAPSHOT] = reading
    try:
        yield SNAPSHOT
    finally:
        reading.close()
        del connections[SNAPSHOT]
        for left in file.parent.glob(f"{file.name}*"):
            left.unlink()


def _write_table(folder, model, database):
    name, count = f"rows/{model._meta.label_lower}.jsonl", 0
    with (folder / name).open("w", encoding="utf-8") as stream:
        for line in lines_of(model, database):
            stream.write(line)
            count += 1
    return name, {"rows": count, "sha256": manifest.sha256_of(folder / name)}


def copy_uploads(folder):
    """Copy what was uploaded and is not yet in the folder."""
    home = Path(settings.MEDIA_ROOT)
    for file in sorted(home.rglob("*")) if home.is_dir() else ():
        target = folder / "uploads" / file.relative_to(home)
        if file.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, target)


def _uploads_in(folder):
    files = sorted(file for file in (folder / "uploads").rglob("*") if file.is_file())
    return {
        file.relative_to(folder).as_posix(): {
            "bytes": file.stat().st_size,
            "sha256": manifest.sha256_of(file),
        }
        for file in files
    }
