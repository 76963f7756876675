"""The trials in their small size: twenty kills, and eight at once in each race."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

HOUSE = Path(__file__).parents[1]


@pytest.fixture
def a_database_of_its_own():
    """Where the suite runs on PostgreSQL, an empty database there; on SQLite a new file does."""
    if connection.vendor != "postgresql":
        yield ""
        return
    name = f"elava_trials_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    yield os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.trial
@pytest.mark.django_db(transaction=True)
def test_nothing_acknowledged_is_lost_or_doubled_by_kills_and_races(a_database_of_its_own):
    done = subprocess.run(
        [sys.executable, "-m", "bench.trials", "--kills", "20", "--races", "2"],
        cwd=HOUSE, env={**os.environ, "TRIALS_DATABASE_URL": a_database_of_its_own}, text=True,
        capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "\n0 violations" in done.stdout
