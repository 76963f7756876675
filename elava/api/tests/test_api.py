import pytest
from django.urls import reverse

from elava.api.shapes import TOLD_AS, PartKind
from elava.ideas.models import Idea
from elava.journal.parts import kinds
from tests.given.ideas import an_idea
from tests.given.one_of_each import a_hand_over

LISTS = ["ideas", "challenges", "meetings", "threads"]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_answers_and_is_described(client, name):
    found = client.get(f"/api/v1/{name}/").json()
    assert set(found) == {"items", "next"}
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert f"/api/v1/{name}/" in paths


def test_the_machine_door_only_gives_to_read(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert {method for path in paths.values() for method in path} == {"get"}


def test_a_public_idea_is_given_with_its_answer_and_a_hidden_one_is_missing(client):
    shown = an_idea("Penkki rantaan", answered="Kokeillaan.")
    hidden = an_idea("Vain työryhmälle", is_open=True, visibility=Idea.Visibility.NOBODY)
    found = client.get(f"/api/v1/ideas/{shown.pk}/").json()
    assert (found["title"], found["outcome"], found["reason"]) == (
        "Penkki rantaan", "try", "Kokeillaan.",
    )  # fmt: skip
    assert client.get(f"/api/v1/ideas/{hidden.pk}/").status_code == 404
    assert [row["id"] for row in client.get("/api/v1/ideas/").json()["items"]] == [str(shown.pk)]


def test_a_thread_lists_its_parts(client):
    idea = an_idea("Penkki rantaan", answered="Kokeillaan.")
    parts = client.get(f"/api/v1/threads/{idea.thread_id}/").json()["parts"]
    assert [part["kind"] for part in parts][:1] == ["idea"]
    assert all(set(part) == {"kind", "title", "at", "text", "url"} for part in parts)


def test_a_thread_speaks_of_eight_kinds_alone(client):
    idea = an_idea("Penkki rantaan", answered="Kokeillaan.")
    parts = client.get(f"/api/v1/threads/{idea.thread_id}/").json()["parts"]
    assert [part["kind"] for part in parts] == ["idea", "decision"]
    assert parts[1]["text"] == "Kokeillaan."
    told = {TOLD_AS.get(kind, kind) for kind in kinds()}
    assert {"answer", "handover"} <= kinds()
    assert told <= set(PartKind)


def test_a_hand_over_is_told_as_a_decision(client):
    idea = a_hand_over().idea
    parts = client.get(f"/api/v1/threads/{idea.thread_id}/").json()["parts"]
    assert [part["kind"] for part in parts] == ["idea", "decision"]
    shapes = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    assert "handed over" in shapes["PartShape"]["description"]
    assert len(shapes["PartKind"]["enum"]) == 8


@pytest.mark.parametrize("path", ["", "v1/nothing/", "v2/ideas/", "v1/ideas/not-an-id/"])
def test_an_unknown_address_answers_a_machine_in_its_own_way(client, path):
    found = client.get(f"/api/{path}")
    assert found.status_code == 404
    assert found["Content-Type"] == "application/problem+json"
    assert found.json()["detail"].endswith(".")


def test_a_list_is_walked_in_parts_without_a_gap_or_a_double(client):
    ideas = {str(an_idea(f"Idea {count}", is_open=True).pk) for count in range(7)}
    address, found = "/api/v1/ideas/?limit=3&stage=open", []
    while address:
        part = client.get(address).json()
        found += [row["id"] for row in part["items"]]
        address = part["next"]
    assert (len(found), set(found)) == (7, ideas)


def test_another_programmes_rows_are_not_given(client, other_programme):
    idea = an_idea("Penkki rantaan", is_open=True)
    host = {"host": other_programme.host}
    assert client.get(f"/api/v1/ideas/{idea.pk}/", headers=host).status_code == 404


@pytest.mark.parametrize("query", ["limit=0", "limit=100000", "limit=x", "after=x", "stage=%00"])
def test_odd_questions_get_an_answer_and_no_error(client, query):
    assert client.get(f"/api/v1/ideas/?{query}").status_code in (200, 400, 422)


@pytest.mark.parametrize("count", [1, 5])
def test_a_list_asks_as_much_for_one_row_as_for_five(client, django_assert_max_num_queries, count):
    for number in range(count):
        an_idea(f"Idea {number}", answered="Kokeillaan.")
    with django_assert_max_num_queries(3):
        assert len(client.get("/api/v1/ideas/").json()["items"]) == count


def test_the_address_of_an_idea_is_in_the_readers_language(client):
    idea = an_idea("Penkki rantaan", is_open=True)
    found = client.get("/sv/api/v1/ideas/").json()["items"][0]
    assert found["url"] == f"/sv/ideas/{idea.pk}/"
    assert reverse("api:ideas").endswith("/api/v1/ideas/")
