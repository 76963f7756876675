import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.urls import reverse

from elava.foundation.actions import permitted_to_write
from elava.foundation.errors import NotAllowed, NotNow
from elava.people.actions import (
    attach_document,
    attach_photo,
    hide_attachment,
    remove_attachment,
    show_attachment,
)
from elava.people.actions import attachments as room
from elava.people.models import NOBODY, Attachment, KeyHolder
from elava.people.queries import photos_of
from tests.given.files import a_photo, an_upload
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person

IDEA = Attachment.For.IDEA


def a_photo_of(idea, *, alt="Penkki rannassa"):
    giver = KeyHolder(idea.receipt)
    return attach_photo(idea, a_photo(), by=giver, purpose=IDEA, alt=alt)


def test_a_photo_is_seen_by_the_group_and_by_nobody_else_until_it_is_shown():
    idea = an_idea(is_open=True)
    photo, coordinator = a_photo_of(idea), a_coordinator()
    readers = [NOBODY, a_person(), a_person(in_support_group=True), coordinator]

    def seen():
        return [len(photos_of("idea", [idea.pk], reader)[idea.pk]) for reader in readers]

    assert seen() == [0, 0, 1, 1]
    show_attachment(photo, by=coordinator)
    assert seen() == [1, 1, 1, 1]
    hide_attachment(photo, by=coordinator, reason="Kuvassa on lapsi")
    assert seen() == [0, 0, 1, 1]


def test_only_a_coordinator_shows_and_only_what_is_told_in_words():
    idea, coordinator = an_idea(is_open=True), a_coordinator()
    photo = a_photo_of(idea, alt="")
    with pytest.raises(NotAllowed):
        show_attachment(photo, by=a_person())
    with pytest.raises(NotNow):
        show_attachment(photo, by=coordinator)
    told = a_photo_of(idea)
    assert show_attachment(show_attachment(told, by=coordinator), by=coordinator).shown_on
    with permitted_to_write("test"), pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.update(alt="")


def test_the_giver_of_an_idea_may_hide_and_remove_their_photo_with_the_slip():
    idea = an_idea(is_open=True)
    photo = a_photo_of(idea)
    show_attachment(photo, by=a_coordinator())
    stranger, holder = KeyHolder(an_idea().receipt), KeyHolder(idea.receipt)
    with pytest.raises(NotAllowed):
        hide_attachment(photo, by=stranger)
    assert hide_attachment(photo, by=holder).shown_on is None
    remove_attachment(photo, by=holder)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("attach", [attach_photo, attach_document])
def test_nobody_hangs_a_file_on_what_is_not_theirs(attach):
    idea, another = an_idea(is_open=True), an_idea()
    for stranger in (NOBODY, a_person(), KeyHolder(another.receipt)):
        with pytest.raises(NotAllowed):
            attach(idea, a_photo(), by=stranger, purpose=IDEA)


def test_when_the_row_goes_the_files_go(django_capture_on_commit_callbacks):
    photo = a_photo_of(an_idea())
    paths = photo.paths()
    assert len(paths) == 4
    assert all(default_storage.exists(path) for path in paths)
    with django_capture_on_commit_callbacks(execute=True):
        remove_attachment(photo, by=a_coordinator())
    assert not any(default_storage.exists(path) for path in paths)


def test_a_paper_keeps_the_harmless_part_of_its_name():
    name = "../../etc/<b>pöytä kirja</b>.pdf"
    paper = attach_document(
        an_idea(), an_upload(b"%PDF-1.7", name), by=a_coordinator(), purpose=Attachment.For.PAPER
    )
    assert paper.name == "b.pdf"
    assert str(paper.pk) in paper.path("file")


@pytest.mark.parametrize("attach", [attach_photo, attach_document])
def test_what_cannot_be_opened_is_given_back_with_a_sentence(attach):
    with pytest.raises(NotNow):
        attach(an_idea(), an_upload(b"<svg/>", "kuva.svg"), by=a_coordinator(), purpose=IDEA)
    assert not Attachment.objects.exists()


def test_a_row_carries_only_so_many_files(monkeypatch):
    monkeypatch.setattr(room, "MOST_PER_OWNER", 1)
    idea = an_idea()
    a_photo_of(idea)
    with pytest.raises(NotNow):
        a_photo_of(idea)


def test_a_file_is_served_to_those_who_may_see_it_and_its_owner(client):
    idea = an_idea(is_open=True)
    photo = a_photo_of(idea)
    url = photo.small_url
    assert client.get(url).status_code == 404
    show_attachment(photo, by=a_coordinator())
    served = client.get(url)
    assert (served.status_code, served["Content-Type"]) == (200, "image/webp")
    assert "sandbox" in served["Content-Security-Policy"]
    original = client.get(photo.address("original"))
    assert original["Content-Type"] == "image/jpeg"
    for answer in (served, original):
        answer.getvalue()
    again = client.get(url, headers={"if-none-match": served["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    for size in ("huge", "file"):
        assert client.get(photo.address(size)).status_code == 404


def test_a_shown_photo_of_a_hidden_idea_stays_hidden(client):
    photo = a_photo_of(an_idea())
    show_attachment(photo, by=a_coordinator())
    assert client.get(photo.small_url).status_code == 404


def test_a_file_of_another_programme_looks_missing(client, other_programme):
    idea = an_idea(is_open=True)
    photo = a_photo_of(idea)
    show_attachment(photo, by=a_coordinator())
    foreign = client.get(photo.small_url, headers={"host": other_programme.host})
    assert foreign.status_code == 404


def test_a_paper_is_saved_and_never_opened_in_our_own_window(client):
    idea, coordinator = an_idea(is_open=True), a_coordinator()
    upload = an_upload(b"%PDF-1.7", "esityslista.pdf")
    paper = attach_document(idea, upload, by=coordinator, purpose=Attachment.For.PAPER)
    show_attachment(paper, by=coordinator)
    served = client.get(paper.get_absolute_url())
    assert served["Content-Disposition"] == 'attachment; filename="esityslista.pdf"'
    served.getvalue()
    with default_storage.open(paper.path("file")) as body:
        assert body.read() == b"%PDF-1.7"
    default_storage.delete(paper.path("file"))
    assert client.get(reverse("file", args=[paper.pk, "file"])).status_code == 404


@pytest.mark.parametrize("rows", [1, 5])
def test_the_photos_of_many_ideas_take_one_query(rows, django_assert_num_queries):
    ideas = [an_idea(is_open=True) for _ in range(rows)]
    for idea in ideas:
        a_photo_of(idea)
    reader = a_coordinator()
    assert reader.roles
    with django_assert_num_queries(1):
        found = photos_of("idea", [idea.pk for idea in ideas], reader)
        assert all(photo.small_url for photos in found.values() for photo in photos)
