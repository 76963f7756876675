from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from elava.challenges import queries
from elava.challenges.models import Challenge
from elava.challenges.rules import may_carry, may_confirm
from elava.foundation.keyset import Keyset
from elava.foundation.public_pages import public_page
from elava.journal.queries import the_story_of
from elava.network.models import Group
from elava.ui.dates import day, short_day
from elava.ui.prose import excerpt
from elava.ui.stages import stage_tag

PAGE = 20
SHAPES = {
    "raised": "new", "confirmed": "read", "open": "now", "being_answered": "running",
    "reviewed": "learned", "archived": "gone",
}  # fmt: skip
LISTED = ("open", "being_answered", "reviewed", "archived")
WAY = (
    ("raised", "challenge.raised"), ("confirmed", "challenge.confirmed"),
    ("open", "challenge.opened"), ("being_answered", "challenge.taken_up"),
    ("reviewed", "challenge.reviewed"),
)  # fmt: skip
ASKED = ("stage", "life_stage", "group")


def dressed(challenge):
    """A challenge with what its row shows."""
    challenge.stage_shown = stage_tag(SHAPES[challenge.stage], challenge.get_stage_display())
    challenge.excerpt = excerpt(str(challenge.words), 160)
    challenge.stages_of_life = ", ".join(str(row.life_stage) for row in challenge.met_at.all())
    challenge.day_shown = day(challenge.answer_by) if challenge.answer_by else ""
    return challenge


@public_page(query=(*ASKED, "after"))
def challenges(request):
    """The challenges, by stage, stretch of life and answering group."""
    ways = _ways()
    asked = {name: request.GET[name] for name in ways if request.GET.get(name) in dict(ways[name])}
    after = request.GET.get("after", "")
    page = Keyset(queries.chosen_challenges(request.person, **asked), size=PAGE, after=after)
    further = asked | {"after": page.next} if page.next else None
    context = {
        "challenges": [dressed(row) for row in page.rows],
        "filters": _filters(ways, asked),
        "is_chosen": bool(asked),
        "next_page": f"?{urlencode(further)}" if further else "",
        "first_page": (f"?{urlencode(asked)}" if asked else "?") if after else "",
    }
    return render(request, "challenges/list.html", context)


def _ways():
    """What can be chosen: the parameter → its values with their words. Nothing else is asked."""
    groups = Group.objects.order_by("slug", "pk")[:50]
    return {
        "stage": [(stage, Challenge.Stage(stage).label) for stage in LISTED],
        "life_stage": [(stage.slug, str(stage)) for stage in queries.life_stages()],
        "group": [(group.slug, str(group)) for group in groups],
    }


def _filters(ways, asked):
    names = {"stage": _("Stage"), "life_stage": _("Stretch of life"), "group": _("Answering group")}
    return [
        {"label": names[name], "items": _filter(name, choices, asked)}
        for name, choices in ways.items()
        if choices
    ]


def _filter(name, choices, asked):
    others = {key: value for key, value in asked.items() if key != name}
    rows = [("", _("All")), *choices]
    return [
        {
            "label": label,
            "url": f"?{urlencode(others | ({name: value} if value else {}))}",
            "current": asked.get(name, "") == value,
        }
        for value, label in rows
    ]


@public_page
def challenge(request, pk):
    """One challenge: who met it, who answers by when, and what came of it."""
    found = get_object_or_404(queries.challenges_seen_by(request.person), pk=pk)
    sources = queries.notes_behind(found, request.person)
    context = {
        "challenge": dressed(found),
        "sources": sources,
        "goals": queries.goals_of(found),
        "steps": _steps(found),
        "group_url": _address("group", found.group.slug) if found.group else "",
        "idea_url": _idea_url(found),
        "thread_url": found.thread.get_absolute_url(),
        "may_carry": may_carry.test(request.person, found),
        "may_confirm": may_confirm.test(request.person, found),
    }
    return render(request, "challenges/challenge.html", context)


@public_page
def goals(request):
    """The goals of the city and the county, each with what helps to reach it here."""
    found = queries.goals_with_what_serves_them(request.person)
    for goal in found:
        days = (goal.valid_from, goal.valid_until)
        goal.days = "–".join(short_day(one) if one else "" for one in days) if any(days) else ""
    return render(request, "challenges/goals.html", {"goals": found})


def _steps(found):
    days = dict(the_story_of(found).values_list("verb", "at"))
    order = [stage for stage, _verb in WAY]
    stage = found.stage if found.stage in order else None
    steps = []
    for place, (step, verb) in enumerate(WAY):
        at, here = days.get(verb), order.index(stage) if stage else -1
        state = "now" if place == here else "done" if place < here or (not stage and at) else "next"
        when = {"when": short_day(at)} if at and state != "next" else {}
        steps.append({"word": Challenge.Stage(step).label, "state": state, **when})
    return steps


def _idea_url(found):
    url = _address("new_idea")
    return f"{url}?challenge={found.pk}" if url and found.takes_ideas else ""


def _address(name, *args):
    """The address of a page of another floor, or "" where it has no door yet."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
