"""What a meeting decided leaves the house half an hour after it was closed, and not before."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from elava.decisions.actions import (
    add_idea,
    carry_out,
    check_minutes,
    fill_agenda,
    publish_extract,
    remove_item,
    reopen_meeting,
    sign_minutes,
)
from elava.decisions.models import Decision, HandOver
from elava.decisions.queries.handovers import figures
from elava.foundation import clock
from elava.foundation.access import HOUSE
from elava.foundation.errors import NotAllowed, NotNow
from elava.ideas.actions import answer_idea
from elava.ideas.models import Answer, Idea
from elava.journal.models import Entry
from elava.notices.models import Message
from elava.notices.worker import Worker
from elava.people.models import NOBODY
from elava.ui.dates import moment
from tests.given.decisions import a_meeting, an_open_meeting
from tests.given.people import a_coordinator

RECEIVER = {
    "receiver_name": "Puistoyksikkö", "receiver_email": "puisto@example.org",
    "asks": "Korjatkaa ramppi.", "due_on": clock.today() + timedelta(days=45),
}  # fmt: skip


def a_closed_meeting():
    """One idea is tried, another taken elsewhere; the meeting has just been closed."""
    sitting = an_open_meeting(ideas=2)
    sitting.decide(sitting.item(0))
    sitting.decide(sitting.item(1), outcome="elsewhere", receiver=RECEIVER)
    sitting.close()
    return sitting


def after(sitting, minutes):
    return clock.travel(sitting.meeting.closed_at + timedelta(minutes=minutes))


def the_ideas(sitting):
    return Idea.objects.filter(pk__in=[sitting.item(at).parts.get().idea_id for at in (0, 1)])


def stages(sitting):
    return set(the_ideas(sitting).values_list("stage", flat=True))


def test_before_the_half_hour_is_over_nobody_outside_sees_anything(seen_as):
    sitting = a_closed_meeting()
    with after(sitting, 29):
        Worker().drain()
        assert stages(sitting) == {Idea.Stage.SHORTLISTED}
        assert not Answer.objects.exists()
        assert figures().asked == 0
        assert not Decision.objects.seen_by(a_coordinator()).exists()
        client = seen_as(NOBODY)
        for url in (reverse("home"), reverse("results"), reverse("handovers"),
                    *(idea.get_absolute_url() for idea in the_ideas(sitting))):  # fmt: skip
            text = client.get(url).content.decode()
            assert "Kokeillaan." not in text
            assert "Puistoyksikkö" not in text
    assert not Message.objects.filter(letter__in=["ideas/answered", "decisions/asked"]).exists()


def test_then_the_worker_carries_it_all_out_once_and_the_letters_leave_at_once(mailoutbox):
    sitting = a_closed_meeting()
    with after(sitting, 30):
        Worker().drain()
        Worker().drain()
        assert stages(sitting) == {Idea.Stage.ANSWERED}
        assert HandOver.objects.get().stage == "asked"
        assert Decision.objects.public().count() == 2
        assert not Answer.objects.filter(final_at__gt=clock.now()).exists()
    assert [mail.to for mail in mailoutbox] == [["puisto@example.org"]]
    assert Entry.objects.filter(verb="meeting.carried_out").count() == 1
    assert Entry.objects.filter(verb="idea.answered").count() == 2
    assert Entry.objects.get(verb="handover.asked").fields == {"edition": 1}


def test_whoever_opened_the_meeting_again_in_time_has_told_nobody(mailoutbox):
    sitting = a_closed_meeting()
    reopen_meeting(sitting.meeting, by=sitting.secretary)
    with after(sitting, 300):
        Worker().drain()
    assert stages(sitting) == {Idea.Stage.SHORTLISTED}
    assert not mailoutbox
    assert not Entry.objects.filter(verb__in=["idea.answered", "handover.asked"]).exists()


def test_it_is_carried_out_by_the_house_in_its_time_and_once():
    sitting = a_closed_meeting()
    with pytest.raises(NotAllowed):
        carry_out(sitting.meeting, by=sitting.secretary)
    with pytest.raises(NotNow):
        carry_out(sitting.meeting, by=HOUSE)
    with after(sitting, 30):
        carry_out(sitting.meeting, by=HOUSE)
        with pytest.raises(NotNow):
            carry_out(sitting.meeting, by=HOUSE)
        with pytest.raises(NotNow):
            reopen_meeting(sitting.meeting, by=sitting.secretary)


def test_the_extract_is_published_after_the_answers_have_left():
    sitting = a_closed_meeting()
    for seat in sitting.seats[:2]:
        check_minutes(sitting.meeting, by=sitting.secretary, person=seat.person, is_right=True)
    sign_minutes(sitting.meeting, by=sitting.secretary)
    with pytest.raises(NotNow, match=re.escape(moment(sitting.meeting.answers_leave_at))):
        publish_extract(sitting.meeting, by=sitting.secretary)
    with after(sitting, 30):
        carry_out(sitting.meeting, by=HOUSE)
        assert publish_extract(sitting.meeting, by=sitting.secretary).published_at


def test_what_is_on_its_way_to_the_giver_is_no_other_meetings_matter():
    sitting = a_closed_meeting()
    again = a_meeting(sitting.meeting.body)
    assert fill_agenda(again.meeting, by=again.secretary) == []


def test_the_desk_the_meeting_and_the_idea_say_when_it_leaves(seen_as):
    sitting = a_closed_meeting()
    client, leaves = seen_as(a_coordinator()), moment(sitting.meeting.answers_leave_at)
    idea = the_ideas(sitting)[0]
    for url in (reverse("desk"), sitting.meeting.get_absolute_url(), idea.get_absolute_url(),
                sitting.item().get_absolute_url()):  # fmt: skip
        assert leaves in client.get(url).content.decode(), url
    with after(sitting, 30):
        carry_out(sitting.meeting, by=HOUSE)
    for url in (reverse("desk"), idea.get_absolute_url(), sitting.item().get_absolute_url()):
        assert leaves not in client.get(url).content.decode(), url


def test_the_desk_does_not_answer_what_a_meeting_decides(seen_as):
    sitting, coordinator = an_open_meeting(), a_coordinator()
    idea = sitting.item().parts.get().idea
    words = {"outcome": "not_now", "reason": {"fi": "Ei."}}
    for step in (sitting.decide, sitting.close):
        with pytest.raises(NotNow) as refusal:
            answer_idea(idea, by=coordinator, **words)
        assert refusal.value.way_out[0][1] == sitting.meeting.get_absolute_url()
        page = seen_as(coordinator).get(reverse("answer_idea", args=[idea.pk]))
        assert (page.status_code, b"<textarea" in page.content) == (409, False)
        step()
    with pytest.raises(NotNow):
        answer_idea(idea, by=coordinator, **words)
    other = a_meeting(sitting.meeting.body)
    with pytest.raises(NotNow):
        add_idea(other.meeting, by=other.secretary, idea=idea)
    with clock.travel(sitting.meeting.answers_leave_at):
        carry_out(sitting.meeting, by=HOUSE)
    assert Idea.objects.get(pk=idea.pk).answer.outcome == "try"


def test_what_is_taken_off_the_agenda_may_be_answered_at_the_desk():
    sitting = a_meeting(ideas=1)
    idea = sitting.item().parts.get().idea
    remove_item(sitting.item(), by=sitting.secretary)
    answered = answer_idea(idea, by=a_coordinator(), outcome="not_now", reason={"fi": "Ei."})
    assert answered.stage == Idea.Stage.ANSWERED
