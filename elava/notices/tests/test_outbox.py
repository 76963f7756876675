import smtplib
from datetime import time, timedelta

import pytest
from django.core import mail
from django.db import OperationalError
from django_scopes import scope

from elava.foundation import clock, news
from elava.foundation.actions import permitted_to_write
from elava.ideas.models import Idea
from elava.journal import readers
from elava.notices import outbox
from elava.notices.models import Message
from elava.notices.worker import Worker
from tests.given.ideas import an_idea

pytestmark = pytest.mark.usefixtures("letter_to_the_giver", "reached")


def the_message():
    return Message.objects.get()


def work_at(moment):
    with clock.travel(moment):
        Worker().drain()


def test_the_giver_of_an_answered_idea_gets_one_mail():
    idea = an_idea("Penkki rantaan", answered="Kokeillaan.")
    Worker().drain()
    Worker().drain()
    [sent] = mail.outbox
    assert sent.to == ["aino@example.org"]
    assert sent.subject == "Vastaus: Penkki rantaan"
    assert "Kiitos & terve!" in sent.body
    assert f"http://testserver:8000/ideas/{idea.pk}/" in sent.body
    assert the_message().state == Message.State.SENT


def test_a_mail_speaks_the_language_of_its_reader_and_leads_to_that_page(reached):
    reached("email", "aino@example.org", language="sv", called="Aino")
    idea = an_idea("Penkki rantaan", answered="Kokeillaan.")
    Worker().drain()
    assert mail.outbox[0].body.startswith("Hej Aino")
    assert "Vi provar" in mail.outbox[0].body
    assert f"/sv/ideas/{idea.pk}/" in mail.outbox[0].body


def test_reading_the_same_entries_again_tells_nobody_twice(programme):
    idea = an_idea(answered="Kokeillaan.")
    Worker().drain()
    with permitted_to_write("tests"):
        outbox.write_messages([the_message().entry])
    Worker().drain()
    assert len(mail.outbox) == 1
    assert the_message().about_id == idea.pk


def test_nothing_is_sent_before_its_delay_has_passed(letter_to_the_giver):
    letter_to_the_giver["delay"] = timedelta(hours=1)
    an_idea(answered="Kokeillaan.")
    Worker().drain()
    assert mail.outbox == []
    work_at(clock.now() + timedelta(minutes=61))
    assert len(mail.outbox) == 1


def test_what_is_undone_before_it_is_sent_stays_unsent(letter_to_the_giver):
    letter_to_the_giver["delay"] = timedelta(hours=1)
    idea = an_idea(answered="Kokeillaan.")
    Worker().drain()
    with permitted_to_write("tests"):
        Idea.objects.filter(pk=idea.pk).update(stage=Idea.Stage.OPEN)
    work_at(clock.now() + timedelta(minutes=61))
    assert mail.outbox == []
    assert (the_message().state, the_message().why) == (Message.State.CANCELLED, "gone")


def test_somebody_who_left_no_address_reads_the_answer_by_number(reached):
    reached(None)
    an_idea(answered="Kokeillaan.")
    Worker().drain()
    assert (the_message().state, the_message().why) == (Message.State.CANCELLED, "no_way")


@pytest.mark.parametrize("way", ["phone", "letter", "read_aloud", "sms"])
def test_what_no_machine_carries_is_laid_on_the_desk_with_its_text(reached, way):
    reached(way, "Rantatie 1", language="fi")
    an_idea("Penkki rantaan", answered="Kokeillaan.")
    Worker().drain()
    found = the_message()
    assert mail.outbox == []
    assert (found.state, found.way, found.address) == ("by_hand", way, "Rantatie 1")
    assert "sai vastauksen" in found.text
    assert ("Terveisin" in found.text) == (way != "sms")
    assert ("http" in found.text) == (way == "letter")


def test_a_text_message_fits_into_one_segment(reached):
    reached("sms", "0400", language="fi")
    an_idea("Penkki rantaan ja " * 6, answered="Kokeillaan.")
    an_idea("P" * 300, answered="Kokeillaan.")
    Worker().drain()
    assert all(len(text) <= 160 for text in Message.objects.values_list("text", flat=True))


def test_a_gateway_that_fails_is_tried_again_later_and_later(gateway):
    gateway(ConnectionRefusedError("closed"))
    an_idea(answered="Kokeillaan.")
    Worker().drain()
    assert (the_message().state, the_message().attempts) == ("queued", 1)
    gateway(None)
    Worker().drain()
    assert mail.outbox == []
    work_at(clock.now() + timedelta(minutes=2))
    assert len(mail.outbox) == 1
    assert the_message().fault == ""


def test_the_pauses_grow_and_stay_within_half_a_day():
    pauses = [outbox.pause_after(n) for n in range(1, 40)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (timedelta(minutes=1), timedelta(hours=12))


def test_after_three_days_a_message_is_dead_and_no_longer_tried(gateway):
    gateway(ConnectionRefusedError("closed"))
    an_idea(answered="Kokeillaan.")
    Worker().drain()
    work_at(clock.now() + timedelta(hours=73))
    assert (the_message().state, the_message().why, the_message().attempts) == ("dead", "silent", 2)
    assert "ConnectionRefusedError" in the_message().fault


def test_an_address_that_does_not_exist_is_not_tried_for_three_days(gateway):
    gateway(smtplib.SMTPRecipientsRefused({"aino@example.org": (550, b"unknown")}))
    an_idea(answered="Kokeillaan.")
    Worker().drain()
    assert (the_message().state, the_message().why) == (Message.State.DEAD, "refused")


def test_a_full_mailbox_is_tried_again(gateway):
    gateway(smtplib.SMTPRecipientsRefused({"aino@example.org": (452, b"full")}))
    an_idea(answered="Kokeillaan.")
    Worker().drain()
    assert the_message().state == Message.State.QUEUED


def test_a_dead_gateway_is_asked_once_a_round_and_not_once_a_message(gateway):
    gateway(TimeoutError("no answer"))
    for _number in range(3):
        an_idea(answered="Kokeillaan.")
    worker = Worker()
    worker.read()
    worker.send()
    assert sum(Message.objects.values_list("attempts", flat=True)) == 1


def test_a_worker_that_dies_while_sending_leaves_the_message_to_the_next_one(gateway):
    gateway(KeyboardInterrupt())
    an_idea(answered="Kokeillaan.")
    with pytest.raises(KeyboardInterrupt):
        Worker().drain()
    gateway(None)
    Worker().drain()
    assert mail.outbox == []
    work_at(clock.now() + outbox.LEASE + timedelta(seconds=1))
    assert len(mail.outbox) == 1


def test_quiet_hours_are_kept(reached, programme):
    midnight = clock.now().replace(hour=22, minute=0)
    reached("email", "aino@example.org", quiet=(time(21), time(8)))
    with clock.travel(midnight):
        an_idea(answered="Kokeillaan.")
    work_at(midnight)
    assert mail.outbox == []
    work_at(midnight + timedelta(hours=12))
    assert len(mail.outbox) == 1


def test_a_declaration_that_fails_silences_only_itself(monkeypatch, caplog):
    verb = news.get("idea.answered")
    broken = news.Verb("idea.answered", fields=verb.fields, tells=(lambda e: 1 / 0, *verb.tells))
    monkeypatch.setitem(news._verbs, "idea.answered", broken)
    an_idea(answered="Kokeillaan.")
    Worker().drain()
    assert len(mail.outbox) == 1
    assert "nobody was told" in caplog.text


def test_every_programme_is_served_in_its_own_name(other_programme):
    with scope(programme=other_programme):
        an_idea(answered="Kokeillaan.")
    Worker().drain()
    assert mail.outbox[0].from_email.startswith("Toinen kaupunki")


def test_a_reader_that_fails_keeps_no_mail_from_anybody(monkeypatch, caplog):
    def fail(entries):
        raise OperationalError("no such table")

    monkeypatch.setitem(readers._readers, "broken", readers.JournalReader("broken", fail))
    an_idea(answered="Kokeillaan.")
    worker = Worker()
    worker.drain()
    assert len(mail.outbox) == 1
    assert worker.has_trouble
    assert "broken failed in testserver" in caplog.text
