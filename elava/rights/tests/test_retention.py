from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from elava.foundation import clock
from elava.foundation.access import HOUSE
from elava.foundation.errors import NotAllowed
from elava.foundation.privacy import Erase, described_models, privacy_of
from elava.ideas.models import Intake
from elava.people.actions import attach_photo
from elava.people.models import NOBODY, Attachment, KeyHolder
from elava.rights.actions import let_go, run_retention
from tests.given.files import a_photo
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator


def in_days(days):
    return clock.travel(clock.now() + timedelta(days=days))


def test_raw_words_go_after_two_years_and_the_idea_stays():
    idea = an_idea("Penkki rantaan")
    with in_days(729):
        run_retention()
    assert Intake.objects.get(pk=idea.intake_id).raw_words
    with in_days(732):
        counts = run_retention()
        assert counts["intake.raw_words"] == 1
        assert run_retention() == {}, "a second run finds nothing more"
    assert Intake.objects.get(pk=idea.intake_id).raw_words == ""
    idea.refresh_from_db()
    assert idea.text


def test_a_scanned_card_goes_after_a_month_with_its_files(django_capture_on_commit_callbacks):
    idea = an_idea()
    giver = KeyHolder(idea.receipt)
    card = attach_photo(idea, a_photo(), by=giver, purpose=Attachment.For.CARD)
    kept = attach_photo(idea, a_photo(), by=giver, purpose=Attachment.For.IDEA)
    with in_days(31), django_capture_on_commit_callbacks(execute=True):
        assert let_go(by=HOUSE)["attachment"] == 1
    assert list(Attachment.objects.all()) == [kept]
    assert not default_storage.exists(card.path("small"))
    assert default_storage.exists(kept.path("small"))


def test_what_an_upload_left_behind_is_swept_up_after_a_day(programme):
    place = f"{programme.pk}/11111111-1111-4111-8111-111111111111/file"
    default_storage.save(place, ContentFile(b"x"))
    run_retention()
    assert default_storage.exists(place)
    with in_days(2):
        run_retention()
    assert not default_storage.exists(place)


def test_only_the_house_and_coordinators_let_go():
    with pytest.raises(NotAllowed):
        let_go(by=NOBODY)
    assert let_go(by=a_coordinator()) == {}


def test_every_period_with_days_can_be_run():
    for model in described_models():
        said = privacy_of(model)
        for name, entry in said.personal.items():
            if entry.keep.days and entry.erase != Erase.STAY:
                assert said.counts_from, (model, name)
    with in_days(4000):
        run_retention()
