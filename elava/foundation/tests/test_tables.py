import pytest
from django.db import connection

from elava.foundation.tables import look_at_the_tables
from tests.given.ideas import an_idea


def test_sqlite_notes_how_full_its_tables_are():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL looks at its tables by itself")
    for _idea in range(3):
        an_idea()
    look_at_the_tables()
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl FROM sqlite_stat1")
        assert ("ideas_idea",) in cursor.fetchall()
