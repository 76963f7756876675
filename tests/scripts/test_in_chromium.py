"""A real browser opens what the hostile texts stand on: nothing runs, nothing is fetched."""

import pytest
from django.conf import settings
from django.test import Client

from elava.notices.worker import Worker
from tests.browser import DESK
from tests.given.accounts import signed_in
from tests.given.everything import everything

from .conftest import IN_BRIEF
from .pages import is_page, seeds, walk
from .payloads import all_payloads, some_payloads
from .planting import plant

PAGES_IN_BRIEF = """home ideas idea thread challenge desk queue message directory meeting projector
minutes_print""".split()


@pytest.fixture
def rounds(request):
    """Which payloads are planted one after the other: all of them in the trials, or a few."""
    if not request.config.getoption("--all-scripts", default=False):
        return [some_payloads(IN_BRIEF)]
    payloads = all_payloads()
    return [payloads[at : at + IN_BRIEF] for at in range(0, len(payloads), IN_BRIEF)]


@pytest.mark.browser
@pytest.mark.trial
@pytest.mark.django_db(transaction=True)
def test_no_text_runs_and_no_policy_is_broken(open_browser, rounds):
    _person, coordinator = everything()
    Worker().drain()
    client = signed_in(Client(raise_request_exception=False), coordinator)
    pages = list(seeds(PAGES_IN_BRIEF))
    if len(rounds) > 1:
        opened = ((path, answer) for path, answer in walk(client, seeds()) if is_page(answer))
        pages = [path for path, answer in opened if answer.status_code == 200]
    name, hits = settings.SESSION_COOKIE_NAME, []
    page = open_browser(size=DESK, cookies=[(name, client.cookies[name].value)])
    page.on("dialog", lambda dialog: hits.append(dialog.message) or dialog.dismiss())
    page.on("request", lambda sent: "hit.example" in sent.url and hits.append(sent.url))
    for payloads in rounds:
        plant(payloads)
        for path in pages:
            assert page.goto(path).status < 500, path
            if page.evaluate("window.hit") or page.locator("[hit], hit").count():
                hits.append(path)
    assert not hits
