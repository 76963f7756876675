import pytest
from django.db import transaction
from django_scopes import scope

from elava.notices.worker import Worker
from tests.given.accounts import an_account
from tests.given.everything import everything
from tests.given.programmes import two_programmes

from .payloads import some_payloads
from .planting import plant

IN_BRIEF = 30


def pytest_addoption(parser):
    """`--all-scripts`: every payload on every page, not only some on a few."""
    parser.addoption("--all-scripts", action="store_true", help="plant every payload everywhere")


@pytest.fixture(scope="module")
def town(django_db_setup, django_db_blocker):
    """Everything has happened once and every text is hostile; built once for all tests here.

    Gives a person, a coordinator, and the labels of fields of which there is no row.
    """
    with django_db_blocker.unblock(), transaction.atomic(), scope(programme=two_programmes()[0]):
        person, coordinator = everything()
        for somebody in (person, coordinator):
            an_account(somebody)
        Worker().drain()
        empty = plant(some_payloads(IN_BRIEF))
        yield person, coordinator, empty
        transaction.set_rollback(True)
