from django_scopes import scope

from elava.foundation.actions import permitted_to_write
from elava.ideas.actions import edit_idea
from elava.ideas.models import Idea
from elava.search import index
from elava.search.likeness import alike
from elava.search.management.commands.reindex import Command
from elava.search.models import Document, Key
from tests.given.ideas import an_idea
from tests.given.index import read_the_journal
from tests.given.people import a_coordinator

OTHERS = ["Penkkejä rantapolulle", "Kielikahvila kirjastoon", "Uimarannan laituri kuntoon",
          "Nuorille oma bänditila", "Lumet pois pyörätieltä", "Kuorolaulua torilla"]  # fmt: skip


def a_town_of_ideas():
    for text in OTHERS:
        an_idea(text, is_open=True)


def like(title, text=""):
    """The titles of what is like a text, the likest first."""
    ids = alike("idea", title, text)
    titles = dict(Idea.objects.filter(pk__in=ids).values_list("pk", "title"))
    return [titles[pk] for pk in ids]


def counts():
    """How often each key is counted, as far as anything holds it."""
    return dict(Key.objects.filter(documents__gt=0).values_list("key", "documents"))


def test_inflected_words_are_alike_and_the_likest_comes_first():
    a_town_of_ideas()
    an_idea("Kävelykerho vanhuksille keskustaan", is_open=True)
    an_idea("Kävelyretki metsään", is_open=True)
    read_the_journal()
    found = like("Vanhuksien kävelykerhoja")
    assert found == ["Kävelykerho vanhuksille keskustaan", "Kävelyretki metsään"]


def test_what_shares_no_word_is_not_alike():
    a_town_of_ideas()
    read_the_journal()
    assert like("Avantouintia talvella") == []
    assert like("?") == []


def test_a_text_is_wholly_like_itself():
    a_town_of_ideas()
    read_the_journal()
    for text in OTHERS:
        assert like(text)[0] == text


def test_another_programmes_texts_are_never_alike(other_programme):
    a_town_of_ideas()
    read_the_journal()
    with scope(programme=other_programme):
        assert like("Kielikahvila kirjastoon") == []


def test_keys_are_counted_anew_when_a_text_changes_and_when_it_goes():
    an_idea("Kuoro torilla", is_open=True)
    idea = an_idea("Kuorot torille", is_open=True)
    read_the_journal()
    assert counts() == {"": 2, "kuor": 2, "kuoro": 1, "kuorot": 1, "tori": 2, "torill": 2}
    edit_idea(idea, by=a_coordinator(), version=1, text="Kuorot puistoon")
    read_the_journal()
    assert counts() | {"tori": 1, "torill": 1, "puis": 1, "puisto": 1} == counts()
    with permitted_to_write("search"):
        index.remove("idea", [idea.pk])
    assert counts() == {"": 1, "kuor": 1, "kuoro": 1, "tori": 1, "torill": 1}


def test_building_the_index_anew_counts_nothing_twice():
    a_town_of_ideas()
    read_the_journal()
    before = counts()
    with permitted_to_write("search"):
        Command().rebuild()
    assert counts() == before
    assert counts()[""] == Document.objects.count()


def test_looking_for_what_is_alike_asks_two_questions(django_assert_num_queries):
    a_town_of_ideas()
    read_the_journal()
    with django_assert_num_queries(2):
        assert alike("idea", "Kielikahvila kirjastoon", "")


def test_words_that_stand_in_every_text_make_nothing_alike():
    a_town_of_ideas()
    an_idea("Olisi hyvä, että meillä olisi myös sauna", is_open=True)
    read_the_journal()
    assert like("Voisiko olla niin, että meille olisi hyvä saada myös koirapuisto") == []
