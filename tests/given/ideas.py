from itertools import count

from elava.ideas.actions import answer_idea, give_idea, open_idea
from elava.ideas.models import Answer, Idea, Intake
from elava.people.models import NOBODY

from .people import a_coordinator

_number = count(1)


def an_idea(text="", *, is_open=False, answered=None, visibility=Idea.Visibility.WITHOUT_NAME):
    """An idea from the web; `answered` is the reason of its answer."""
    text = text or f"Penkkejä rantapolulle, osa {next(_number)}"
    idea = give_idea(text, by=NOBODY, door=Intake.Door.WEB, visibility=visibility, language="fi")
    if is_open or answered:
        idea = open_idea(idea, by=a_coordinator())
    if answered:
        outcome = Answer.Outcome.TRY
        idea = answer_idea(idea, by=a_coordinator(), outcome=outcome, reason={"fi": answered})
    return idea
