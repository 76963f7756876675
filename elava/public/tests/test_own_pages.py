import pytest
from django.urls import reverse

from elava.foundation.errors import NotAllowed, NotNow
from elava.network.models import Partnership
from elava.people.models import OPERATOR
from elava.programmes.actions import (
    add_to_frame,
    add_to_page,
    change_on_page,
    publish_page,
    take_off_page,
    turn_page,
    write_page,
)
from elava.programmes.models import Page, PageFact, PagePart, PageSource, Project
from elava.public.search import pages
from tests.given.accounts import send, signed_in
from tests.given.decisions import an_organisation
from tests.given.people import a_coordinator, a_person

WORDS = {"title_fi": "Mallimme", "lead_fi": "Näin teemme.", "order": "1"}


def body_of(answer):
    return answer.content.decode()


@pytest.fixture
def desk(client):
    return signed_in(client, a_coordinator())


def a_written_page(**facts):
    return write_page(
        by=OPERATOR, slug="mallimme", title={"fi": "Mallimme"}, lead={"fi": "Näin teemme."}, **facts
    )


def test_a_page_is_written_at_the_desk_and_hidden_until_it_is_shown(desk):
    send(desk, reverse("write_page"), **WORDS, title_sv="Vår modell")
    page = Page.objects.get()
    assert (page.slug, page.is_shown, page.title["sv"]) == ("mallimme", False, "Vår modell")
    desk.logout()
    assert desk.get(page.get_absolute_url()).status_code == 404
    assert "Mallimme" not in body_of(desk.get(reverse("about")))
    assert not list(pages(None))


def test_a_shown_page_is_everybodys_and_can_be_hidden_again(desk):
    page = a_written_page()
    send(desk, reverse("turn_page", args=[page.pk]), show="1")
    desk.logout()
    assert "Näin teemme." in body_of(desk.get(page.get_absolute_url()))
    assert "Mallimme" in body_of(desk.get(reverse("about")))
    turn_page(page, by=a_coordinator(), is_shown=False)
    assert desk.get(page.get_absolute_url()).status_code == 404
    with pytest.raises(NotNow):
        turn_page(page, by=a_coordinator(), is_shown=False)


def test_parts_facts_and_numbered_sources_are_written_one_by_one(desk):
    page = a_written_page()
    add = [reverse("add_to_page", args=[page.pk, what]) for what in ("source", "part")]
    send(desk, add[0], name_fi="Kohesio", url="https://example.org/k")
    send(desk, add[1], heading_fi="Luvut", words_fi="Yksi.\n\nKaksi.", sources=["1"], order="1")
    part = PagePart.objects.get()
    fact = reverse("add_to_page", args=[part.pk, "fact"])
    send(desk, fact, label_fi="Budjetti", euros="1025.50", sources=["1"], order="1")
    turn_page(page, by=OPERATOR, is_shown=True)
    shown = body_of(desk.get(page.get_absolute_url()))
    assert "Budjetti" in shown
    assert "1\u00a0025,50\u00a0€" in shown
    assert shown.count("[1]") == 3
    assert "<p>Yksi.</p>" in shown


def test_a_fact_is_one_figure_and_a_source_has_an_address(desk):
    page = a_written_page()
    part = add_to_page(PagePart, by=OPERATOR, page=page, heading="A", words="B", order=1)
    both = reverse("add_to_page", args=[part.pk, "fact"])
    answer = send(desk, both, label_fi="Osuus", euros="1", percent="2", order="1")
    assert "Kirjoita eurot tai prosentit, ei molempia." in body_of(answer)
    answer = send(
        desk, reverse("add_to_page", args=[page.pk, "source"]), name_fi="X", url="javascript:1"
    )
    assert answer.status_code == 200
    assert not PageFact.objects.exists()
    assert not PageSource.objects.exists()


def test_the_second_of_two_editors_sees_both_texts(desk):
    page = a_written_page()
    change = reverse("change_page", args=[page.pk])
    assert 'name="version" value="1"' in body_of(desk.get(change))
    send(desk, change, **WORDS | {"lead_fi": "Ensimmäisen sanat."}, version="1")
    late = send(desk, change, **WORDS | {"lead_fi": "Toisen sanat."}, version="1")
    assert late.status_code == 409
    assert "Ensimmäisen sanat." in body_of(late)
    assert "Toisen sanat." in body_of(late)
    page.refresh_from_db()
    assert (str(page.lead), page.version) == ("Ensimmäisen sanat.", 2)


def test_the_second_editor_of_a_part_overwrites_nothing(desk):
    part = add_to_page(
        PagePart, by=OPERATOR, page=a_written_page(), heading="Luvut", words="Vanha.", order=1
    )
    change = reverse("change_on_page", args=["part", part.pk])
    new = {"heading_fi": "Luvut", "words_fi": "Uusi.", "order": "1"}
    assert send(desk, change, **new, version="1").status_code == 302
    assert send(desk, change, **new | {"words_fi": "Kolmas."}, version="1").status_code == 409
    assert send(desk, change, **new | {"words_fi": "Neljäs."}).status_code == 409
    part.refresh_from_db()
    assert str(part.words) == "Uusi."


def test_a_source_goes_only_when_nothing_names_it(desk):
    page = publish_page(
        "malli", by=OPERATOR, title="Malli", lead="A",
        sources=[{"number": 1, "name": "Kohesio", "url": "https://example.org/"}],
        parts=[{"heading": "Luvut", "words": "Yksi.", "sources": [1]}],
    )  # fmt: skip
    source, part = page.sources.get(), page.parts.get()
    gone = reverse("take_off_page", args=["source", source.pk])
    assert send(desk, gone).status_code == 409
    take_off_page(part, by=a_coordinator())
    assert send(desk, gone).status_code == 302
    assert not PageSource.objects.exists()


def test_only_those_who_shape_the_programme_write_its_pages(client):
    page = a_written_page()
    for act in (
        lambda by: write_page(by=by, slug="b", title="B"),
        lambda by: turn_page(page, by=by, is_shown=True),
        lambda by: change_on_page(page, by=by, version=1, title="C"),
        lambda by: add_to_page(PagePart, by=by, page=page, heading="C", words="D", order=1),
    ):
        with pytest.raises(NotAllowed):
            act(a_person(in_support_group=True))
    signed_in(client, a_person(in_support_group=True))
    assert client.get(page.get_absolute_url()).status_code == 404


def test_the_desk_of_a_page_asks_as_much_for_five_parts_as_for_one(
    desk, django_assert_num_queries, django_assert_max_num_queries
):
    page = a_written_page()
    here = reverse("own_page", args=[page.pk])

    def grow(count):
        for number in range(count):
            part = add_to_page(PagePart, by=OPERATOR, page=page, heading="A", words="B", order=1)
            add_to_page(PageFact, by=OPERATOR, part=part, label=f"C{number}", order=1)

    grow(1)
    desk.get(here)
    with django_assert_max_num_queries(16) as first:
        desk.get(here)
    grow(4)
    with django_assert_num_queries(len(first)):
        desk.get(here)


def test_partnerships_are_agreed_changed_and_ended_at_the_desk(desk):
    one, other = an_organisation(), an_organisation()
    project = add_to_frame(Project, by=OPERATOR, slug="oma", name="Oma", purpose="Yhdessä")
    add = reverse("add_frame_row", args=["partnerships"])
    send(desk, add, organisation=str(one.pk), project=str(project.pk), is_carrier="on")
    send(desk, add, organisation=str(other.pk), project=str(project.pk))
    about = body_of(desk.get(reverse("about")))
    assert one.name in about
    row = Partnership.objects.get(organisation=one)
    assert row.is_carrier
    change = reverse("change_frame_row", args=["partnerships", row.pk])
    taken = send(desk, change, organisation=str(other.pk), project=str(project.pk))
    assert taken.status_code == 409
    send(desk, change, organisation=str(one.pk), project=str(project.pk))
    row.refresh_from_db()
    assert not row.is_carrier
    send(desk, reverse("remove_frame_row", args=["partnerships", row.pk]))
    assert [part.organisation for part in Partnership.objects.all()] == [other]
