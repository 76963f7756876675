"""Sixteen threads that do something at the same moment, each with a connection of its own."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from threading import Barrier

from django.db import connection, connections
from django_scopes import scope

from elava.foundation.errors import NotNow

HANDS = 16


def all_at_once(act, *, programme, folder):
    """What `act(number)` gives in each thread; None where the house said "not now".

    The test needs real commits: `pytest.mark.django_db(transaction=True)`.
    """
    start = Barrier(HANDS)

    def one(number):
        try:
            with scope(programme=programme):
                start.wait(timeout=30)
                return act(number)
        except NotNow:
            return None
        finally:
            connections.close_all()

    with _a_real_database(folder), ThreadPoolExecutor(HANDS) as hands:
        return list(hands.map(one, range(HANDS)))


@contextmanager
def _a_real_database(folder):
    """On SQLite a file takes the place of the memory, which knows no waiting for a lock."""
    if connection.vendor != "sqlite" or not connection.is_in_memory_db():
        yield
        return
    memory, facts = connection.settings_dict["NAME"], connection.settings_dict
    path = str(folder / "many_hands.sqlite3")
    with closing(sqlite3.connect(path)) as file:
        connection.connection.backup(file)
    facts["NAME"] = path
    try:
        yield
    finally:
        facts["NAME"] = memory
        with closing(sqlite3.connect(path)) as file:
            file.backup(connection.connection)
