"""Every address, knocked at by everybody: who may not does not come in, and pages have manners."""

import copy
import re
import uuid
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django_scopes import scope

from elava.journal.models import Entry
from elava.network.actions import start_membership
from elava.people.models import OPERATOR
from tests.addresses import ADDRESSES, IN_A_STATE, ROLES
from tests.given.accounts import signed_in
from tests.given.manners import faults_of_page
from tests.given.one_of_each import MAKERS
from tests.given.people import a_body, a_coordinator, a_person
from tests.limits import LIMIT_OF, WITHOUT_LIMIT

A_MISSING_ID = uuid.UUID("00000000-0000-4000-8000-000000000000")
NOTHING = SimpleNamespace(pk=A_MISSING_ID, slug="nothing")
KEY = {"once_key": "k" * 20}
FILLED = {
    "uuid": A_MISSING_ID,
    "uuidstr": A_MISSING_ID,
    "slug": "small",
    "str": "nothing",
    "int": 7,
}
FILLED_BY_NAME = {"code": "00000", "name": "open", "kind": "idea", "purpose": "reach"}
# Words in the path that only this address knows.
FILLED_AT = {
    "add_frame_row": {"noun": "aims"},
    "add_to_page": {"what": "part"},
    "change_on_page": {"what": "part"},
    "take_off_page": {"what": "part"},
    "change_frame_row": {"noun": "aims"},
    "change_programme": {"part": "words"},
    "frame_picture": {"noun": "banners"},
    "frame_rows": {"noun": "aims"},
    "new_data_request": {"what": "person"},
    "pile": {"name": "to-answer"},
    "remove_frame_row": {"noun": "links"},
}


def patterns(resolver=None, before="", names=""):
    """Every (name, path, view) that the server knows."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = f"{names}{pattern.app_name}:" if pattern.app_name else names
            yield from patterns(pattern, path, inner)
        else:
            yield f"{names}{pattern.name}", f"/{path}", pattern.callback


KNOWN = {name: (path, view) for name, path, view in patterns()}
HERE = [address for address in ADDRESSES.values() if address.name in KNOWN]


def line_for(name):
    """The line that is missing in the table, as far as it can be guessed."""
    path, view = KNOWN[name]
    does = "writes" if is_once(view) else "reads"
    before_id = re.search(r"(\w+)s/(?:<uuid:pk>|\(\?P<pk>)", path)
    kind = before_id.group(1) if before_id else ""
    return f"{name:27} {path:37} WHO {does:7} {kind}".rstrip()


def test_every_address_is_declared():
    missing = [
        line_for(name)
        for name, (path, _view) in KNOWN.items()
        if name not in ADDRESSES or ADDRESSES[name].path != path
    ]
    assert not missing, "\n".join(["Say in tests/addresses.py who may use it:", *missing])


def is_once(view):
    """True for a view that wears @once, also below other decorators."""
    return any(getattr(layer, "is_once", False) for layer in layers(view))


def layers(view):
    """A view and all that it is wrapped in."""
    while view is not None:
        yield view
        view = getattr(view, "__wrapped__", None)


@pytest.mark.parametrize("name", [a.name for a in HERE if a.does != "reads"])
def test_every_writing_view_writes_once_and_only_from_our_own_pages(name):
    view, does = KNOWN[name][1], ADDRESSES[name].does
    is_exempt = any(getattr(layer, "csrf_exempt", False) for layer in layers(view))
    assert is_once(view) == (does in {"writes", "sends"}), "a view that writes wears @once"
    assert is_exempt == (does in {"asks", "sends"}), "only what needs no session takes no token"


@pytest.mark.parametrize("name", [a.name for a in HERE if a.does == "reads"])
def test_a_reading_view_does_not_write(name):
    assert not is_once(KNOWN[name][1]), "it wears @once: say that it writes"


@pytest.mark.parametrize("name", [a.name for a in HERE])
def test_a_door_for_strangers_says_how_often_they_may_knock(name):
    doors = {getattr(layer, "limited_door", None) for layer in layers(KNOWN[name][1])} - {None}
    declared = {LIMIT_OF[name]} if name in LIMIT_OF else set()
    assert doors == declared, "name the limit in tests/limits.py, and wear it"
    assert doors or name in WITHOUT_LIMIT or not ADDRESSES[name].needs_limit, (
        "anybody may send here without end: wear @limited, or say in WITHOUT_LIMIT why not"
    )


def test_what_has_no_limit_exists():
    assert {*LIMIT_OF, *WITHOUT_LIMIT} <= set(ADDRESSES)
    assert not set(LIMIT_OF) & set(WITHOUT_LIMIT)


def somebody(role, client, other_programme):
    """The client, signed in as somebody in a role."""
    if role == "visitor":
        return client
    if role == "foreign_coordinator":
        with scope(programme=other_programme):
            return signed_in(client, a_coordinator("Olli"))
    if role == "coordinator":
        return signed_in(client, a_coordinator("Kerttu"))
    person = a_person("Veikko")
    if role != "no_role":
        start_membership(person, by=OPERATOR, source="test", body=a_body("support"), role=role)
    return signed_in(client, person)


def one_of(kind):
    """A row of a kind in the programme of the scope."""
    return MAKERS[kind]() if kind else NOTHING


def address_with(address, row):
    """The path of an address, for a row."""
    wanted = re.findall(r"<(?:(\w+):)?(\w+)>", address.path)
    values = {name: FILLED_BY_NAME.get(name, FILLED[kind or "str"]) for kind, name in wanted}
    values |= FILLED_AT.get(address.name, {})
    if "pk" in values:
        values["pk"] = row.pk
    if "slug" in values and hasattr(row, "slug"):
        values["slug"] = row.slug
    return reverse(address.name, kwargs=values)


@pytest.fixture
def rows(other_programme):
    """One row of each kind, ours and the other programme's."""
    kinds = {address.kind for address in HERE}
    ours = {kind: one_of(kind) for kind in kinds}
    with scope(programme=other_programme):
        theirs = {kind: one_of(kind) for kind in kinds}
    return ours, theirs


def written(other_programme):
    """How much the journals of both programmes hold."""
    with scope(programme=other_programme):
        theirs = Entry.objects.count()
    return Entry.objects.count(), theirs


def comes_in(answer):
    """True where an answer lets somebody see or do something."""
    return 200 <= answer.status_code < 300


def faults_at(address, role, client, rows):
    """What goes wrong when a role knocks at an address, as sentences."""
    ours, theirs = rows
    here = address_with(address, ours[address.kind])
    got = client.get(here)
    if got.status_code >= 500:
        yield f"{role} GET {here}: {got.status_code}"
    if role not in address.roles:
        yield from faults_of_a_closed_door(here, role, client, got)
    else:
        yield from faults_of_an_open_door(address, here, role, client, got)
        if got.streaming:
            got.getvalue()  # To its end, which closes the file and, unlike close(), nothing else.
    if address.kind:
        yield from faults_with_foreign_rows(address, role, client, theirs[address.kind])


def faults_of_an_open_door(address, here, role, client, got):
    """Where somebody who may does not come in, or comes to a page without manners."""
    if got.status_code == 405:
        got = tried(client, here)
    is_let_in = got.status_code not in {403, 404} and got.status_code < 500
    if not is_let_in and address.name not in IN_A_STATE:
        yield f"{role} may use {here}, and got {got.status_code}"
    if comes_in(got) and got.headers["Content-Type"].startswith("text/html"):
        yield from (f"{role} {here}: {fault}" for fault in faults_of_page(got, role))


def tried(client, here):
    """What sending to an address answers; nothing of it lasts, here or in the browser."""
    cookies = copy.deepcopy(client.cookies)
    with transaction.atomic():
        got = client.post(here, KEY)
        transaction.set_rollback(True)
    client.cookies = cookies
    return got


def faults_of_a_closed_door(here, role, client, got):
    """Where somebody came in who may not, by looking or by sending."""
    if comes_in(got):
        yield f"{role} may not GET {here}, and did"
    posted = client.post(here, KEY)
    if comes_in(posted) or posted.status_code >= 500:
        yield f"{role} POST {here}: {posted.status_code}"


def faults_with_foreign_rows(address, role, client, theirs):
    """Where a row of another programme is shown, changed, or told from one that is missing."""
    foreign, missing = (address_with(address, row) for row in (theirs, NOTHING))
    answers = [client.get(foreign), client.get(missing)]
    answers += [client.post(foreign, KEY), client.post(missing, KEY)]
    said = [answer.status_code for answer in answers]
    if any(comes_in(answer) or answer.status_code >= 500 for answer in answers):
        yield f"{role} {address.name} with the id of another programme, or of nothing: {said}"
    if said[0] != said[1] or said[2] != said[3]:
        yield f"{role} {address.name}: a row of another programme does not look missing: {said}"


@pytest.mark.parametrize("role", ROLES)
def test_each_role_comes_in_where_it_may_and_nowhere_else(role, client, rows, other_programme):
    client = somebody(role, client, other_programme)
    before, faults = written(other_programme), []
    for address in HERE:
        faults += faults_at(address, role, client, rows)
    assert not faults, "\n".join(faults)
    assert written(other_programme) == before, "something was written"


@pytest.mark.parametrize("name", [a.name for a in HERE if a.does == "writes"])
def test_a_form_of_another_site_is_refused(name):
    browser = Client(enforce_csrf_checks=True)
    url = address_with(ADDRESSES[name], NOTHING)
    assert browser.post(url, {"once_key": "k" * 20}).status_code in {403, 404}


def test_every_address_of_a_row_is_knocked_at_with_a_row():
    assert {address.kind for address in HERE if address.kind} <= set(MAKERS)
    without = [a.name for a in HERE if ":pk>" in a.path and not a.kind]
    assert not without, "say on which kind: the last word of its line in tests/addresses.py"
