"""The company that ideas find: who is in, who helps, who says a word, who carries it."""

from hashlib import sha256
from itertools import pairwise

from elava.ideas.actions import (
    join_team,
    make_cluster,
    offer_help,
    show_comment,
    support_idea,
    thank_for_offer,
    write_comment,
)
from elava.people.models import NOBODY

from .ideas import day_read

VOTERS = 700
ON_ONE_DAY = 9
COMPANY_COMES = 28  # days after an idea was read
CLOSED = ("held", "hidden")


def plan(town):
    """Company comes in the weeks after an idea was read."""
    for said in town.texts["idea"]:
        if said["stage"] in CLOSED:
            continue
        first, last = day_read(said), last_day(town, said)
        if first <= last:
            continue
        plan_supports(town, said, first, last)
        for offer in said.get("offers", []):
            town.timeline.note(
                day(town, first, last), offer_some_help, town, said, offer, at="19:10"
            )
        comments = zip(days(town, first, last, len(said.get("comments", []))),
                       said.get("comments", []), strict=True)  # fmt: skip
        for days_ago, comment in comments:
            town.timeline.note(days_ago, comment_on, town, said, comment, days_ago, at="19:20")
        for name in said.get("team", []):
            town.timeline.note(day(town, first, last), step_in, town, said, name, at="19:30")
    plan_clusters(town)


def last_day(town, said):
    """Until how many days ago people could still come along."""
    if "withdrawn" in said:
        return said["withdrawn"]["days_ago"] + 1
    return max(1, day_read(said) - COMPANY_COMES)


def days(town, first, last, count):
    """So many days between two, the earliest first."""
    return sorted((day(town, first, last) for _one in range(count)), reverse=True)


def day(town, first, last):
    """Some day after the first: most people come soon."""
    return max(last, first - 1 - int((first - last) * town.chance.random() ** 2))


def plan_supports(town, said, first, last):
    """Those who are in come some at a time."""
    tokens = [token_of(number) for number in town.chance.sample(range(VOTERS), said["supports"])]
    edges = [*range(0, len(tokens), ON_ONE_DAY), len(tokens)]
    for start, end in pairwise(edges):
        few = tokens[start:end]
        town.timeline.note(day(town, first, last), are_in, town, said, few, at="18:30")


def token_of(voter):
    """What stands for a browser; here for nobody's."""
    return sha256(f"demo {voter}".encode()).hexdigest()


def are_in(town, said, tokens):
    """Some people are in on the same day."""
    for token in tokens:
        support_idea(town["idea", said["key"]], by=NOBODY, token=token)


def known(town, name):
    """The person of that first name who works in the network, else nobody with an account."""
    found = [said["key"] for said in town.texts["person"] if said["called"] == name]
    return town.get("person", found[0]) or NOBODY if found else NOBODY


def offer_some_help(town, said, offer):
    """Somebody can help with something; the desk thanks within the week."""
    made = offer_help(
        town["idea", said["key"]], by=NOBODY, what=offer["words"], called=offer.get("by", "")
    )
    town.timeline.then(3, lambda: thank_for_offer(made, by=town.coordinator))


def comment_on(town, said, comment, days_ago):
    """A word about an idea; a newcomer's first one is read at the desk the next day."""
    name = comment.get("by", "")
    by = known(town, name)
    token = "" if by.pk else token_of(name or said["key"] + comment["words"])
    made = write_comment(
        town["idea", said["key"]], by=by, text=comment["words"], called=name, token=token,
        language=comment.get("lang", said.get("lang", "fi")),
    )  # fmt: skip
    if made.stage == made.Stage.HELD and days_ago > 2:
        town.timeline.then(1, lambda: show_comment(made, by=town.coordinator))


def step_in(town, said, name):
    """Somebody joins the team around an idea."""
    token = token_of(f"team {name}")
    join_team(town["idea", said["key"]], by=known(town, name), called=name, token=token)


def plan_clusters(town):
    """Ideas that say the same are put together when the last of them has been read."""
    clusters = {}
    for said in town.texts["idea"]:
        if "cluster" in said:
            clusters.setdefault(said["cluster"], []).append(said)
    for key, members in clusters.items():
        days_ago = max(1, min(day_read(said) for said in members) - 1)
        town.timeline.note(days_ago, put_together, town, key, members, at="11:00")


def put_together(town, key, members):
    """The desk puts them together and says why."""
    cluster = make_cluster(
        [town["idea", said["key"]] for said in members], by=town.coordinator,
        title=members[0]["title"], why="Samaa toivotaan eri sanoin.",
    )  # fmt: skip
    town.keep("cluster", key, cluster)
