"""The wall on the screen of the room: it shows new notes by itself, or by a link."""

from django.urls import reverse

from tests.given.challenges import a_note, a_workshop


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


def room(workshop, name="workshop_room"):
    return reverse(name, args=[workshop.pk])


def test_the_wall_on_the_screen_opens_to_those_in_the_room(client, desk):
    workshop = a_workshop()
    note = a_note(workshop=workshop)
    url = room(workshop, "wall")
    assert note.words in text_of(desk.get(url))
    desk.logout()
    assert client.get(url).status_code == 404
    page = client.get(url, {"code": workshop.room_code})
    assert note.words in text_of(page)
    assert page["ETag"]


def test_without_javascript_new_notes_are_fetched_by_a_link(client):
    workshop = a_workshop()
    here = f"{room(workshop, 'wall')}?code={workshop.room_code}"
    assert f'href="{here}"' in text_of(client.get(here))
    later = a_note("Kirjasto sulkeutuu liian aikaisin.", workshop=workshop)
    assert later.words in text_of(client.get(here))


def test_a_wall_with_nothing_new_costs_one_query(desk, django_assert_num_queries):
    workshop = a_workshop()
    url = room(workshop, "wall")
    tag = desk.get(url)["ETag"]
    with django_assert_num_queries(1):
        assert desk.get(url, headers={"if-none-match": tag}).status_code == 304
    a_note(workshop=workshop)
    assert desk.get(url, headers={"if-none-match": tag}).status_code == 200
