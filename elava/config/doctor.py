"""The examinations of `elava doctor`; each gives Findings in plain sentences."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from elava.config.texts import catalogues
from elava.ui.pdf import can_make_pdfs

GOOD, HINT, BAD = "good", "hint", "bad"


@dataclass(frozen=True)
class Finding:
    """One sentence about the installation: good as it is, could be better, or to be repaired."""

    kind: str
    sentence: str


def python_and_mode():
    """Which Python runs, and whether this is a demo."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding(GOOD, f"Python {version}; the mode is {settings.ELAVA_MODE}.")


def pending_changes():
    """The changes of the tables that this version brings and the database does not have yet."""
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def database():
    """Which database there is, and whether it answers and is up to date."""
    kind = {"sqlite": "SQLite in one file", "postgresql": "PostgreSQL"}[connection.vendor]
    try:
        connection.ensure_connection()
        pending = pending_changes()
    except DatabaseError as error:
        yield Finding(BAD, f"The database ({kind}) does not answer: {str(error).strip()}")
        return
    yield Finding(GOOD, f"The database is {kind}.")
    if pending:
        yield Finding(BAD, f"The database lacks {len(pending)} changes: run `elava migrate`.")
    else:
        yield Finding(GOOD, "The database is up to date.")
    if connection.vendor == "sqlite":
        yield Finding(HINT, "For many programmes on one server set DATABASE_URL to a PostgreSQL.")


def secret_key():
    """Whether the key that signs links and sessions can be guessed."""
    key = settings.SECRET_KEY
    if settings.ELAVA_MODE != "production":
        yield Finding(HINT, "The secret key is a demo's; a real installation sets SECRET_KEY.")
    elif len(key) < 50 or len(set(key)) < 15:
        yield Finding(BAD, "SECRET_KEY is weak: set it to at least 50 random characters.")
    else:
        yield Finding(GOOD, "The secret key is strong.")


def folders():
    """Whether the folders in which the programme keeps things can be written."""
    for folder in dict.fromkeys(map(Path, (settings.ELAVA_DATA, settings.MEDIA_ROOT))):
        nearest = next(place for place in (folder, *folder.parents) if place.exists())
        if not os.access(nearest, os.W_OK):
            yield Finding(BAD, f"This user may not write to {folder}.")
        elif nearest == folder:
            yield Finding(GOOD, f"{folder} can be written.")
        else:
            yield Finding(GOOD, f"{folder} will be made when it is first needed.")


def texts():
    """Whether the texts of the interface are compiled."""
    if catalogues.stale_ones():
        yield Finding(BAD, "The texts are not compiled: run `elava texts --compile`.")
    else:
        yield Finding(GOOD, "The texts are compiled; GNU gettext is not needed.")


def mail():
    """Whether mail leaves this machine."""
    if "smtp" in settings.EMAIL_BACKEND and settings.EMAIL_HOST in {"", "localhost"}:
        yield Finding(HINT, "Mail goes to this machine only: set EMAIL_URL to send it.")


def pdf():
    """Whether the system has what PDFs need; without it there is the print view."""
    if can_make_pdfs():
        yield Finding(GOOD, "Minutes can be made into PDFs.")
    else:
        yield Finding(
            HINT,
            "No PDFs, only print views. For PDFs: "
            "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        )


EXAMINATIONS = (python_and_mode, secret_key, folders, database, texts, mail, pdf)
