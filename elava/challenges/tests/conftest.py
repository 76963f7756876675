import pytest

from elava.foundation.once import fresh_key
from tests.given.accounts import signed_in
from tests.given.people import a_coordinator


@pytest.fixture
def desk(client):
    """A browser in which the coordinator has signed in."""
    signed_in(client, a_coordinator())
    return client


@pytest.fixture
def send():
    """Post a form as a browser does, with a fresh key."""

    def sent(client, url, /, **fields):
        return client.post(url, {"once_key": fresh_key(), **fields})

    return sent
