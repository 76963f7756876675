"""What the database should know about its own tables."""

from django.db import connection


def look_at_the_tables():
    """Let SQLite note how full its tables are: without that it takes long ways to a row.

    It looks only at those that have changed much; PostgreSQL looks by itself.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=1000")
            cursor.execute("PRAGMA optimize=0x10002")
