from django.urls import reverse

from elava.network.rules import may_read_directory
from elava.programmes.models import Word
from elava.programmes.queries import own_words

TABS = (
    (Word.Key.ORGANISATIONS, "organisations"),
    (Word.Key.GROUPS, "groups"),
    (Word.Key.BODIES, "bodies"),
    (Word.Key.DIRECTORY, "directory"),
)


def tabs(person, current):
    """The title of the current page of the network, and the links between its pages."""
    words = own_words()
    doors = TABS if may_read_directory(person) else TABS[:-1]
    links = [
        {"label": words[key], "url": reverse(name), "current": key == current}
        for key, name in doors
    ]
    return {"title": words[current], "tabs": links}
