import pytest
from django.urls import reverse

from elava.decisions.actions import (
    add_free_item,
    add_idea,
    check_minutes,
    declare_interest,
    publish_extract,
    sign_minutes,
)
from elava.decisions.models import Decision, Interest, Item, Meeting, Minutes
from elava.ideas.models import Idea
from elava.people.models import NOBODY
from tests.given.decisions import (
    a_deciding_body,
    a_meeting,
    a_secretary,
    an_open_meeting,
)
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person

PAGES = ("meeting", "change_meeting", "call_off_meeting", "agenda", "attendance", "meeting_pack",
         "projector", "read_back")  # fmt: skip


def at(name, meeting):
    return reverse(name, args=[meeting.pk])


def published(sitting):
    """The meeting's minutes, checked by two, signed and published."""
    meeting = sitting.close_for_good()
    for seat in sitting.seats[:2]:
        check_minutes(meeting, by=sitting.secretary, person=seat.person, is_right=True)
    sign_minutes(meeting, by=sitting.secretary)
    publish_extract(meeting, by=sitting.secretary)
    return meeting


@pytest.mark.parametrize("name", PAGES)
def test_the_secretary_opens_every_page_of_a_meeting(seen_as, name):
    sitting = an_open_meeting(ideas=2, free=1)
    page = seen_as(sitting.secretary).get(at(name, sitting.meeting))
    assert page.status_code == 200
    assert page.content.count(b"<h1") >= 1


@pytest.mark.parametrize("name", [page for page in PAGES if page != "meeting"])
def test_nobody_else_opens_them(seen_as, name):
    sitting = an_open_meeting()
    for person in (NOBODY, a_person()):
        assert seen_as(person).get(at(name, sitting.meeting)).status_code == 403


def test_members_read_the_papers_and_run_nothing(seen_as):
    sitting = an_open_meeting()
    client = seen_as(type(sitting.seats[0].person).objects.get(pk=sitting.seats[0].person_id))
    assert client.get(at("meeting_pack", sitting.meeting)).status_code == 200
    assert client.get(at("agenda", sitting.meeting)).status_code == 403
    assert client.send(at("undo_last", sitting.meeting)).status_code == 403


def test_a_meeting_is_called_and_its_agenda_is_full_on_the_next_page(seen_as):
    an_idea("Penkki rantaan", is_open=True)
    body = a_deciding_body()
    client = seen_as(a_secretary(body))
    page = client.send(reverse("call_meeting"), follow=True, body=str(body.pk), on="21.3.2027",
                       at="17", place="Kirjasto")  # fmt: skip
    assert "Penkki rantaan" in page.content.decode()
    assert Meeting.objects.get().place == "Kirjasto"


def test_eight_ideas_are_decided_with_two_clicks_each(seen_as):
    sitting = a_meeting(ideas=8, days=0)
    client, clicks = seen_as(sitting.secretary), 1
    page = client.send(
        at("attendance", sitting.meeting), follow=True, open="1",
        here=[str(seat.pk) for seat in sitting.seats],
    )  # fmt: skip
    for _each in range(8):
        here = page.redirect_chain[-1][0]
        assert client.get(here, {"outcome": "try"}).status_code == 200
        page = client.send(here, follow=True, outcome="try", method="consent", reason="Hyvä.")
        clicks += 2
    assert page.redirect_chain[-1][0] == at("read_back", sitting.meeting)
    client.send(at("read_back", sitting.meeting))
    clicks += 1
    assert Decision.objects.in_force().filter(item__meeting__stage="closed").count() == 8
    assert clicks == 18


@pytest.mark.parametrize(
    ("outcome", "fields", "word"),
    [
        ("try", {"euros": "200", "follow_up_words": "Aino kysyy salin."}, "follow_up_words"),
        ("try_if", {"condition": "Kahdeksan vahtia"}, "condition"),
        ("elsewhere", {"receiver_name": "Puisto", "asks": "Korjatkaa", "due_on": "1.3.2027"},
         "receiver_name"),
        ("not_now", {"due_on": "1.3.2027"}, "due_on"),
    ],
)  # fmt: skip
def test_each_outcome_opens_its_one_follow_up(seen_as, outcome, fields, word):
    sitting = an_open_meeting()
    client, url = seen_as(sitting.secretary), sitting.item().get_absolute_url()
    assert word in client.get(url, {"outcome": outcome}).content.decode()
    client.send(url, outcome=outcome, method="consent", reason="Syy.", **fields)
    assert Decision.objects.get().outcome == outcome


def test_an_idea_is_joined_with_another(seen_as):
    sitting, other = an_open_meeting(), an_idea(is_open=True)
    seen_as(sitting.secretary).send(
        sitting.item().get_absolute_url(), outcome="join", method="consent", reason="Sama asia.",
        joined_to=str(other.pk),
    )  # fmt: skip
    assert Decision.objects.get().joined_to == other


def test_a_refusal_of_the_house_keeps_what_was_written(seen_as):
    sitting = an_open_meeting()
    page = seen_as(sitting.secretary).send(
        sitting.item().get_absolute_url(), outcome="try", method="hands", reason="Tärkeä syy",
        votes_for="9",
    )  # fmt: skip
    text = page.content.decode()
    assert page.status_code == 200
    assert "Tärkeä syy" in text
    assert "3" in text
    assert not Decision.objects.exists()


def test_a_second_screen_hears_that_the_item_is_settled(seen_as):
    sitting = an_open_meeting(ideas=2)
    url = sitting.item(0).get_absolute_url()
    sitting.decide(sitting.item(0))
    page = seen_as(sitting.secretary).send(
        url, outcome="not_now", method="consent", reason="Toinen syy"
    )
    assert page.status_code == 409
    assert "Toinen syy" in page.content.decode()


def test_a_member_leaves_an_item_with_one_button(seen_as):
    sitting = an_open_meeting()
    client, url = seen_as(sitting.secretary), sitting.item().get_absolute_url()
    seat = sitting.seats[0]
    client.send(url + "interests/", leaves="", membership=str(seat.pk), words="Oma hanke")
    assert Interest.objects.get().words == "Oma hanke"
    assert "2" in client.get(url).content.decode()
    client.send(url + "interests/", stays=str(seat.pk))
    assert Interest.objects.get().said == "stays"
    assert client.send(url + "interests/", leaves="nobody").status_code == 404


def test_next_time_and_undo_are_buttons(seen_as):
    sitting = an_open_meeting(ideas=2)
    client, url = seen_as(sitting.secretary), sitting.item().get_absolute_url()
    client.send(url + "next-time/", because="Kysytään koululta")
    assert Item.objects.get(pk=sitting.item().pk).postponed_at
    assert client.send(at("undo_last", sitting.meeting)).url == url
    assert client.send(url + "take-up/").url == url


def test_the_agenda_is_sorted_with_buttons(seen_as):
    sitting = a_meeting(free=2)
    client, url = seen_as(sitting.secretary), at("sort_agenda", sitting.meeting)
    second = sitting.item(1)
    client.send(url, up=str(second.pk))
    assert sitting.item(0) == second
    client.send(url, remove=str(second.pk))
    assert Item.objects.count() == 1
    client.send(url, fill="1")
    assert client.send(url, up="nothing").status_code == 404
    client.send(at("agenda", sitting.meeting), title="Näin päätämme", brief="")
    assert Item.objects.filter(title="Näin päätämme").exists()


def test_time_and_place_change_and_a_meeting_is_called_off(seen_as):
    sitting = a_meeting()
    client = seen_as(sitting.secretary)
    client.send(at("change_meeting", sitting.meeting), on="2.2.2027", at="18.30", place="Tori",
                chair=str(sitting.seats[0].person_id), secretary="")  # fmt: skip
    assert Meeting.objects.get().place == "Tori"
    client.send(at("call_off_meeting", sitting.meeting), reason="Flunssa")
    assert Meeting.objects.get().stage == "called_off"


def test_minutes_are_checked_by_two_signed_and_published(seen_as):
    sitting = an_open_meeting(ideas=1)
    sitting.decide()
    meeting = sitting.close_for_good()
    client = seen_as(sitting.secretary)
    page = client.get(at("minutes", meeting)).content.decode()
    assert sitting.seats[0].person.called in page
    assert client.send(at("sign_minutes", meeting)).status_code == 409
    for seat in sitting.seats[:2]:
        client.send(at("check_minutes", meeting), person=str(seat.person_id), is_right="yes")
    client.send(at("sign_minutes", meeting))
    client.send(at("publish_extract", meeting))
    assert Minutes.objects.get().published_at


def test_a_remark_leads_to_a_new_version(seen_as):
    sitting = an_open_meeting(ideas=1)
    meeting = sitting.close()
    client = seen_as(sitting.secretary)
    client.send(at("check_minutes", meeting), person=str(sitting.seats[0].person_id),
                is_right="no", remark="Aika on väärin")  # fmt: skip
    assert client.send(at("check_minutes", meeting), person=str(sitting.seats[1].person_id),
                       is_right="no", remark="").status_code == 200  # fmt: skip
    client.send(at("correct_minutes", meeting), note="Aika korjattu")
    assert Minutes.objects.count() == 2
    assert "Aika korjattu" in client.get(at("minutes_print", meeting)).content.decode()


def test_the_public_reads_what_was_decided_and_no_names(seen_as):
    sitting = an_open_meeting(ideas=1)
    declare_interest(sitting.item(), by=sitting.secretary, membership=sitting.seats[0], leaves=True)
    title = sitting.item().title
    sitting.decide(reason={"fi": "Kokeillaan keväällä."})
    meeting = published(sitting)
    text = seen_as(NOBODY).get(meeting.get_absolute_url()).content.decode()
    assert title in text
    assert "Kokeillaan keväällä." in text
    assert sitting.seats[0].for_organisation.name in text
    for seat in sitting.seats:
        assert seat.person.called not in text
    assert sitting.secretary.called not in text


def test_an_idea_for_the_working_group_stays_unnamed_in_the_extract(seen_as):
    sitting = an_open_meeting(ideas=0)
    idea = an_idea("Salainen asia", is_open=True, visibility=Idea.Visibility.NOBODY)
    add_idea(sitting.meeting, by=sitting.secretary, idea=idea)
    add_free_item(sitting.meeting, by=sitting.secretary, title="Henkilöasia", is_confidential=True)
    sitting.decide(sitting.item(0), reason={"fi": "Salainen syy."})
    sitting.decide(sitting.item(1), outcome="agreed", reason={"fi": "Salainen syy."})
    client = seen_as(NOBODY)
    assert "Salainen" not in client.get(at("meeting", sitting.meeting)).content.decode()
    text = client.get(published(sitting).get_absolute_url()).content.decode()
    assert "Salainen" not in text
    assert "Henkilöasia" not in text


def test_what_happens_next_waits_on_the_desk(seen_as):
    meeting = a_meeting().meeting
    page = seen_as(a_coordinator()).get(reverse("desk"))
    assert meeting.get_absolute_url() in page.content.decode()


def test_an_idea_goes_on_the_agenda_from_its_own_page(seen_as):
    sitting, idea = a_meeting(), an_idea(is_open=True)
    url = at("add_to_agenda", sitting.meeting)
    client = seen_as(a_coordinator())
    page = client.get(idea.get_absolute_url()).content.decode()
    assert url in page
    client.send(url, idea=str(idea.pk))
    assert sitting.item().title == idea.title
    assert client.send(url, idea="nothing").status_code == 404
    assert url not in seen_as(NOBODY).get(idea.get_absolute_url()).content.decode()
