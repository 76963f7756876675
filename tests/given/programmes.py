from django_scopes import scope

from elava.people.models import OPERATOR
from elava.programmes.actions import create_programme
from elava.programmes.models import Programme

from .ideas import an_idea
from .people import a_coordinator

FOUR_LANGUAGES = [
    {"code": "fi", "prefix": ""},
    {"code": "sv", "prefix": "sv"},
    {"code": "en", "prefix": "en"},
    {"code": "fi-selko", "prefix": "selko"},
]


def two_programmes():
    """Ours at testserver, and another town's with people and ideas of its own."""
    found = {programme.host: programme for programme in Programme.objects.all()}
    if "testserver" not in found:
        found["testserver"] = a_programme("testserver", "Elävä kaupunki")
    if "other.localhost" not in found:
        other = found["other.localhost"] = a_programme("other.localhost", "Toinen kaupunki")
        with scope(programme=other):
            a_coordinator("Olga")
            an_idea("Ulkokuntosali rantaan", is_open=True)
    return found["testserver"], found["other.localhost"]


def a_programme(host, name):
    """A programme in four languages."""
    question = {"fi": "Mikä tekisi arjesta paremman?", "en": "What would make life better?"}
    return create_programme(
        by=OPERATOR, host=host, name={"fi": name}, question=question, languages=FOUR_LANGUAGES
    )
