"""What one installation wrote, another one reads: on the same database or on the other one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from elava.config.backups import rows
from elava.config.backups.make import make_backup
from elava.config.backups.restore import NotRestored, restore_backup
from elava.foundation.actions import permitted_to_write
from elava.ideas.models import Idea
from elava.journal.models import Entry, Words
from elava.people.models import Account
from tests.given.ideas import an_idea

HOUSE = Path(__file__).parents[3]
THERE = """
import sys
import django; django.setup()
from django.core.management import call_command
from django.core.management.base import CommandError
from django_scopes import scopes_disabled
call_command("restore", sys.argv[1])
from elava.ideas.models import Idea
from elava.journal.models import Entry
from elava.people.models import Account
from elava.people.queries import receipt_with_secret
with scopes_disabled():
    idea = Idea.objects.order_by("pk").first()
    print(Idea.objects.count(), Entry.objects.count(), Account.objects.get().email)
    print(receipt_with_secret(idea.receipt.secret).pk == idea.receipt_id)
call_command("verify")
call_command("backup", sys.argv[2])
try:
    call_command("restore", sys.argv[1])
except CommandError as error:
    print(error)
"""


def elsewhere(tmp_path, *command, database=""):
    """Run Python in another installation, with a folder and a database of its own."""
    environment = {
        **os.environ,
        "ELAVA_MODE": "test",
        "ELAVA_DATA": str(tmp_path / "other"),
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "elava.config.settings",
    }
    return subprocess.run(
        [sys.executable, "-P", *command],
        cwd=HOUSE, env={**environment, "PYTHONPATH": str(HOUSE)}, text=True,
        capture_output=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture
def lively(settings, tmp_path):
    """Two programmes with ideas, an account and an uploaded file."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    (settings.MEDIA_ROOT / "2026").mkdir(parents=True)
    (settings.MEDIA_ROOT / "2026" / "kuva.jpg").write_bytes(b"\xff\xd8 picture")
    an_idea("Penkki rantaan, 12.5.", answered="Kokeillaan.")
    an_idea("Iltakahvit “Virta” 🌊", is_open=True)
    with permitted_to_write("tests"):
        Account.objects.create(email="kaisa@example.org")


@pytest.fixture
def backup(lively, tmp_path):
    folder = tmp_path / "backup"
    make_backup(folder)
    return folder


def same_rows(one, other):
    """Whether two backups hold the same lines in every table."""
    names = {file.name for folder in (one, other) for file in (folder / "rows").iterdir()}
    return all(
        (one / "rows" / name).read_text() == (other / "rows" / name).read_text() for name in names
    )


@pytest.mark.django_db(transaction=True)
def test_another_installation_is_the_same_after_restoring(backup, tmp_path):
    counts = f"{Idea._base_manager.count()} {Entry._base_manager.count()} kaisa@example.org"
    found = elsewhere(tmp_path, "-c", THERE, str(backup), str(tmp_path / "again"))
    assert found.returncode == 0, found.stderr
    said = found.stdout.splitlines()
    assert {counts, "True"} <= set(said)
    assert sum("every one holds" in line for line in said) == 2
    assert "not empty" in said[-1]
    assert (tmp_path / "other" / "uploads" / "2026" / "kuva.jpg").read_bytes().endswith(b"picture")
    assert same_rows(backup, tmp_path / "again")


@pytest.mark.django_db(transaction=True)
def test_a_programme_moves_to_another_postgresql(backup, tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL is filled where the suite runs on PostgreSQL")
    name = f"elava_moved_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        address = os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"
        again = tmp_path / "again"
        found = elsewhere(tmp_path, "-c", THERE, str(backup), str(again), database=address)
        assert found.returncode == 0, found.stderr
        assert same_rows(backup, again)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name}")


@pytest.mark.django_db(transaction=True)
def test_a_backup_never_overwrites_another(backup):
    with pytest.raises(CommandError, match="there already"):
        call_command("backup", str(backup))


@pytest.mark.django_db(transaction=True)
def test_a_damaged_backup_is_not_restored(backup):
    (backup / "rows" / "ideas.idea.jsonl").write_text("")
    (backup / "rows" / "ideas.intake.jsonl").unlink()
    with pytest.raises(NotRestored, match=r"(?s)damaged.*altered.*missing"):
        restore_backup(backup)


@pytest.mark.django_db(transaction=True)
def test_what_is_no_backup_or_from_other_tables_is_told_in_a_sentence(backup, tmp_path):
    with pytest.raises(NotRestored, match="holds no backup"):
        restore_backup(tmp_path / "nothing")
    manifest = json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps({**manifest, "structure": "other"}))
    with pytest.raises(NotRestored, match="tables differ"):
        restore_backup(backup)


def test_verify_names_the_entry_that_somebody_altered(programme):
    idea = an_idea(answered="Kokeillaan.")
    with permitted_to_write("tests"):
        entry = Entry.objects.filter(subject_id=idea.pk).order_by("seq").first()
        Entry.objects.filter(pk=entry.pk).update(verb="idea.opened")
    with pytest.raises(CommandError, match="does not hold in testserver"):
        call_command("verify")


def test_verify_notices_that_the_end_of_the_journal_is_missing():
    an_idea(answered="Kokeillaan.")
    with permitted_to_write("tests"):
        Entry._base_manager.filter(pk=Entry.objects.order_by("seq").last().pk).delete()
    with pytest.raises(CommandError, match="does not hold"):
        call_command("verify")


def test_a_chain_holds_where_words_were_emptied():
    an_idea(answered="Kokeillaan.")
    with permitted_to_write("tests"):
        Words.objects.update(body="")
    call_command("verify")


def test_rows_go_into_lines_and_come_back_exactly(lively):
    for model in rows.models_kept():
        for line in rows.lines_of(model):
            row = rows.row_from(model, line)
            again = model._base_manager.get(pk=row.pk)
            for field in model._meta.concrete_fields:
                assert field.value_from_object(row) == field.value_from_object(again), field


def test_no_model_fills_in_its_own_time_when_it_is_restored():
    for model in rows.models_kept():
        for field in model._meta.concrete_fields:
            assert not getattr(field, "auto_now", False), field
            assert not getattr(field, "auto_now_add", False), field
