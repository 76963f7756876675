"""The other people of the network, made from lists of names, with dated roles."""

from elava.network.actions import start_membership
from elava.network.models import Membership
from elava.people.actions import add_person, change_own_words, record_consent
from elava.people.models import Consent, Person

from .network import SOURCE, acting

PEOPLE = 300
SHARE_SEEN, SHARE_WITH_NEWS = 0.5, 0.4
NEWS = {
    "fi": "Saatte lähettää minulle ohjelman uutisia. Voin perua tämän milloin vain.",
    "sv": "Ni får skicka programmets nyheter till mig. Jag kan ta tillbaka det när som helst.",
    "en": "You may send me news of the programme. I can take this back whenever I like.",
}
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
    if chance.random() < SHARE_SEEN:
        person = let_be_seen(town, person)
    town.keep("person", name, person)
    for group in chance.sample(town.all("group"), chance.choice((0, 1, 1, 1, 2))):
        take_part(town, person, days_ago, group=group)
    if chance.random() < 0.45:
        role = chance.choice((Membership.Role.MEMBER, Membership.Role.HELPER))
        organisation = chance.choice(town.all("organisation"))
        take_part(town, person, days_ago, organisation=organisation, role=role)


def let_be_seen(town, person):
    """The person lets the network see their name, or everybody; some say yes or no to news."""
    is_public = town.chance.random() < 0.1
    seen = Person.Visibility.PUBLIC if is_public else Person.Visibility.NETWORK
    person = change_own_words(
        person, by=person, called=person.called, language=person.language, visibility=seen
    )
    if town.chance.random() < SHARE_WITH_NEWS:
        said = Consent.Said.GIVEN if town.chance.random() < 0.8 else Consent.Said.REFUSED
        record_consent(
            person, by=person, purpose=Consent.For.NEWS, said=said, channel="web",
            text=NEWS.get(person.language, NEWS["fi"]), language=person.language,
        )  # fmt: skip
    return person


def take_part(town, person, days_ago, **place):
    """A role begins; one in ten has ended since."""
    until = None
    if town.chance.random() < 0.1 and days_ago > 40:
        until = town.timeline.day(town.chance.randrange(2, days_ago - 30))
    start_membership(person, by=acting(town), source=SOURCE, until=until, **place)
