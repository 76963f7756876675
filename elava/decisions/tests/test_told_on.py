"""What a meeting decided leads on: from the extract to all that is public, and from the idea."""

from datetime import timedelta

import pytest
from django.urls import reverse

from elava.decisions.actions import answer_hand_over, publish_extract, sign_minutes
from elava.decisions.models import HandOver
from elava.foundation import clock
from elava.ideas.actions import withdraw_idea
from elava.network.actions import change_body
from elava.people.models import NOBODY, OPERATOR
from tests.given.decisions import an_open_meeting, an_organisation
from tests.given.people import a_coordinator

ASKED = {"receiver_name": "Puistoyksikkö", "asks": "Korjatkaa ramppi."}


def published(**decided):
    sitting = an_open_meeting()
    change_body(sitting.meeting.body, by=OPERATOR, minutes_checkers=0)
    if decided.get("outcome") == "elsewhere":
        decided["receiver"] = {**ASKED, "due_on": clock.today() + timedelta(days=30)}
    sitting.decide(**decided)
    sitting.close_for_good()
    sign_minutes(sitting.meeting, by=sitting.secretary)
    publish_extract(sitting.meeting, by=sitting.secretary)
    return sitting, sitting.item().parts.get().idea


def test_the_extract_leads_to_ideas_stories_hand_overs_and_carriers(seen_as):
    house = an_organisation("Kulmakunnan seura")
    sitting, idea = published(carriers=[house])
    client, url = seen_as(NOBODY), sitting.meeting.get_absolute_url()
    page = client.get(url).content.decode()
    for row in (idea, idea.thread, house):
        assert f'href="{row.get_absolute_url()}"' in page, row
    withdraw_idea(idea, by=OPERATOR)
    page = client.get(url).content.decode()
    for row in (idea, idea.thread, house):
        assert f'href="{row.get_absolute_url()}"' not in page, row


def test_the_extract_and_the_idea_lead_to_what_the_receiver_said(seen_as):
    sitting, idea = published(outcome="elsewhere", reason={"fi": "Ramppi on kaupungin."})
    handover, client = HandOver.objects.get(), seen_as(NOBODY)
    link = f'href="{handover.get_absolute_url()}"'
    assert link in client.get(sitting.meeting.get_absolute_url()).content.decode()
    answer_hand_over(handover, by=a_coordinator(), said="taken")
    page = client.get(idea.get_absolute_url()).content.decode()
    assert link in page
    assert "Otettu hoidettavaksi" in page
    assert f'href="{sitting.meeting.get_absolute_url()}"' in page


def test_everybody_prints_the_extract_and_nobody_an_unpublished_one(seen_as):
    sitting, _idea = published(reason={"fi": "Kokeillaan keväällä."})
    client = seen_as(NOBODY)
    page = client.get(reverse("extract_print", args=[sitting.meeting.pk])).content.decode()
    assert "Kokeillaan keväällä." in page
    assert sitting.seats[0].person.called not in page
    pytest.importorskip("weasyprint", exc_type=OSError)
    paper = client.get(reverse("extract_pdf", args=[sitting.meeting.pk]))
    assert paper["Content-Type"] == "application/pdf"
    early = an_open_meeting()
    for name in ("extract_print", "extract_pdf"):
        assert client.get(reverse(name, args=[early.meeting.pk])).status_code == 409


@pytest.mark.usefixtures("without_pango")
def test_without_pango_everybody_is_led_to_what_can_be_printed(seen_as):
    sitting, _idea = published(reason={"fi": "Kokeillaan keväällä."})
    paper = seen_as(NOBODY).get(reverse("extract_pdf", args=[sitting.meeting.pk]))
    assert paper.url == reverse("extract_print", args=[sitting.meeting.pk])


def test_a_receiver_reads_why_and_is_thanked_with_what_happens_next(seen_as):
    _sitting, _idea = published(outcome="elsewhere", reason={"fi": "Ramppi on kaupungin."})
    handover, client = HandOver.objects.get(), seen_as(NOBODY)
    url = client.get(reverse("open_handover", args=[handover.secret])).url
    before = client.get(url).content.decode()
    assert "Ramppi on kaupungin." in before
    assert "Kiitos" not in before
    client.send(url + "answer/", said="taken")
    after = client.get(url).content.decode()
    assert "Kiitos" in after
    assert "Jos ette ota" not in after
    other = seen_as(NOBODY)
    other.cookies.clear()
    assert "Kiitos" not in other.get(url).content.decode()
