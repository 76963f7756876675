"""What the database should know about its own tables."""

from contextlib import suppress

from django.db import OperationalError, connection


def look_at_the_tables():
    """Let SQLite note how full its tables are: without that it takes long ways to a row.

    It looks only at those that have changed much; PostgreSQL looks by itself. Where somebody is
    writing just then, another time is as good.
    """
    if connection.vendor == "sqlite":
        with suppress(OperationalError), connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=1000")
            cursor.execute("PRAGMA optimize=0x10002")
