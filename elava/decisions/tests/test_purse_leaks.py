"""What a body promised is told to the public after those it concerns have heard of it."""

from django.urls import reverse

from elava.decisions.actions import add_free_item, carry_out, undo_last
from elava.foundation import clock
from elava.foundation.access import HOUSE
from elava.ideas.actions import withdraw_idea
from elava.network.queries import purse_of
from elava.people.models import NOBODY, OPERATOR
from tests.given.decisions import an_open_meeting

PROMISED = {"cents": 26_000, "reason": {"fi": "Kokeillaan."}}


def page(seen_as, person, sitting):
    url = reverse("body", args=[sitting.meeting.body.slug])
    said = seen_as(person).get(url).content.decode()
    return said.replace("\xa0", " ").replace("&nbsp;", " ")


def titled(sitting):
    return sitting.item().title


def test_a_promise_is_told_to_the_public_when_the_decision_is_carried_out(seen_as):
    sitting = an_open_meeting()
    sitting.decide(**PROMISED)
    for close in (lambda: None, sitting.close):
        close()
        said = page(seen_as, NOBODY, sitting)
        assert titled(sitting) not in said
        assert "260 €" not in said
        assert "740 €" not in said
        assert titled(sitting) in page(seen_as, sitting.secretary, sitting)
    sitting.meeting = _carried_out(sitting)
    said = page(seen_as, NOBODY, sitting)
    assert titled(sitting) in said
    assert "260 €" in said
    assert "740 €" in said


def _carried_out(sitting):
    with clock.travel(sitting.meeting.answers_leave_at):
        return carry_out(sitting.meeting, by=HOUSE)


def test_a_promise_that_was_taken_back_is_never_told(seen_as):
    sitting = an_open_meeting()
    sitting.decide(**PROMISED)
    undo_last(sitting.meeting, by=sitting.secretary)
    sitting.decide(cents=10_000)
    sitting.close_for_good()
    said = page(seen_as, NOBODY, sitting)
    assert "260 €" not in said
    assert "100 €" in said
    assert purse_of(sitting.meeting.body).left == 90_000


def test_a_confidential_matter_and_a_hidden_idea_are_told_by_their_sum_alone(seen_as):
    sitting = an_open_meeting()
    by = sitting.secretary
    add_free_item(sitting.meeting, by=by, title="Henkilöasia", is_confidential=True)
    sitting.decide(**PROMISED)
    sitting.decide(sitting.item(1), outcome="agreed", cents=11_000, reason={"fi": "Sovittu."})
    sitting.close()
    _carried_out(sitting)
    idea = sitting.item().parts.get().idea
    assert titled(sitting) in page(seen_as, NOBODY, sitting)
    withdraw_idea(idea, by=OPERATOR)
    said = page(seen_as, NOBODY, sitting)
    assert "260 €" in said
    assert "110 €" in said
    assert "Henkilöasia" not in said
    assert titled(sitting) not in said
    assert "Henkilöasia" in page(seen_as, by, sitting)
