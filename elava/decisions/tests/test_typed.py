"""What a secretary types: days to come, and money as people write it."""

import pytest
from django.urls import reverse

from elava.decisions.models import Decision, HandOver
from tests.given.decisions import an_open_meeting
from tests.given.people import a_coordinator

PAST, TO_COME = "1.2.2021", "1.2.2090"
ASKED = {
    "receiver_name": "Puisto",
    "asks": "Korjatkaa",
    "title": "Ramppi",
    "why": "Lapset kaatuvat.",
}


@pytest.mark.parametrize(
    ("outcome", "more"),
    [("try_if", {"condition": "Tila löytyy"}), ("not_now", {}), ("elsewhere", ASKED)],
)
def test_no_day_behind_us_is_decided(seen_as, outcome, more):
    sitting = an_open_meeting()
    client, url = seen_as(sitting.secretary), sitting.item().get_absolute_url()
    said = {"outcome": outcome, "method": "consent", "reason": "Syy", **more}
    page = client.send(url, due_on=PAST, **said).content.decode()
    assert "#id_due_on" in page
    assert not Decision.objects.exists()
    client.send(url, due_on=TO_COME, **said)
    assert Decision.objects.get()


def test_nobody_is_asked_for_an_answer_by_a_day_behind_us(seen_as):
    client, url = seen_as(a_coordinator()), reverse("new_handover")
    assert "#id_due_on" in client.send(url, due_on=PAST, **ASKED).content.decode()
    assert not HandOver.objects.exists()
    client.send(url, due_on=TO_COME, **ASKED)
    assert HandOver.objects.get()


def test_a_meeting_is_called_for_a_day_to_come(seen_as):
    sitting = an_open_meeting()
    client, url = seen_as(sitting.secretary), reverse("call_meeting")
    said = {"body": str(sitting.meeting.body_id), "at": "10", "place": "Sali"}
    assert "#id_on" in client.send(url, on=PAST, **said).content.decode()
    assert client.send(url, on=TO_COME, **said).status_code == 302


def test_a_decision_takes_cents_as_people_write_them(seen_as):
    sitting = an_open_meeting()
    client, url = seen_as(sitting.secretary), sitting.item().get_absolute_url()
    said = {"outcome": "try", "method": "consent", "reason": "Syy"}
    page = client.send(url, euros="paljon", **said).content.decode()
    assert "#id_euros" in page
    assert "Rahaa kukkarosta" in page.split("<h1")[0]
    client.send(url, euros="260,50 €", **said)
    assert Decision.objects.get().cents == 26_050
