"""Bodies that decide, and the ideas on their agendas."""

import pytest

from elava.decisions.actions import add_idea, postpone, undo_last
from elava.decisions.models import Decision, ItemIdea
from elava.decisions.queries.agenda import ripe_ideas
from elava.ideas.models import Idea
from elava.network.actions import form_body
from elava.network.models import Body
from elava.people.models import OPERATOR
from tests.given.decisions import a_deciding_body, an_open_meeting
from tests.given.ideas import an_idea
from tests.given.network import a_group

OUTCOME = Decision.Outcome


@pytest.mark.parametrize("kind", Body.DECIDING)
def test_every_body_that_decides_takes_up_an_open_idea_and_finishes_its_meeting(kind):
    group = a_group() if kind == Body.Kind.GROUP_PURSE else None
    form_body(by=OPERATOR, kind=kind, slug="elin", name={"fi": "Elin"}, group=group)
    sitting, idea = an_open_meeting(a_deciding_body(kind), ideas=0), an_idea(is_open=True)
    add_idea(sitting.meeting, by=sitting.secretary, idea=idea)
    sitting.decide(outcome=OUTCOME.NOT_NOW)
    sitting.close_for_good()
    assert Idea.objects.get(pk=idea.pk).answer.body == sitting.meeting.body


def test_undo_gives_an_idea_back_to_its_own_agenda():
    sitting = an_open_meeting(ideas=2)
    ideas = [sitting.item(at).parts.get().idea for at in range(2)]
    sitting.decide(sitting.item(0))
    postpone(sitting.item(1), by=sitting.secretary, because="Kysytään")
    for idea in reversed(ideas):
        undo_last(sitting.meeting, by=sitting.secretary)
        assert ItemIdea.objects.get(idea=idea).is_waiting
    assert not ripe_ideas().exists()
