"""Every test stands in the first of two programmes, and no write escapes an action."""

import os
import re

# Playwright runs a loop of its own in the thread of the tests; the ORM may be used beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

import pytest
from django.apps import apps
from django.db import connection
from django.urls import set_script_prefix
from django_scopes import scope
from hypothesis import settings

from elava.foundation import limits
from elava.foundation.actions import may_write_now
from elava.search.index import prepare
from tests.browser import chromium, open_browser
from tests.given.programmes import two_programmes
from tests.hidden import HIDERS, without_pango

# One browser for all who ask for it: a second one beside it cannot start.
__all__ = ["chromium", "open_browser", "without_pango"]

# A busy machine is slow, which says nothing about a rule.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

WRITE = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)


def pytest_addoption(parser):
    """`--hide pango`, `--hide chromium`: run as on a machine that lacks it."""
    parser.addoption("--hide", action="append", choices=HIDERS, default=[], help="what to hide")


def pytest_configure(config):
    """Hide what shall be hidden, for the whole run."""
    patch = pytest.MonkeyPatch()
    config.add_cleanup(patch.undo)
    for thing in config.getoption("--hide"):
        HIDERS[thing](patch)


def pytest_collection_modifyitems(items):
    """Every test may use the database; those that need real commits say transaction=True."""
    for item in items:
        if item.get_closest_marker("django_db") is None:
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Make the full-text tables, which no migration makes here, and both programmes once."""
    with django_db_blocker.unblock():
        prepare()
        two_programmes()


@pytest.fixture(autouse=True)
def programme(request, _django_db_marker):
    """The programme in which the test happens; another one stands beside it."""
    set_script_prefix("/")
    ours, _theirs = two_programmes()
    limits.forget()
    with scope(programme=ours), connection.execute_wrapper(_guard):
        yield ours


@pytest.fixture
def other_programme():
    """The programme of another town, full of things that are none of our business."""
    return two_programmes()[1]


def _tables_of_the_house():
    return {
        model._meta.db_table for model in apps.get_models() if model.__module__.startswith("elava.")
    }


def _guard(execute, sql, params, many, context):
    found = WRITE.match(sql)
    if found and found.group(1) in _tables_of_the_house() and not may_write_now():
        raise AssertionError(f"written outside an action: {sql[:120]}")
    return execute(sql, params, many, context)
