import pytest
from django.urls import reverse

from elava.foundation.errors import NotAllowed, NotNow
from elava.foundation.once import fresh_key
from elava.ideas.actions import edit_idea, give_idea, open_idea, sort_idea
from elava.ideas.models import Idea, Intake
from elava.people.models import NOBODY, KeyHolder
from tests.given.ideas import an_idea
from tests.given.journal import the_last_entry
from tests.given.people import a_coordinator, a_person

PHONE, SHOWN = Intake.Door.PHONE, Idea.Visibility.WITHOUT_NAME


def written_down(by, **how):
    return give_idea("Penkki", by=by, door=PHONE, visibility=SHOWN, language="fi", **how)


def test_the_same_message_comes_in_once():
    desk = a_coordinator()
    first = written_down(desk, external_key="sms-17")
    assert written_down(desk, external_key="sms-17") == first
    assert Idea.objects.count() == 1


def test_only_helpers_write_down_what_others_say():
    with pytest.raises(NotAllowed):
        written_down(a_person(), spoken_by=Intake.Speaker.FOR_SOMEONE)
    idea = written_down(a_coordinator(), spoken_by=Intake.Speaker.GROUP, group_size=12)
    assert idea.intake.voices == 12


def test_an_anonymous_relay_names_nobody_not_even_the_helper():
    idea = written_down(a_coordinator(), spoken_by=Intake.Speaker.RELAY)
    entry = the_last_entry(idea)
    assert (idea.intake.recorded_by, entry.verb, entry.by) == (None, "idea.relayed", None)
    assert (entry.at.minute, entry.at.second) == (0, 0)


def test_the_giver_changes_the_words_and_the_first_ones_stay():
    idea = an_idea("Penkki")
    changed = edit_idea(idea, by=KeyHolder(idea.receipt), version=1, text="Kaksi penkkiä")
    assert (changed.text, changed.title, changed.version) == ("Kaksi penkkiä", "Kaksi penkkiä", 2)
    assert changed.intake.raw_words == "Penkki"
    with pytest.raises(NotAllowed):
        edit_idea(idea, by=NOBODY, version=2, text="Ei penkkiä")


def test_the_second_of_two_editors_sees_both_texts(client):
    idea = an_idea("Penkki")
    client.get(reverse("open_slip", args=[idea.receipt.secret]))
    edit_idea(idea, by=KeyHolder(idea.receipt), version=1, text="Kaksi penkkiä")
    form = {"once_key": fresh_key(), "text": "Keinu", "visibility": "nobody", "version": 1}
    page = client.post(reverse("slip_change"), form)
    assert page.status_code == 409
    assert "Kaksi penkkiä" in page.content.decode()
    assert "Keinu" in page.content.decode()
    with pytest.raises(NotNow):
        edit_idea(idea, by=KeyHolder(idea.receipt), version=1, text="Keinu")


def test_what_an_idea_is_about_is_said_afterwards():
    idea = an_idea()
    giver = KeyHolder(idea.receipt)
    sorted_one = sort_idea(idea, by=giver, kind=Idea.Kind.DREAM, wants_to_help=True)
    assert (sorted_one.kind, sorted_one.wants_to_help) == ("dream", True)


def test_the_slip_prints_with_a_code_of_its_own_and_is_forgotten_on_demand(client):
    idea = an_idea()
    client.get(reverse("open_slip", args=[idea.receipt.secret]))
    assert idea.receipt.number_shown in client.get(reverse("slip_print")).content.decode()
    code = client.get(reverse("slip_code"))
    assert code["Content-Type"] == "image/svg+xml"
    assert client.post(reverse("slip_end")).headers["Clear-Site-Data"] == '"cache"'
    assert client.get(reverse("slip")).url == reverse("number")


def test_the_visibility_is_never_chosen_for_the_giver(client):
    page = client.post(reverse("new_idea"), {"text": "Penkki"}).content.decode()
    assert "checked" not in page


def test_crisis_lines_stand_on_the_number_page(client):
    client.get(reverse("open_slip", args=[an_idea().receipt.secret]))
    assert "tel:112" in client.get(reverse("slip")).content.decode()


@pytest.mark.parametrize("change", [{"text": "Aivan muuta"}, {"first_name": "Ilkeä sana"}])
def test_new_words_of_a_shown_idea_are_read_before_they_show(change):
    idea = an_idea("Penkki", is_open=True, visibility=Idea.Visibility.FIRST_NAME)
    changed = edit_idea(idea, by=KeyHolder(idea.receipt), version=1, **change)
    assert changed.stage == Idea.Stage.HELD
    assert not changed.thread.is_public
    assert not Idea.objects.public().exists()
    assert open_idea(changed, by=a_coordinator()).thread.is_public


def test_a_new_title_by_the_giver_is_read_and_the_desk_needs_no_reader():
    idea = an_idea("Penkki", is_open=True)
    assert sort_idea(idea, by=a_coordinator(), title="Penkki rantaan").stage == Idea.Stage.OPEN
    assert sort_idea(idea, by=KeyHolder(idea.receipt), title="Muuta").stage == Idea.Stage.HELD
    assert not Idea.objects.public().exists()


def test_who_may_read_an_idea_can_change_without_a_reader():
    idea = an_idea("Penkki", is_open=True)
    nobody = Idea.Visibility.NOBODY
    changed = edit_idea(idea, by=KeyHolder(idea.receipt), version=1, visibility=nobody)
    assert (changed.stage, changed.thread.is_public) == (Idea.Stage.OPEN, False)


def test_the_words_that_were_answered_stay():
    idea = an_idea("Penkki", answered="Kokeillaan.")
    with pytest.raises(NotNow):
        edit_idea(idea, by=KeyHolder(idea.receipt), version=1, text="Aivan muuta")
