import pytest

from elava.foundation.errors import NotAllowed, NotNow
from elava.ideas.actions import answer_idea, give_idea, open_idea
from elava.ideas.models import Answer, Idea, Intake
from elava.people.models import NOBODY
from tests.given.ideas import an_idea
from tests.given.journal import the_last_entry
from tests.given.people import a_coordinator, a_person

TRY = Answer.Outcome.TRY


def test_anybody_gives_an_idea_and_gets_a_number_and_a_date():
    idea = give_idea(
        "Kävelykerho tiistaisin. Lähdetään torilta.",
        by=NOBODY, door=Intake.Door.WEB, visibility=Idea.Visibility.WITHOUT_NAME, language="fi",
    )  # fmt: skip
    assert len(idea.receipt.number) == 6
    assert (idea.answer_by - idea.created_on).days == 42
    assert (idea.title, idea.stage) == ("Kävelykerho tiistaisin", Idea.Stage.HELD)
    assert the_last_entry(idea).by is None


def test_nobody_sees_an_idea_before_the_desk_has_read_it():
    idea = an_idea()
    assert not Idea.objects.public().filter(pk=idea.pk).exists()
    open_idea(idea, by=a_coordinator())
    assert Idea.objects.public().filter(pk=idea.pk).exists()


def test_an_idea_for_the_working_group_alone_is_never_public():
    idea = an_idea(is_open=True, visibility=Idea.Visibility.NOBODY)
    assert not Idea.objects.public().filter(pk=idea.pk).exists()
    assert not idea.thread.is_public
    assert Idea.objects.seen_by(a_person(in_support_group=True)).filter(pk=idea.pk).exists()


def test_only_the_desk_answers():
    with pytest.raises(NotAllowed):
        answer_idea(an_idea(is_open=True), by=a_person(), outcome=TRY, reason={"fi": "Ei"})


def test_an_answer_stands_with_its_reason_in_the_journal():
    coordinator, idea = a_coordinator(), an_idea(is_open=True)
    answer_idea(idea, by=coordinator, outcome=TRY, reason={"fi": "Kokeillaan keväällä."})
    entry = the_last_entry(idea)
    assert (entry.verb, entry.by, entry.words.body) == (
        "idea.answered", coordinator, "Kokeillaan keväällä.",
    )  # fmt: skip


def test_an_idea_is_answered_once():
    idea = an_idea(answered="Kokeillaan.")
    with pytest.raises(NotNow):
        answer_idea(idea, by=a_coordinator(), outcome=TRY, reason={"fi": "Taas."})
