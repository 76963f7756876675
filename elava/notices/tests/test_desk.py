from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elava.foundation import news
from elava.foundation.actions import permitted_to_write
from elava.foundation.errors import NotAllowed, NotNow
from elava.notices import actions
from elava.notices.models import Message
from elava.notices.worker import Worker
from elava.people.models import NOBODY
from tests.given.ideas import an_idea
from tests.given.journal import the_last_entry
from tests.given.people import a_coordinator, a_person

pytestmark = pytest.mark.usefixtures("letter_to_the_giver", "reached")


def a_message(**facts):
    """A message about an answered idea, as the worker left it."""
    an_idea("Penkki rantaan", answered="Kokeillaan.")
    Worker().drain()
    return Message.objects.order_by("pk").last()


def test_what_waits_for_a_person_is_done_when_it_was_carried(reached):
    reached("phone", "0400")
    message, coordinator = a_message(), a_coordinator()
    done = actions.deliver_by_hand(message, by=coordinator)
    assert (done.state, done.done_by) == (Message.State.SENT, coordinator)
    assert the_last_entry(message).verb == "message.delivered"
    with pytest.raises(NotNow):
        actions.deliver_by_hand(message, by=coordinator)


def test_what_was_stopped_at_the_desk_is_not_sent(letter_to_the_giver):
    letter_to_the_giver["delay"] = timedelta(hours=1)
    message = a_message()
    actions.stop_message(message, by=a_coordinator())
    Worker().drain()
    message.refresh_from_db()
    assert (message.state, message.why) == ("cancelled", "desk")


def test_what_did_not_arrive_can_go_out_again(gateway):
    gateway(ConnectionRefusedError("closed"))
    message = a_message()
    with permitted_to_write("tests"):
        Message.objects.update(state=Message.State.DEAD)
    gateway(None)
    actions.try_again(message, by=a_coordinator())
    Worker().drain()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("act", ["stop_message", "try_again", "deliver_by_hand"])
def test_only_the_desk_handles_messages(act):
    message = a_message()
    for person in (NOBODY, a_person(in_support_group=True)):
        with pytest.raises(NotAllowed):
            getattr(actions, act)(message, by=person)


def test_nobody_else_sees_what_goes_out():
    a_message()
    assert not Message.objects.seen_by(NOBODY).exists()
    assert not Message.objects.seen_by(a_person(in_support_group=True)).exists()
    assert Message.objects.seen_by(a_coordinator()).exists()


def test_the_list_asks_as_much_for_five_messages_as_for_one(as_coordinator):
    def count():
        with CaptureQueriesContext(connection) as queries:
            page = as_coordinator.get("/desk/messages/", {"state": "sent"})
        assert page.status_code == 200
        return len(queries)

    a_message()
    count()
    one = count()
    for _number in range(4):
        a_message()
    assert count() == one


def test_a_message_shows_its_text_and_what_can_be_done(as_coordinator, reached):
    reached("phone", "0400")
    message = a_message()
    page = as_coordinator.get(message.get_absolute_url()).content.decode()
    assert "Ideasi sai vastauksen. Kiitos &amp; terve!" in page
    assert "0400" in page
    form = f"/desk/messages/{message.pk}/delivered/"
    assert f'action="{form}"' in page
    answer = as_coordinator.post(form, {"once_key": "a-key-of-sixteen-letters"}, follow=True)
    assert answer.status_code == 200
    message.refresh_from_db()
    assert message.state == Message.State.SENT


def test_a_waiting_message_can_be_read_before_it_goes(as_coordinator, letter_to_the_giver):
    letter_to_the_giver["delay"] = timedelta(hours=1)
    page = as_coordinator.get(a_message().get_absolute_url()).content.decode()
    assert "Vastaus: Penkki rantaan" in page
    assert "Ideasi sai vastauksen." in page


def test_a_link_for_the_recipient_alone_is_not_shown_at_the_desk(
    as_coordinator, letter_to_the_giver
):
    class Slip:
        programme = None

        def get_absolute_url(self):
            return "/slip/very-secret/"

    slip = Slip()
    slip.programme = a_coordinator().programme
    letter_to_the_giver["opens"] = slip
    page = as_coordinator.get(a_message().get_absolute_url()).content.decode()
    assert "very-secret" in mail.outbox[0].body
    assert "very-secret" not in page


def test_the_desk_is_told_what_it_must_carry_and_what_did_not_arrive(as_coordinator, reached):
    reached("letter", "Rantatie 1")
    a_message()
    reached("email", "aino@example.org")
    dead = a_message()
    with permitted_to_write("tests"):
        Message.objects.filter(pk=dead.pk).update(state=Message.State.DEAD)
    page = as_coordinator.get("/desk/").content.decode()
    assert "Viestit, jotka toimitat itse" in page
    assert "1 viesti ei mennyt perille." in page


def test_a_stranger_meets_a_closed_door(client):
    message = a_message()
    for path in ("/desk/messages/", message.get_absolute_url()):
        assert client.get(path).status_code == 403
    form = f"{message.get_absolute_url()}stop/"
    assert client.post(form, {"once_key": "a-key-of-sixteen-letters"}).status_code == 403


def test_an_odd_question_shows_the_first_list(as_coordinator):
    assert as_coordinator.get("/desk/messages/?state=odd&after=odd").status_code == 200


def test_each_message_of_the_list_says_what_it_tells_and_why_it_was_stopped(
    as_coordinator, monkeypatch, letter_to_the_giver
):
    told = replace(news.get("idea.answered"), says="Ideaan vastattiin")
    monkeypatch.setitem(news._verbs, "idea.answered", told)
    letter_to_the_giver["delay"] = timedelta(hours=1)
    actions.stop_message(a_message(), by=a_coordinator())
    page = as_coordinator.get("/desk/messages/?state=cancelled").content.decode()
    assert "Ideaan vastattiin" in page
    assert "Penkki rantaan" in page
    assert str(Message.Why.DESK.label) in page
