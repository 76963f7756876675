import pytest
from django.db import connection
from django.urls import reverse

from elava.foundation import uploads
from elava.foundation.once import fresh_key
from elava.people.models import OPERATOR
from elava.programmes.actions import add_to_frame
from elava.programmes.models import Banner
from tests.given.accounts import signed_in
from tests.given.files import a_photo
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator


@pytest.fixture
def savepoints(monkeypatch):
    """How many transactions were open each time a picture was developed."""
    seen = []

    def refuse(source, folder):
        seen.append(len(connection.savepoint_ids))
        raise uploads.Refused("Kuva ei aukea.")

    monkeypatch.setattr(uploads, "_in_the_darkroom", refuse)
    return seen


def test_a_picture_on_a_slip_is_developed_while_nobody_waits_for_the_database(client, savepoints):
    client.get(reverse("open_slip", args=[an_idea().receipt.secret]))
    form = {"once_key": fresh_key(), "photo": a_photo(), "alt": "Penkki"}
    assert "Kuva ei aukea." in client.post(reverse("slip_photo"), form).content.decode()
    assert savepoints == [len(connection.savepoint_ids)]


def test_a_picture_of_a_banner_is_developed_while_nobody_waits_for_the_database(client, savepoints):
    banner = add_to_frame(Banner, by=OPERATOR, alt={"fi": "Tausta"})
    signed_in(client, a_coordinator())
    url = reverse("frame_picture", args=["banners", banner.pk])
    client.post(url, {"once_key": fresh_key(), "file": a_photo()})
    assert savepoints == [len(connection.savepoint_ids)]
