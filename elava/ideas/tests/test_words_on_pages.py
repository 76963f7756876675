"""What pages say to a resident: who reads it, what is optional, what an idea is called."""

import pytest
from django.urls import reverse

from elava.foundation.actions import permitted_to_write
from elava.ideas.actions import give_idea, open_idea, sort_idea, withdraw_idea
from elava.ideas.models import Idea, Intake
from elava.ideas.queries import Listing
from elava.people.models import NOBODY, KeyHolder
from tests.given.accounts import signed_in
from tests.given.challenges import a_challenge
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator


@pytest.fixture
def idea(programme):
    with permitted_to_write("tests"):
        programme.who_reads = {"fi": "Ideasi lukee kaksi työntekijää."}
        programme.save()
    return an_idea(is_open=True)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("offer_help", "Vain koordinaattorit lukevat, mitä kirjoitat tähän."),
        ("join_team", "Vain koordinaattorit lukevat nimesi"),
        ("comment", "Kaikki voivat lukea kommenttisi"),
        ("report_idea", "Vain koordinaattorit lukevat, mitä kirjoitat tähän."),
    ],
)
def test_each_page_says_who_reads_what_is_written_there(client, idea, name, says):
    page = client.get(reverse(name, args=[idea.pk])).content.decode()
    assert says in page
    assert "Ideasi lukee" not in page


def test_where_nothing_is_written_nobody_is_said_to_read_it(client, idea):
    page = client.get(reverse("support_idea", args=[idea.pk])).content.decode()
    assert "Kuka tämän lukee" not in page


def test_a_field_that_another_answer_asks_for_is_not_called_optional(client):
    page = client.post(reverse("new_idea"), {"text": "Penkki"}).content.decode()
    assert "ei pakollinen" not in page


@pytest.mark.parametrize(("name", "field"), [("number", "number"), ("search", "q")])
def test_an_empty_look_up_says_what_to_write(client, name, field):
    fresh = client.get(reverse(name)).content.decode()
    assert "ei pakollinen" not in fresh
    assert 'role="alert"' not in fresh
    assert 'role="alert"' in client.get(reverse(name), {field: " "}).content.decode()


def test_the_slip_shows_the_code_that_opens_it_again(client):
    form = {"text": "Penkki", "visibility": "without_name", "once_key": "k" * 20}
    page = client.post(reverse("send_idea"), form, follow=True).content.decode()
    idea = Idea.objects.select_related("receipt").get()
    assert reverse("slip_code") in page
    assert reverse("open_slip", args=[idea.receipt.secret]) in page


def test_an_idea_whose_words_are_gone_still_has_a_name(client):
    signed_in(client, a_coordinator())
    gone = an_idea(is_open=True)
    with permitted_to_write("tests"):
        Idea.objects.filter(pk=gone.pk).update(title="")
    for url in (reverse("idea", args=[gone.pk]), reverse("ideas")):
        assert "Idea, joka on otettu pois" in client.get(url).content.decode()
    withdraw_idea(gone, by=KeyHolder(gone.receipt))
    assert str(Idea.objects.get(pk=gone.pk)) == "Idea, joka on otettu pois"


def test_the_quietest_order_knows_languages_and_doors_as_well_as_areas():
    for _ in range(3):
        an_idea(is_open=True)
    desk, how = a_coordinator(), {"visibility": Idea.Visibility.WITHOUT_NAME}
    rare = give_idea("Лавка", by=NOBODY, door=Intake.Door.WEB, language="uk", **how)
    told = give_idea("Soitettu", by=desk, door=Intake.Door.PHONE, language="fi", **how)
    for idea in (rare, told):
        open_idea(idea, by=desk)
    rows, _more = Listing(NOBODY, {"order": "quiet"}).page
    assert {row.pk for row in rows[:2]} == {rare.pk, told.pk}


def test_the_first_idea_that_is_shown_begins_the_answer_to_its_challenge():
    challenge, desk = a_challenge(is_open=True), a_coordinator()
    held = an_idea()
    sort_idea(held, by=desk, challenges=[challenge])
    challenge.refresh_from_db()
    assert challenge.stage == "open"
    for _ in range(2):
        sort_idea(an_idea(is_open=True), by=desk, challenges=[challenge])
        challenge.refresh_from_db()
        assert challenge.stage == "being_answered"


def test_an_idea_of_one_short_sentence_stands_once_on_its_page(client):
    short, long = (
        an_idea("Keinu pihalle.", is_open=True),
        an_idea("Keinu. Se on kiva", is_open=True),
    )
    pages = [client.get(idea.get_absolute_url()).content.decode() for idea in (short, long)]
    assert ["<blockquote" in page for page in pages] == [False, True]
