import datetime as dt
import io
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from elava.decisions.actions import answer_hand_over, hand_over, reopen_meeting, undo_last
from elava.decisions.queries.minutes import content_of
from elava.foundation import clock
from elava.notices.worker import Worker
from elava.ui.pdf import can_make_pdfs
from tests.given.accounts import an_account
from tests.given.decisions import a_meeting, an_open_meeting
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator


def the_pdf_of(sitting):
    return reverse("minutes_pdf", args=[sitting.close().pk])


def test_the_minutes_are_a_pdf_that_says_what_it_is(seen_as, caplog):
    from pypdf import PdfReader

    if not can_make_pdfs():
        pytest.skip("no pango on this machine; on Debian: apt install libpangoft2-1.0-0")
    sitting = an_open_meeting()
    sitting.decide(reason={"fi": "Kokeillaan keväällä."})
    answer = seen_as(sitting.secretary).get(the_pdf_of(sitting))
    assert answer["Content-Type"] == "application/pdf"
    paper = PdfReader(io.BytesIO(answer.content))
    assert "Kokeillaan keväällä." in "".join(page.extract_text() for page in paper.pages)
    assert paper.metadata.title
    # What a PDF maker does not understand of our sheet, it says here.
    assert [one.getMessage() for one in caplog.records if one.name == "weasyprint"] == []


@pytest.mark.usefixtures("without_pango")
def test_without_pango_the_print_view_has_the_same_minutes(seen_as, capsys):
    sitting = an_open_meeting()
    sitting.decide(reason={"fi": "Kokeillaan keväällä."})
    client = seen_as(sitting.secretary)
    answer = client.get(the_pdf_of(sitting))
    assert answer.status_code == 409
    printed = reverse("minutes_print", args=[sitting.meeting.pk])
    assert f'href="{printed}"' in answer.content.decode()
    assert capsys.readouterr().out == ""
    assert "Kokeillaan keväällä." in client.get(printed).content.decode()


def work_after(**later):
    with clock.travel(clock.now() + timedelta(**later)):
        Worker().drain()


def sent_about(word):
    return [one for one in mail.outbox if word in one.subject]


ASKED = {"asks": "Korjatkaa ramppi.", "receiver_name": "Puisto", "receiver_email": "p@example.org"}


def days_ahead(days):
    return clock.today() + timedelta(days=days)


def work_at_noon_in(days):
    noon = dt.datetime.combine(days_ahead(days), dt.time(12), tzinfo=dt.UTC)
    with clock.travel(noon):
        Worker().drain()


def test_members_with_an_account_hear_of_a_called_meeting():
    sitting = a_meeting()
    an_account(sitting.seats[0].person, email="jasen@example.org")
    work_after(minutes=20)
    assert "jasen@example.org" in {one.to[0] for one in mail.outbox}


def test_the_receiver_is_asked_after_the_time_for_undo_and_not_when_undone():
    receiver = {**ASKED, "due_on": clock.today() + timedelta(days=30)}
    kept = an_open_meeting()
    kept.decide(outcome="elsewhere", receiver=receiver)
    kept.close()
    work_after(minutes=5)
    assert not sent_about("rantapolulle")
    work_after(minutes=40)
    [asked] = sent_about("rantapolulle")
    assert asked.to == ["p@example.org"]
    assert "/handovers/open/" in asked.body
    undone = an_open_meeting(kept.meeting.body)
    undone.decide(outcome="elsewhere", receiver=receiver)
    undone.close()
    reopen_meeting(undone.meeting, by=undone.secretary)
    undo_last(undone.meeting, by=undone.secretary)
    work_after(minutes=40)
    assert len(sent_about("rantapolulle")) == 1


def test_a_receiver_is_reminded_a_week_before_and_on_the_day_once_each():
    handover = hand_over("Skeittiramppi", by=a_coordinator(), due_on=days_ahead(30),
                         idea=an_idea(is_open=True), **ASKED)  # fmt: skip
    for days in (20, 23, 23, 25, 30, 30):
        work_at_noon_in(days)
    reminders = [one for one in mail.outbox if "Odotamme" in one.subject]
    assert len(reminders) == 2
    answer_hand_over(handover, by=a_coordinator(), said="done", words="Valmis")
    work_at_noon_in(31)
    assert len([one for one in mail.outbox if "Odotamme" in one.subject]) == 2


def test_the_minutes_tell_the_day_in_the_programme_and_not_in_greenwich():
    just_after_midnight = dt.datetime(2026, 6, 1, 21, 30, tzinfo=dt.UTC)
    with clock.travel(just_after_midnight):
        sitting = an_open_meeting()
        sitting.decide()
        sitting.close()
    assert content_of(sitting.meeting)["called_on"] == "2026-06-02"
