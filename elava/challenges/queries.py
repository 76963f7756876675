from collections import defaultdict
from datetime import timedelta
from itertools import groupby

from django.db.models import Prefetch

from elava.foundation import clock
from elava.foundation.digits import as_typed, is_sound
from elava.foundation.ids import read_id
from elava.programmes.models import LifeStage, StrategyGoal

from .models import (
    Challenge,
    ChallengeGoal,
    ChallengeLifeStage,
    ChallengeNote,
    HeadcountTally,
    Note,
    Workshop,
)

NEAR_DAYS = 14
MOST_NOTES = 400
MOST_GOALS = 100
MOST_CITATIONS = 30


def open_workshop_with(room_code):
    """The workshop whose wall is open under a room code as somebody typed it, or None."""
    code = as_typed(room_code)
    if not is_sound(code):
        return None
    return Workshop.objects.filter(room_code=code, stage=Workshop.Stage.OPEN).first()


def workshops_seen_by(person):
    """The workshops this person may see, each with its place and group."""
    return Workshop.objects.seen_by(person).select_related("place", "group", "host")


def headcount_of(workshop):
    """How many came: (adults, children, all together)."""
    count = HeadcountTally.objects.count_of(workshop)
    return count["adult"], count["child"], count["adult"] + count["child"]


def notes_by_group(notes):
    """Notes as [(group of notes or None, its notes)], the groups by name, the loose ones last."""
    rows = notes.select_related("note_group").order_by("note_group__name", "pk")[:MOST_NOTES]
    piles = [(group, list(pile)) for group, pile in groupby(rows, key=lambda note: note.note_group)]
    return sorted(piles, key=lambda pile: (pile[0] is None, str(pile[0] or "").casefold()))


def notes_for_the_public(workshop):
    """What everybody may read of a workshop's notes."""
    return notes_by_group(Note.objects.public().filter(workshop=workshop))


def notes_for_the_room(workshop):
    """What those in the room see on the wall."""
    return notes_by_group(Note.objects.on_the_wall().filter(workshop=workshop))


def hidden_notes(workshop):
    """The notes that were taken off a wall."""
    return Note.objects.filter(workshop=workshop, is_hidden=True).order_by("pk")[:MOST_NOTES]


def notes_with(ids, person):
    """The notes of these ids that are on a wall and that the person may see."""
    wanted = list(filter(None, map(read_id, ids[:MOST_NOTES])))
    rows = Note.objects.seen_by(person).on_the_wall().filter(pk__in=wanted)
    return list(rows.select_related("workshop__group", "note_group").order_by("workshop", "pk"))


def challenges_from(workshop, person):
    """The challenges that grew out of a workshop's notes."""
    ids = ChallengeNote.objects.filter(note__workshop=workshop).values("challenge")
    return Challenge.objects.seen_by(person).filter(pk__in=ids).order_by("pk")[:50]


def challenges_seen_by(person):
    """The challenges this person may see, the newest first, each with group and life stages."""
    met_at = ChallengeLifeStage.objects.select_related("life_stage").order_by(
        "life_stage__order", "pk"
    )
    rows = Challenge.objects.seen_by(person).select_related("group", "thread")
    return rows.prefetch_related(Prefetch("met_at", queryset=met_at)).order_by("-pk")


def chosen_challenges(person, *, stage="", life_stage="", group=""):
    """The challenges of a list: those put away only where they are asked for."""
    rows = challenges_seen_by(person)
    rows = rows.filter(stage=stage) if stage else rows.exclude(stage=Challenge.Stage.ARCHIVED)
    if life_stage:
        rows = rows.filter(met_at__life_stage__slug=life_stage)
    if group:
        rows = rows.filter(group__slug=group)
    return rows


def life_stages():
    """The stretches of the life course, in their order."""
    return LifeStage.objects.order_by("order", "pk")[:50]


def notes_behind(challenge, person):
    """The notes out of which a challenge grew, as [(workshop, notes)]."""
    rows = Note.objects.seen_by(person).filter(challenge_notes__challenge=challenge)
    rows = rows.select_related("workshop", "workshop__place").order_by("workshop", "pk")
    return [(shop, list(notes)) for shop, notes in groupby(rows[:MOST_NOTES], lambda n: n.workshop)]


def workshops_behind(challenges, person):
    """The workshops out of whose notes challenges grew, each with `who` invited to it."""
    rows = Workshop.objects.seen_by(person).filter(notes__challenge_notes__challenge__in=challenges)
    found = list(rows.select_related("host", "group").distinct().order_by("starts_at", "pk"))
    for shop in found:
        shop.who = str(shop.host or shop.group or "")
    return found


def goals_of(challenge):
    """The goals of the city or the wellbeing services county that a challenge cites."""
    cited = StrategyGoal.objects.filter(pk__in=challenge.citations.values("goal"))
    return list(cited.order_by("pk"))


def goals_with_what_serves_them(person):
    """Every strategy goal, with the aims and the challenges (`cited_by`) that cite it."""
    goals = list(StrategyGoal.objects.order_by("pk").prefetch_related("aims")[:MOST_GOALS])
    rows = ChallengeGoal.objects.filter(challenge__in=Challenge.objects.seen_by(person))
    rows = rows.filter(goal__in=goals).select_related("challenge").order_by("-challenge", "pk")
    cited = defaultdict(list)
    for row in rows:
        cited[row.goal_id].append(row.challenge)
    for goal in goals:
        goal.cited_by = cited[goal.pk][:MOST_CITATIONS]
    return goals


def challenges_to_confirm(person):
    """Challenges that wait for the coordination, the oldest first."""
    return Challenge.objects.seen_by(person).filter(stage=Challenge.Stage.RAISED).order_by("pk")


def challenges_near_their_day(person):
    """Challenges at work whose day comes within two weeks or has passed."""
    rows = Challenge.objects.seen_by(person).filter(stage__in=Challenge.AT_WORK)
    near = clock.today() + timedelta(days=NEAR_DAYS)
    return rows.filter(answer_by__lte=near).select_related("group").order_by("answer_by", "pk")
