"""What an address may ask: known values choose, anything else is left out, and nothing leaks."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elava.foundation import limits
from elava.foundation.ids import random_id
from elava.ideas.models import Idea
from tests.addresses import ADDRESSES
from tests.given.accounts import signed_in
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator
from tests.rooms import python_files

ASKED = re.compile(
    r"""GET(?:\.get|\.getlist)?[\(\[]"(\w+)"|query=\(([^)]*)\)|"(\w+)" in request\.GET"""
)
# Named by way of a list, or read by a form.
MORE = {"stage", "life_stage", "group", "state", "kind", "area", "life", "challenge", "language",
        "order", "words", "q", "number", "name", "code", "idea", "outcome", "limit"}  # fmt: skip
HOSTILE = (
    "", "nothing", "9" * 30, "../../etc/passwd", "'; DROP TABLE ideas_idea; --",
    "<script>alert(1)</script>", "{{ 7 * 7 }}", "held", "is_hidden", "-pk", "\0",
    "a\0b", "\u202e\ufeff", "٣", "x" * 5000, "idea__receipt__secret_hash",
)  # fmt: skip
UNTOLD = "Vain työryhmälle kerrottu"


def parameters():
    """Every parameter that a view reads from an address."""
    found = set(MORE)
    for file in python_files(but={"tests", "demo", "management"}):
        for one, several, other in ASKED.findall(file.read_text()):
            found |= {one, other, *re.findall(r'"(\w+)"', several)} - {""}
    return sorted(found)


def lists(role):
    """The pages without a row of their own that a role may read."""
    return [
        address.path
        for address in ADDRESSES.values()
        if address.does in ("reads", "asks") and "<" not in address.path
        and ({role, "everybody"} & set(address.who.split("+")))
    ]  # fmt: skip


def hidden_things(other_programme):
    """Words that a visitor never reads: a held idea, one for few, and another town's."""
    held = an_idea(f"{UNTOLD} 1")
    private = an_idea(f"{UNTOLD} 2", is_open=True, visibility=Idea.Visibility.NOBODY)
    return [str(held.pk), str(private.pk), str(random_id())]


@pytest.mark.parametrize("role", ["visitor", "coordinator"])
def test_hostile_and_unknown_parameters_get_a_page_and_no_secret(role, client, other_programme):
    values = [*HOSTILE, *hidden_things(other_programme)]
    if role == "coordinator":
        signed_in(client, a_coordinator())
    names = parameters()
    assert {"after", "before", "group", "with"} <= set(names)
    for path in lists(role):
        for value in values:
            limits.forget()
            answer = client.get(path, dict.fromkeys(names, value))
            assert answer.status_code in {200, 301, 302, 400, 404, 405, 422}, (
                f"{path} {value[:40]!r}"
            )
            if answer.streaming:
                continue
            page = answer.content.decode()
            assert "<script>alert(1)" not in page, path
            assert "Ulkokuntosali rantaan" not in page, f"{path} tells of another town"
            assert role == "coordinator" or UNTOLD not in page, f"{path} tells what is hidden"


def test_an_unknown_value_shows_what_no_value_shows(client):
    an_idea("Penkki rantaan", is_open=True)
    for path, name in (("/ideas/", "kind"), ("/ideas/", "order"), ("/ideas/", "state"),
                       ("/challenges/", "stage"), ("/challenges/", "life_stage"),
                       ("/challenges/", "group"), ("/organisations/", "kind"),
                       ("/organisations/", "group"), ("/threads/", "after")):  # fmt: skip
        plain, odd = (client.get(path, {name: value}) for value in ("", "nothing"))
        strip = re.compile(rb"[?&]\w+=nothing|[?&]\w+=(?=[\"&])|\?")
        assert strip.sub(b"", odd.content) == strip.sub(b"", plain.content), f"{path} {name}"


def described(client):
    """(path, its parameters, the statuses it is described with) of the machine door."""
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    return [(path, what["get"].get("parameters", ())) for path, what in sorted(paths.items())]


VALUES = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.integers().map(str),
    st.uuids().map(str),
    st.sampled_from(["open", "answered", "wish", "1", "100"]),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_described_path_answers_as_described_whatever_is_asked(client, data):
    if not Idea.objects.exists():
        an_idea("Penkki rantaan", answered="Kokeillaan.")
    path, said = data.draw(st.sampled_from(described(client)))
    query = {}
    for one in said:
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", data.draw(st.uuids().map(str)))
        elif data.draw(st.booleans()):
            query[one["name"]] = data.draw(VALUES)
    answer = client.get(path, query)
    assert answer.status_code in {200, 400, 404, 422}, (path, query)
    if answer.status_code == 200 and "pk" not in path and path.endswith("s/"):
        assert set(answer.json()) == {"items", "next"}
        assert len(answer.json()["items"]) <= 100
