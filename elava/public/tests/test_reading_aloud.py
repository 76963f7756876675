from html.parser import HTMLParser

from tests.given.challenges import a_challenge
from tests.given.ideas import an_idea

VOID = {"br", "hr", "img", "input", "link", "meta", "path", "use", "circle", "source"}


def spoken_in(page, words):
    """The language in which a screen reader says some words: the nearest `lang` around them."""
    spoken = []

    class Reader(HTMLParser):
        stack = []

        def handle_starttag(self, tag, attrs):
            if tag not in VOID:
                self.stack.append(dict(attrs).get("lang") or (self.stack[-1] if self.stack else ""))

        def handle_endtag(self, tag):
            if tag not in VOID:
                self.stack.pop()

        def handle_data(self, data):
            if words in data:
                spoken.append(self.stack[-1])

    Reader().feed(page[page.index("<main") : page.index("</main>")])
    return set(spoken)


def test_words_in_another_language_are_marked_wherever_they_stand(client):
    challenge = a_challenge("Kaipaan seuraa", is_confirmed=True, is_open=True)
    idea = an_idea("Penkki torille", answered="Kokeillaan keväällä.")
    stories = ("/threads/", idea.thread.get_absolute_url(), challenge.thread.get_absolute_url())
    places = ("/", "/ideas/", idea.get_absolute_url(), "/challenges/", "/results/", *stories,
              challenge.get_absolute_url())  # fmt: skip
    for place in places:
        page = client.get("/en" + place).content.decode()
        for words in ("Penkki torille", "Kokeillaan keväällä", "Kaipaan seuraa"):
            assert spoken_in(page, words) <= {"fi"}, (place, words)
    assert spoken_in(client.get("/en/ideas/").content.decode(), "Penkki torille") == {"fi"}
