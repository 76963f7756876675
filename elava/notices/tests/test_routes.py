from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from elava.foundation import clock
from elava.ideas.actions import open_idea
from elava.notices.models import Message
from elava.notices.routes import Route, route_of
from elava.notices.worker import Worker
from elava.people.actions import (
    add_contact_way,
    claim_receipt,
    record_consent,
    verify_contact_way,
    withdraw_consent,
)
from elava.people.models import Consent, KeyHolder
from tests.given.accounts import an_account
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person


def an_idea_with_an_address(to="aino@example.org"):
    """An idea whose giver typed an address on the slip, and that address."""
    idea = an_idea()
    way = add_contact_way(idea.receipt, by=KeyHolder(idea.receipt), kind="email", to=to)
    return idea, way


def work_after(**time):
    with clock.travel(clock.now() + timedelta(**time)):
        Worker().drain()


@pytest.mark.parametrize(
    ("quiet", "hours"), [((21, 8), {23, 7}), ((12, 13), {12}), ((), set())], ids=str
)
def test_quiet_hours_may_pass_midnight(quiet, hours):
    day = datetime(2026, 1, 1, tzinfo=UTC)
    route = Route("phone", quiet=tuple(day.replace(hour=hour).time() for hour in quiet))
    asked = (7, 8, 11, 12, 13, 20, 23)
    assert {hour for hour in asked if route.is_quiet_at(day.replace(hour=hour))} == hours


def test_an_address_that_nobody_has_confirmed_gets_no_letter_until_somebody_does():
    idea, way = an_idea_with_an_address()
    open_idea(idea, by=a_coordinator())
    work_after(minutes=1)
    assert mail.outbox == []
    verify_contact_way(way, by=KeyHolder(way))
    work_after(hours=1)
    assert [sent.to for sent in mail.outbox] == [["aino@example.org"]]


def test_nobody_waits_longer_than_a_fortnight_for_an_address_to_be_confirmed():
    idea, _way = an_idea_with_an_address()
    open_idea(idea, by=a_coordinator())
    work_after(minutes=1)
    work_after(days=15)
    message = Message.objects.get(letter="ideas/opened")
    assert (message.state, message.why) == ("cancelled", "unconfirmed")
    assert mail.outbox == []


def test_an_account_is_written_to_while_a_new_address_waits_to_be_confirmed():
    person = a_person()
    account = an_account(person)
    person.refresh_from_db()
    add_contact_way(person, by=person, kind="email", to="uusi@example.org")
    assert route_of(person).address == account.email


def test_who_took_back_that_we_may_reach_them_hears_nothing_of_their_slips():
    person, idea = a_person(), an_idea()
    an_account(person)
    person.refresh_from_db()
    receipt = claim_receipt(idea.receipt, by=person)
    assert route_of(receipt).address == person.account.email
    said = {"purpose": Consent.For.REACH, "channel": "web"}
    record_consent(person, by=person, said="given", text="?", **said)
    withdraw_consent(person, by=person, **said)
    assert route_of(receipt) is None
