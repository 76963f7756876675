import re

import pytest
from django.urls import reverse

from elava.decisions.actions import check_minutes, publish_extract, sign_minutes
from elava.foundation.actions import permitted_to_write
from elava.ideas.actions import hide_post, show_comment, write_comment
from elava.ideas.models import Hiding, Idea
from elava.ideas.search import forget_ideas_of
from elava.journal.readers import journal_readers, read_on
from elava.people.models import NOBODY, OPERATOR
from elava.programmes.actions import publish_page
from elava.search import index
from elava.search.lemmas import forms_of, indexed, words_of
from elava.search.models import Document
from elava.search.notices import FEW
from elava.search.queries import PAGE, found_by
from tests.given.challenges import a_challenge, a_group, a_workshop
from tests.given.decisions import an_open_meeting
from tests.given.ideas import an_idea
from tests.given.index import read_the_journal
from tests.given.network import an_organisation
from tests.given.people import a_coordinator, a_person

PAIRS = [
    ("kirjastossa", "kirjasto"),
    ("nuorisotalolle", "nuoriso"),
    ("yksinäisyyden", "yksinäisyys"),
    ("talkoiden", "talkoot"),
    ("liikuntapaikkojen", "liikuntapaikka"),
    ("maahanmuuttajanuorten", "maahanmuuttaja"),
    ("Haukivuorella", "Haukivuori"),
    ("vanhuksille", "vanhus"),
    ("kävelykerhoja", "kävelykerho"),
    ("promenaderna", "promenad"),
]


def titles(words):
    return [found.title for _kind, found in found_by(words).rows]


@pytest.mark.parametrize(("written", "asked"), PAIRS)
def test_an_inflected_word_is_found_by_its_dictionary_form(written, asked):
    idea = an_idea(f"Toivon, että {written} tehdään jotain", is_open=True)
    an_idea("Jotain aivan muuta", is_open=True)
    read_the_journal()
    assert titles(asked) == [idea.title]


@pytest.mark.parametrize(("asked", "written"), PAIRS[:1] + PAIRS[2:5] + PAIRS[6:])
def test_a_dictionary_form_is_found_by_an_inflected_word(asked, written):
    idea = an_idea(f"Aiheena {written} ja muuta", is_open=True)
    read_the_journal()
    assert titles(asked) == [idea.title]


def test_an_idea_is_found_by_what_was_said_about_it_while_that_is_shown():
    idea = an_idea("Yhteinen tekeminen", is_open=True)
    comment = write_comment(idea, by=NOBODY, text="Nuorisotalolle tämä sopisi", token="aino")
    read_the_journal()
    assert titles("nuoriso") == []
    desk = a_coordinator()
    show_comment(comment, by=desk)
    read_the_journal()
    assert titles("nuoriso") == [idea.title]
    hide_post(
        comment, by=desk, reason=Hiding.Reason.NAMES_SOMEONE, message={"fi": "Nimi mainittu."}
    )
    read_the_journal()
    assert titles("nuoriso") == []


def test_an_idea_is_not_found_by_the_words_of_somebody_who_was_erased():
    aino, idea = a_person("Aino"), an_idea("Yhteinen tekeminen", is_open=True)
    show_comment(write_comment(idea, by=aino, text="Nuorisotalolle"), by=a_coordinator())
    read_the_journal()
    assert titles("nuoriso") == [idea.title]
    with permitted_to_write("erasing"):
        forget_ideas_of(aino)
    assert "nuorisotalo" not in Document.objects.get(object_id=idea.pk).words
    assert titles("tekeminen") == [idea.title]


def test_every_word_must_be_there_and_the_title_counts_most():
    far = an_idea("Retki metsään. Mukana myös kirjasto", is_open=True)
    near = an_idea("Kirjasto metsään", is_open=True)
    an_idea("Kirjasto auki iltaisin", is_open=True)
    read_the_journal()
    assert titles("metsä kirjasto") == [near.title, far.title]


def test_a_whole_compound_stands_above_its_part_whatever_form_was_asked_for():
    part = an_idea("Kävely kerran viikossa. Kävely tekee hyvää", is_open=True)
    whole = an_idea("Jotain iltaisin. Naapureille voisi perustaa kävelykerhon", is_open=True)
    an_idea("Kerho lapsille", is_open=True)
    read_the_journal()
    asked = [titles(form) for form in ("kävelykerho", "kävelykerhoja", "kävelykerhojen")]
    assert asked == [[whole.title, part.title]] * 3


def test_what_is_found_comes_page_by_page_with_a_true_count(client):
    ideas = {an_idea(f"Kielikahvila {number}", is_open=True).title for number in range(7)}
    read_the_journal()
    seen, after = [], ""
    for _page in range(3):
        found = found_by("kielikahvila", after=after, size=3)
        seen += [row.title for _kind, row in found.rows]
        after = found.next
        assert (found.total, found.is_cut) == (7, False)
    assert (len(seen), set(seen), after) == (7, ideas, "")


def test_more_results_than_a_page_holds_lead_on(client):
    for number in range(PAGE + 1):
        an_idea(f"Kielikahvila {number}", is_open=True)
    read_the_journal()
    page = client.get(reverse("search"), {"q": "kielikahvila"}).content.decode()
    assert f"{PAGE + 1} tulosta" in page
    link = re.search(r'rel="next" href="([^"]+)"', page)[1].replace("&amp;", "&")
    page = client.get(link).content.decode()
    assert len(re.findall(r'href="/ideas/[0-9a-f-]{36}/"', page)) == 1
    assert f"{PAGE + 1} tulosta" in page


def test_a_count_that_was_cut_says_so(client, monkeypatch):
    for number in range(3):
        an_idea(f"Kielikahvila {number}", is_open=True)
    read_the_journal()
    for module in ("index", "queries"):
        monkeypatch.setattr(f"elava.search.{module}.NEWEST", 2)
    assert "Yli 2 tulosta" in client.get(reverse("search"), {"q": "kielikahvila"}).content.decode()


def test_a_short_word_is_found_by_its_beginning_only():
    idea = an_idea("Yö ulkona teltassa", is_open=True)
    an_idea("Pöytä aulaan", is_open=True)
    read_the_journal()
    assert titles("yö") == [idea.title]


def test_the_index_takes_few_entries_at_a_time_so_that_others_can_write_in_between():
    for number in range(FEW):
        an_idea(f"Kielikahvila {number}", is_open=True)
    read_on(next(reader for reader in journal_readers() if reader.name == "search"))
    assert Document.objects.count() < FEW
    read_the_journal()
    assert Document.objects.filter(kind="idea").count() == FEW


def test_what_is_not_public_is_not_found():
    an_idea("Kielikahvila vain työryhmälle", is_open=True, visibility=Idea.Visibility.NOBODY)
    an_idea("Kielikahvila jota kukaan ei ole vielä lukenut")
    read_the_journal()
    assert titles("kielikahvila") == []
    assert not Document.objects.exists()


def test_what_was_removed_from_the_index_is_found_no_more():
    idea = an_idea("Kielikahvila kirjastoon", is_open=True)
    read_the_journal()
    with permitted_to_write("search"):
        index.remove("idea", [idea.pk])
    assert titles("kielikahvila") == []


def test_another_programmes_rows_are_not_found(other_programme, client):
    an_idea("Kielikahvila kirjastoon", is_open=True)
    read_the_journal()
    page = client.get("/search/", {"q": "kielikahvila"}, headers={"host": other_programme.host})
    assert "Kielikahvila kirjastoon" not in page.content.decode()


def test_a_visitor_searches_and_finds_the_page_in_their_language(client):
    idea = an_idea("Kielikahvila kirjastoon", is_open=True)
    read_the_journal()
    page = client.get("/sv" + reverse("search"), {"q": "kirjastossa"}).content.decode()
    assert f'href="/sv/ideas/{idea.pk}/"' in page


@pytest.mark.parametrize("asked", ['"', "%", "_", "!", "a" * 90, "' OR 1=1 --", "AND OR NOT", "*"])
def test_odd_words_are_searched_for_and_break_nothing(client, asked):
    an_idea("Kielikahvila kirjastoon", is_open=True)
    read_the_journal()
    assert client.get(reverse("search"), {"q": asked}).status_code == 200


def test_searching_asks_as_many_questions_for_one_result_as_for_five(
    client, django_assert_max_num_queries
):
    for count in range(5):
        an_idea(f"Kielikahvila numero {count}", is_open=True)
    read_the_journal()
    with django_assert_max_num_queries(5):
        assert len(found_by("kielikahvila").rows) == 5


def test_words_are_divided_at_hyphens_and_kept_whole():
    assert set(words_of("Jazz-kahvila, TALO!")) == {"jazz-kahvila", "jazz", "kahvila", "talo"}
    assert forms_of("talossa")[0] == "talossa"
    assert indexed("Talot") == " talot talo "


def test_what_else_is_public_is_found_beside_ideas():
    a_challenge("Kaipaan seuraa iltaisin", is_confirmed=True)
    an_organisation("Iltakahvila Esimerkki ry")
    an_idea("Lauluilta torilla", is_open=True)
    a_group("Iltaväki")
    a_workshop(title="Iltatyöpaja")
    publish_page("illat", by=OPERATOR, title={"fi": "Illat"}, lead={"fi": "Iltaisin auki."})
    read_the_journal()
    found = {one.kind for one, _found in found_by("ilta").rows}
    assert found == {"challenge", "idea", "organisation", "group", "workshop", "page"}


def test_a_meeting_is_found_by_its_free_matters_once_its_extract_is_public():
    sitting = an_open_meeting(ideas=0, free=1)
    sitting.decide(reason={"fi": "Retkiluistelu järvellä"})
    meeting = sitting.close_for_good()
    read_the_journal()
    assert titles("retkiluistelu") == []
    for seat in sitting.seats[:2]:
        check_minutes(meeting, by=sitting.secretary, person=seat.person, is_right=True)
    sign_minutes(meeting, by=sitting.secretary)
    publish_extract(meeting, by=sitting.secretary)
    read_the_journal()
    assert [one.kind for one, _found in found_by("retkiluistelu").rows] == ["meeting"]


def test_a_challenge_that_nobody_has_confirmed_is_not_found():
    a_challenge("Kaipaan seuraa iltaisin")
    read_the_journal()
    assert titles("seura") == []
