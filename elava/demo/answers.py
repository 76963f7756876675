"""On the way to an answer, and when the day to look again has come."""

from elava.foundation import clock
from elava.ideas.actions import look_again, shortlist_idea
from elava.ideas.models import Idea

from .ideas import day_read

RESTED_UNTIL = 14  # days ago: what has come due since then still waits on the desk


def plan(town):
    """Ideas are taken to their meeting before it is called; old answers come to rest."""
    said_by_key = {said["key"]: said for said in town.texts["idea"]}
    for key, called in day_of_first_agenda(town).items():
        days_ago = max(1, min(day_read(said_by_key[key]), called + 2))
        town.timeline.note(days_ago, shortlist, town, key, at="21:00")
    for days_ago in range(400, RESTED_UNTIL, -7):
        town.timeline.note(days_ago, rest, town, at="08:30")


def day_of_first_agenda(town):
    """Idea key → how many days ago the first meeting was called that had it on its agenda."""
    days = {}
    for meeting in town.texts["meeting"]:
        held = meeting.get("days_ago", -meeting.get("in_days", 0))
        for item in meeting["item"]:
            for key in item.get("ideas", []):
                days.setdefault(key, held + meeting["called_days_before"])
    return days


def shortlist(town, key):
    """The group takes it to its next meeting."""
    town.keep("idea", key, shortlist_idea(town["idea", key], by=town.coordinator))


def rest(town):
    """The day to look again came, the answers were still good."""
    due = Idea.objects.filter(
        stage=Idea.Stage.ANSWERED, answer__look_again_on__lte=clock.today()
    ).order_by("pk")
    seen = set()
    for idea in due:
        if idea.answer_id not in seen:
            seen.add(idea.answer_id)
            look_again(idea, by=town.coordinator)
