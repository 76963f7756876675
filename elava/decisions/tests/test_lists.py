"""Every list asks the database as often for one row as for five."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from elava.decisions.actions import hand_over
from elava.decisions.panels import meetings_to_run
from elava.foundation import clock
from tests.given.decisions import a_deciding_body, a_meeting, an_open_meeting
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator


def queries_of(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", ["agenda", "read_back", "meeting_pack", "projector", "meeting"])
def test_a_page_of_a_meeting_with_five_items(seen_as, name):
    counts = []
    for ideas in (1, 5):
        sitting = an_open_meeting(ideas=ideas)
        for at in range(ideas):
            if name == "read_back":
                sitting.decide(sitting.item(at))
        url = reverse(name, args=[sitting.meeting.pk])
        counts.append(queries_of(seen_as(sitting.secretary), url))
        sitting.close()
    assert counts[0] == counts[1]


def test_the_lists_of_meetings_and_hand_overs(seen_as):
    body, counts = a_deciding_body(), []
    client = seen_as(a_coordinator())
    for more in (1, 4):
        for _each in range(more):
            a_meeting(body)
            hand_over("Ramppi", by=a_coordinator(), asks="Korjatkaa", receiver_name="Puisto",
                      due_on=clock.today(), idea=an_idea(is_open=True))  # fmt: skip
        counts.append([queries_of(client, reverse(name)) for name in ("meetings", "handovers")])
    assert counts[0] == counts[1]


def test_the_desk_hears_how_much_waits_and_what_comes_next():
    meeting = a_meeting().meeting
    found = meetings_to_run(None, None)
    assert (found["count"], found["next_on"]) == (1, localdate(meeting.starts_at))
