"""The other people of the network, made from lists of names, with dated roles."""

from elava.network.actions import start_membership
from elava.network.models import Membership
from elava.people.actions import add_person

from .network import SOURCE, acting

PEOPLE = 300
LANGUAGES = ("fi", "fi", "fi", "fi", "fi", "fi", "sv", "en")


def plan(town):
    """People come in over the whole time; most are in a group, many in an organisation too."""
    if "names" not in town.texts:
        return
    named = {person["name"] for person in town.texts["person"]}
    start = town.texts["programme"]["started_days_ago"]
    for name in names(town, PEOPLE - len(named)):
        days_ago = town.chance.randrange(6, start - 5)
        town.timeline.note(days_ago, come, town, name, days_ago, at=town.time_of_day())


def names(town, count):
    """So many names of people who do not exist, each of them once."""
    lists = town.texts["names"]
    pairs = [f"{given} {surname}" for given in lists["given"] for surname in lists["surnames"]]
    return town.chance.sample(pairs, count)


def come(town, name, days_ago):
    """Somebody comes along and joins one or two places."""
    chance = town.chance
    person = add_person(
        called=name, by=acting(town), source=SOURCE, language=chance.choice(LANGUAGES)
    )
    town.keep("person", name, person)
    for group in chance.sample(town.all("group"), chance.choice((0, 1, 1, 1, 2))):
        take_part(town, person, days_ago, group=group)
    if chance.random() < 0.45:
        role = chance.choice((Membership.Role.MEMBER, Membership.Role.HELPER))
        organisation = chance.choice(town.all("organisation"))
        take_part(town, person, days_ago, organisation=organisation, role=role)


def take_part(town, person, days_ago, **place):
    """A role begins; one in ten has ended since."""
    until = None
    if town.chance.random() < 0.1 and days_ago > 40:
        until = town.timeline.day(town.chance.randrange(2, days_ago - 30))
    start_membership(person, by=acting(town), source=SOURCE, until=until, **place)
