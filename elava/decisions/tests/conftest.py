import pytest

from elava.foundation.once import fresh_key
from tests.given.accounts import signed_in


@pytest.fixture
def seen_as(client):
    """A browser in which somebody is signed in, or nobody: seen_as(person).get(…), .send(…)."""

    def become(person):
        client.logout()
        return signed_in(client, person) if person.pk else client

    def send(url, follow=False, **fields):
        return client.post(url, {"once_key": fresh_key(), **fields}, follow=follow)

    client.send = send
    return become
