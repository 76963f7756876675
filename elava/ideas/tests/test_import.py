import csv
import os
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elava.foundation.actions import permitted_to_write
from elava.foundation.errors import NotNow
from elava.ideas.actions import hide_post, offer_help, support_idea
from elava.ideas.management.table import UnreadableTable, read_table
from elava.ideas.models import Answer, Idea, IdeaImport, Intake
from elava.ideas.queries import Listing, answered_in_time, latest_answers, results_by_outcome
from elava.journal.models import Entry
from elava.journal.readers import journal_readers, read_on
from elava.notices.models import Message
from elava.people.models import NOBODY, Account, Receipt
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person

EMAIL = "kaisa@example.org"
ROWS = """id,title,text,state,lat,lon
1,Penkkejä rantaan,Rantapolulla on kolme penkkiä.,accepted,61.1,27.1
2,Uimala auki,,rejected,61.2,27.2
3,,,,,
4,Kielikahvila,Torstaisin kirjastossa.,,,
"""


@pytest.fixture
def coordinator():
    """A coordinator with an account, who answers for the import."""
    person = a_coordinator()
    with permitted_to_write("test"):
        person.account = Account.objects.create(email=EMAIL)
        person.save(update_fields=["account"])
    return person


@pytest.fixture
def a_file(tmp_path):
    """Call it with the words of a table for its path."""

    def make(words, encoding="utf-8"):
        path = tmp_path / "ideas.csv"
        path.write_bytes(words.encode(encoding))
        return path

    return make


def elava_import(*arguments, **options):
    out = StringIO()
    told = {"programme": "testserver", "by": EMAIL} | options
    call_command("import_ideas", *map(str, arguments), stdout=out, **told)
    return out.getvalue()


def test_a_trial_run_tells_everything_and_writes_nothing(a_file, coordinator):
    said = elava_import(a_file(ROWS), source="Elsewhere", dry_run=True)
    assert "Rivi 3" in said
    assert "Rivi 4" in said
    assert not Intake.objects.exists()


def test_rows_become_hidden_ideas_with_the_answer_that_was_given_elsewhere(a_file, coordinator):
    elava_import(a_file(ROWS), source="Elsewhere 2019")
    assert not Idea.objects.public().exists()
    by_title = {idea.title: idea for idea in Idea.objects.seen_by(coordinator)}
    assert by_title["Penkkejä rantaan"].answer.outcome == Answer.Outcome.TRY
    assert by_title["Uimala auki"].answer.outcome == Answer.Outcome.NOT_NOW
    assert "Elsewhere 2019" in str(by_title["Uimala auki"].answer.reason)
    assert by_title["Kielikahvila"].stage == Idea.Stage.OPEN
    assert by_title["Uimala auki"].text == "Uimala auki"


def test_an_import_is_shown_and_undone_and_may_then_be_done_anew(a_file, coordinator):
    elava_import(a_file(ROWS), source="Elsewhere")
    number = IdeaImport.objects.get().pk
    elava_import(show=str(number))
    assert Idea.objects.public().count() == 3
    support_idea(Idea.objects.get(title="Kielikahvila"), by=NOBODY, token="x" * 64)
    assert "2" in elava_import(undo=str(number))
    assert [idea.title for idea in Idea.objects.public()] == ["Kielikahvila"]
    assert Receipt.objects.count() == 1
    elava_import(a_file(ROWS), source="Elsewhere")
    assert Idea.objects.count() == 4


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path, coordinator):
    for path in (tmp_path / "nofile.csv", tmp_path):
        with pytest.raises(CommandError, match="cannot be read"):
            elava_import(path, source="Elsewhere")
    with pytest.raises(CommandError, match="no import"):
        elava_import(show="17")


def test_the_way_on_names_the_programme_where_there_are_several(
    a_file, coordinator, other_programme
):
    said = elava_import(a_file(ROWS), source="Elsewhere")
    assert said.count("--programme testserver") == 2
    assert "ideas are in" in said
    assert "Rivi 4" in said


def test_the_same_file_is_not_brought_in_twice(a_file, coordinator):
    elava_import(a_file(ROWS), source="Elsewhere")
    with pytest.raises(CommandError):
        elava_import(a_file(ROWS), source="Elsewhere")
    assert IdeaImport.objects.count() == 1


def test_showing_an_import_shows_nothing_that_somebody_has_hidden(a_file, coordinator):
    elava_import(a_file(ROWS), source="Elsewhere")
    batch, [first, second, *_rest] = IdeaImport.objects.get(), Idea.objects.filter(closed_on=None)
    hide_post(first, by=coordinator, reason="hurts", message={"fi": "Loukkaa."})
    elava_import(show=str(batch.pk))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.is_hidden, second.is_hidden) == (True, False)
    hide_post(second, by=coordinator, reason="hurts", message={"fi": "Loukkaa."})
    with pytest.raises(CommandError):
        elava_import(show=str(batch.pk))
    second.refresh_from_db()
    assert second.is_hidden


def test_what_was_answered_elsewhere_is_no_answer_of_ours(a_file, coordinator, client):
    path = a_file("title,state,päätetty\nPenkki,accepted,2019-05-02\nUimala,rejected,2.6.2019\n")
    an_idea(answered="Kokeillaan.")
    elava_import(path, source="OmaStadi")
    elava_import(show=str(IdeaImport.objects.get().pk))
    by_outcome, n_elsewhere = results_by_outcome()
    assert (dict(by_outcome)["try"], dict(by_outcome)["not_now"], n_elsewhere) == (1, 0, 2)
    assert answered_in_time().due == 1
    assert Listing(NOBODY, {}).counts("state") == {"try": 1, "answered_elsewhere": 2}
    listed = Listing(NOBODY, {"state": "answered_elsewhere"})
    assert {idea.title for idea in listed.page[0]} == {"Penkki", "Uimala"}
    assert "Vastattu muualla · OmaStadi" in listed.page[0][0].tag
    assert [idea.title for idea in latest_answers()] != ["Penkki"]
    results = client.get("/results/").content.decode()
    assert "?state=answered_elsewhere" in results
    bench = Idea.objects.get(title="Penkki")
    page = client.get(bench.get_absolute_url()).content.decode()
    assert "Vastattu muualla" in page
    assert "2.5.2019" in page
    assert "Kokeillaan" not in page


def test_nobody_joins_what_was_answered_elsewhere(a_file, coordinator, client):
    elava_import(a_file(ROWS), source="Elsewhere")
    elava_import(show=str(IdeaImport.objects.get().pk))
    answered, waiting = (
        Idea.objects.get(title="Uimala auki"),
        Idea.objects.get(title="Kielikahvila"),
    )
    for idea, is_ours in ((answered, False), (waiting, True)):
        page = client.get(idea.get_absolute_url()).content.decode()
        assert (reverse("support_idea", args=[idea.pk]) in page) == is_ours
        assert (reverse("offer_help", args=[idea.pk]) in page) == is_ours
    with pytest.raises(NotNow):
        support_idea(answered, by=NOBODY, token="x" * 64)
    with pytest.raises(NotNow):
        offer_help(answered, by=NOBODY, what="Kahvia")


def test_no_letter_is_written_to_givers_whom_nothing_leads_to(a_file, coordinator):
    elava_import(a_file(ROWS), source="Elsewhere")
    elava_import(show=str(IdeaImport.objects.get().pk))
    for reader in journal_readers():
        while read_on(reader):
            pass
    assert Entry.objects.filter(verb="idea.opened").exists()
    assert not Message.objects.exists()


def test_only_a_coordinator_brings_ideas_in(a_file):
    person = a_person()
    with permitted_to_write("test"):
        person.account = Account.objects.create(email=EMAIL)
        person.save(update_fields=["account"])
    with pytest.raises(CommandError):
        elava_import(a_file(ROWS), source="Elsewhere")


def test_a_table_of_a_spreadsheet_in_an_old_encoding_is_read(a_file, coordinator):
    words = "Otsikko;Kuvaus\nÄijäjooga;Tiistaisin, myös pojille\n"
    table = read_table(a_file(words, "cp1252"))
    assert table.rows[0].get("title") == "Äijäjooga"
    assert table.columns == {"title": "Otsikko", "text": "Kuvaus"}


@pytest.mark.parametrize(
    "words", ["", "\n\n", "a,b\n1,2\n", 'title\n"never closed\n', "\x00\x01", "id,state\n1,x\n"]
)
def test_a_file_that_is_no_table_of_ideas_is_told_kindly(a_file, words):
    with suppress(UnreadableTable):
        assert len(read_table(a_file(words)).rows) <= 1


def test_a_state_that_nobody_knows_is_asked_about(a_file, coordinator):
    path = a_file("title,state\nPenkki,kesken\n")
    with pytest.raises(CommandError, match="kesken"):
        elava_import(path, source="Elsewhere")
    elava_import(path, source="Elsewhere", state=["kesken=try_if"])
    assert Idea.objects.get().answer.outcome == Answer.Outcome.TRY_IF


def test_a_point_that_many_share_is_a_default_and_no_place(a_file):
    rows = [f"{n},Idea {n},60.0,24.0" for n in range(30)]
    rows += [f"{n},Idea {n},61.{n},25.0" for n in range(30, 90)]
    table = read_table(a_file("id,title,lat,lon\n" + "\n".join(rows)))
    assert sum(not row.has_real_place for row in table.rows) == 30


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_whatever_is_in_a_file_it_is_read_or_refused_in_words(tmp_path, content):
    path = tmp_path / "odd.csv"
    path.write_bytes(b"title,text\n" + content)
    with suppress(UnreadableTable):
        assert read_table(path).file_hash


@pytest.mark.real_data
def test_the_proposals_of_helsinki_come_in_with_the_published_counts(coordinator, client):
    folder = os.environ.get("ELAVA_REAL_DATA")
    if not folder:
        pytest.skip("ELAVA_REAL_DATA names no folder with real data")
    path = Path(folder, "omastadi/proposals_round1.csv")
    elava_import(path, source="OmaStadi 2018–19")
    elava_import(show=str(IdeaImport.objects.get().pk))

    ideas = Idea.objects.all()
    counted = {
        outcome: ideas.filter(answer__outcome=outcome).count() for outcome in ("try", "not_now")
    }
    assert counted == {"try": 839, "not_now": 435}
    assert ideas.filter(stage=Idea.Stage.WITHDRAWN).count() == 11
    table = read_table(path)
    assert sum(not row.has_real_place for row in table.rows) == 324 + 115
    with path.open(encoding="utf-8") as file:
        assert len(table.rows) == len(list(csv.DictReader(file)))
    for address in ("/ideas/", "/threads/"):
        assert client.get(address).status_code == 200
