import gzip
import io
import json
import logging
import zipfile
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from elava.foundation.actions import permitted_to_write
from elava.foundation.errors import NotAllowed, NotNow
from elava.foundation.models import KeptPage
from elava.foundation.privacy import described_models, privacy_of
from elava.ideas.actions import open_idea
from elava.ideas.models import Idea
from elava.journal.ledger import first_break
from elava.journal.models import Entry
from elava.network.models import Membership
from elava.notices.worker import Worker
from elava.people.models import Account, Attachment, ContactWay, Person
from elava.rights.actions import erase_person
from elava.rights.queries import everything_about, parcel_of, rows_held
from tests.given.accounts import ask_for_code, signed_in
from tests.given.ideas import an_idea
from tests.given.lives import a_life_in_every_table
from tests.given.people import a_coordinator, a_person
from tests.given.rights import a_full_life

CANARY = "Kanarialintu7"


def with_account(person, email="aino@example.org"):
    with permitted_to_write("test"):
        person.account = Account.objects.create(email=email)
        person.save(update_fields=["account"])
    return person


# Written without a name, or by somebody who has no row: nothing leads from a person to them.
OF_NOBODY_KNOWN = {
    "challenges.Note.words",
    "decisions.HandOver.receiver_name",
    "decisions.HandOver.receiver_email",
}


def held_of(person):
    """The labels of the fields in which something is held about a person."""
    found = rows_held(person)
    return {f"{model._meta.label}.{name}" for model, held in found for name in held}


def places_that_say(word):
    """Every column, session, kept page and file in which a word stands, in whatever letters."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            for column in model._meta.concrete_fields:
                table, name = model._meta.db_table, column.column
                sql = f'SELECT COUNT(*) FROM "{table}" WHERE LOWER(CAST("{name}" AS TEXT)) LIKE %s'  # noqa: S608  the names are our own
                cursor.execute(sql, [f"%{word.lower()}%"])
                if cursor.fetchone()[0]:
                    found.append(f"{model._meta.label}.{column.name}")
    bodies = [("session", str(one.get_decoded()).encode()) for one in Session.objects.all()]
    bodies += [("kept page", gzip.decompress(bytes(one.body))) for one in KeptPage.objects.all()]
    root = Path(default_storage.location)
    bodies += [(str(file), file.read_bytes()) for file in root.rglob("*") if file.is_file()]
    return found + [place for place, body in bodies if word.lower().encode() in body.lower()]


def test_a_life_has_something_in_every_personal_field():
    person, _idea = a_life_in_every_table(CANARY)
    personal = {
        f"{model._meta.label}.{name}"
        for model in described_models() for name in privacy_of(model).personal
    }  # fmt: skip
    assert held_of(person) == personal - OF_NOBODY_KNOWN


def test_a_word_in_every_personal_field_is_in_the_copy_and_nowhere_after_erasing(
    programme, caplog, client, django_capture_on_commit_callbacks
):
    caplog.set_level(logging.INFO)
    person, idea = a_life_in_every_table(CANARY)
    ask_for_code(Client(), person.account.email)
    signed_in(Client(), person)
    assert CANARY in client.get(idea.get_absolute_url()).content.decode()
    assert KeptPage.objects.exists()
    copy = zipfile.ZipFile(io.BytesIO(parcel_of(person)))
    data, text = (copy.read(name).decode() for name in ("data.json", "read-me.txt"))
    assert not list(missing_in(json.loads(data), person))
    assert data.count(CANARY) >= 20
    assert CANARY in text
    files = [file for one in Attachment.objects.all() for file in one.paths()]
    assert sum(name.startswith("files/") for name in copy.namelist()) == 2

    with django_capture_on_commit_callbacks(execute=True):
        erase_person(person, by=a_coordinator())
    Worker().drain()

    assert places_that_say(CANARY) == []
    assert not any(default_storage.exists(file) for file in files)
    assert CANARY.lower() not in caplog.text.lower()
    assert first_break(programme) is None


def missing_in(data, person):
    """Fields that are held about a person and stand in no row of their copy."""
    for model, held in rows_held(person):
        for name in held:
            column, entry = model._meta.get_field(name), privacy_of(model).personal[name]
            rows = data[model._meta.model_name]
            if entry.is_exported and not any(name in row or column.attname in row for row in rows):
                yield f"{model._meta.label}.{name}"


def test_erasing_leaves_a_row_without_a_name_and_the_order_of_the_journal(programme):
    person, idea = a_full_life()
    before = list(Entry.objects.order_by("seq").values_list("hash", flat=True))
    erase_person(person, by=a_coordinator())
    after = list(Entry.objects.order_by("seq").values_list("hash", flat=True))
    assert after[: len(before)] == before
    assert first_break(programme) is None
    left = Person.objects.get(pk=person.pk)
    assert (left.called, left.account, left.language) == ("", None, "")
    idea.refresh_from_db()
    idea.thread.refresh_from_db()
    assert (idea.title, idea.text, idea.thread.title) == ("", "", {})
    assert not ContactWay.objects.exists()
    assert not Membership.objects.filter(person=person, until=None).exists()


def test_nobody_erases_another_and_the_last_coordinator_stays():
    person, coordinator = a_person(), a_coordinator()
    with pytest.raises(NotAllowed):
        erase_person(person, by=a_person("Matti"))
    with pytest.raises(NotNow):
        erase_person(coordinator, by=coordinator)
    a_coordinator("Risto")
    erase_person(coordinator, by=coordinator)


def test_other_peoples_rows_stay_as_they_are():
    person, _idea = a_full_life()
    other, others_idea = a_full_life("Matti", word="mattinen")
    erase_person(person, by=a_coordinator())
    others_idea.refresh_from_db()
    other.refresh_from_db()
    assert "mattinen" in others_idea.text
    assert other.called == "Matti mattinen"
    assert ContactWay.objects.filter(person=other).exists()


def test_an_account_goes_with_its_last_person(other_programme):
    person = with_account(a_person())
    account = person.account
    with scope(programme=other_programme), permitted_to_write("test"):
        twin = Person.objects.create(called="Aino", account=account)
    erase_person(person, by=a_coordinator())
    assert Account.objects.filter(pk=account.pk).exists()
    with scope(programme=other_programme):
        erase_person(twin, by=twin)
    assert not Account.objects.filter(pk=account.pk).exists()


def test_what_we_know_is_told_in_words():
    person, idea = a_full_life()
    lines = {line.what: line.values for line in everything_about(person)}
    flat = [value for values in lines.values() for value in values]
    assert idea.title in flat
    assert "aino@example.org" in flat
    assert all(line.purpose and line.keep for line in everything_about(person))


def test_a_thousand_requests_leave_no_name_in_the_logs(client, caplog):
    caplog.set_level(logging.INFO)
    person, idea = a_full_life(word=CANARY)
    open_pages = [
        reverse("ideas"), idea.get_absolute_url(), reverse("number"), "/nowhere/", reverse("me"),
        reverse("open_slip", args=[idea.receipt.secret]),
    ]  # fmt: skip
    hidden = an_idea(CANARY)
    open_idea(hidden, by=a_coordinator())
    for page in open_pages * 8:
        client.get(page, {"who": CANARY, "number": idea.receipt.number})
        client.post(page, {"text": CANARY, "to": f"{CANARY}@example.org"})
    assert Idea.objects.filter(title__contains=CANARY).exists()
    for secret in (CANARY, CANARY.lower(), idea.receipt.secret, "040 123", "+358401234567"):
        assert secret not in caplog.text
    assert person.called
