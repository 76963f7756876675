import sqlite3

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


@pytest.mark.django_db(transaction=True)
def test_the_look_waits_for_another_time_where_somebody_is_writing():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL looks at its tables by itself")
    look_at_the_tables()
    writer = sqlite3.connect(connection.settings_dict["NAME"], uri=True)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=0")
    writer.execute("BEGIN IMMEDIATE")
    try:
        for _idea in range(3):
            look_at_the_tables()
    finally:
        writer.rollback()
        writer.close()
        connection.close()
