import io
import json
import logging
import zipfile

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection
from django.urls import reverse
from django_scopes import scope

from elava.foundation.actions import permitted_to_write
from elava.foundation.errors import NotAllowed, NotNow
from elava.foundation.privacy import privacy_of
from elava.ideas.actions import open_idea
from elava.ideas.models import Idea
from elava.journal.ledger import first_break
from elava.journal.models import Entry
from elava.network.models import Membership
from elava.people.models import Account, Attachment, ContactWay, Person
from elava.rights.actions import erase_person
from elava.rights.queries import everything_about, parcel_of, rows_held
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person
from tests.given.rights import a_full_life

CANARY = "Kanarialintu7"


def with_account(person, email="aino@example.org"):
    with permitted_to_write("test"):
        person.account = Account.objects.create(email=email)
        person.save(update_fields=["account"])
    return person


def planted(person):
    """Write the canary into every text that is personal and about the person; gives how many."""
    count = 0
    for model, held in rows_held(person):
        entries = privacy_of(model).personal
        for name, ids in held.items():
            column = model._meta.get_field(name)
            is_text = column.get_internal_type() in {"CharField", "TextField"}
            if is_text and not column.choices and entries[name].is_exported:
                word = f"{CANARY}@example.org" if "mail" in name else CANARY
                with permitted_to_write("test"):
                    model._base_manager.filter(pk__in=ids).update(**{name: word})
                count += 1
    return count


def tables_that_say(word):
    """Every table and column in the database in which a word stands."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            for column in model._meta.concrete_fields:
                table, name = model._meta.db_table, column.column
                sql = f'SELECT COUNT(*) FROM "{table}" WHERE CAST("{name}" AS TEXT) LIKE %s'  # noqa: S608
                cursor.execute(sql, [f"%{word}%"])
                if cursor.fetchone()[0]:
                    found.append(f"{model._meta.label}.{column.name}")
    return found


def test_a_word_planted_in_every_personal_field_is_in_the_copy_and_nowhere_after_erasing(
    programme, caplog, django_capture_on_commit_callbacks
):
    caplog.set_level(logging.INFO)
    person, _idea = a_full_life(word=CANARY)
    with_account(person, f"{CANARY.lower()}@example.org")
    coordinator = a_coordinator()
    assert planted(person) >= 8
    copy = zipfile.ZipFile(io.BytesIO(parcel_of(person)))
    data, text = (copy.read(name).decode() for name in ("data.json", "read-me.txt"))
    missing = []
    for model, held in rows_held(person):
        rows = {row["id"]: row for row in json.loads(data)[model._meta.model_name] if "id" in row}
        for name, ids in held.items():
            entry = privacy_of(model).personal[name]
            if entry.is_exported and rows and not any(name in row for row in rows.values()):
                missing.append((model, name, ids))
    assert not missing
    assert data.count(CANARY) >= 8
    assert CANARY in text
    assert any(name.startswith("files/") for name in copy.namelist())
    paths = [path for photo in Attachment.objects.all() for path in photo.paths()]

    with django_capture_on_commit_callbacks(execute=True):
        erase_person(person, by=coordinator)

    # The ledger of words keeps only what others wrote of other matters.
    assert tables_that_say(CANARY) == []
    assert not any(default_storage.exists(path) for path in paths)
    assert CANARY.lower() not in caplog.text.lower()
    assert first_break(programme) is None


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
    assert (idea.title, idea.text, idea.thread.title) == ("", "", "")
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
