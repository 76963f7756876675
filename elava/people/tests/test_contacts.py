import pytest
from django.db import IntegrityError, transaction

from elava.foundation.actions import permitted_to_write
from elava.foundation.errors import NotAllowed, NotNow
from elava.people.actions import (
    add_contact_way,
    claim_receipt,
    give_receipt,
    record_consent,
    stop_contact_way,
    verify_contact_way,
    withdraw_consent,
)
from elava.people.models import NOBODY, Consent, ContactWay, KeyHolder
from elava.people.queries import consents_of, last_word, reply_route_of
from tests.given.journal import the_last_entry
from tests.given.people import a_coordinator, a_person

EMAIL, PHONE, SMS = ContactWay.Kind.EMAIL, ContactWay.Kind.PHONE, ContactWay.Kind.SMS


def a_slip():
    receipt = give_receipt(by=NOBODY)
    return receipt, KeyHolder(receipt)


def test_the_holder_of_a_slip_is_answered_where_they_asked():
    receipt, holder = a_slip()
    assert reply_route_of(receipt) is None
    way = add_contact_way(receipt, by=holder, kind=SMS, to="040 123 4567", language="fi")
    assert (reply_route_of(receipt), way.to) == (way, "+358401234567")
    assert the_last_entry(way).by is None


def test_the_same_way_twice_is_one_way():
    person = a_person()
    for _ in range(2):
        add_contact_way(person, by=person, kind=EMAIL, to="Aino@Example.org ")
    assert ContactWay.objects.get().to == "aino@example.org"


def test_one_way_of_the_same_kind_runs_only_once_even_in_a_race():
    person = a_person()
    add_contact_way(person, by=person, kind=EMAIL, to="aino@example.org")
    twin = ContactWay(person=person, kind=EMAIL, to="aino@example.org", language="fi")
    with permitted_to_write("test"), pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_nobody_gives_contact_ways_to_another():
    person, (receipt, _holder), (_other, stranger) = a_person(), a_slip(), a_slip()
    for owner, by in ((person, a_person("Matti")), (receipt, stranger), (receipt, NOBODY)):
        with pytest.raises(NotAllowed):
            add_contact_way(owner, by=by, kind=PHONE, to="040 123 4567")


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (PHONE, "soita"),
        (PHONE, "12"),
        (PHONE, "040 123 4567 8910 1112"),
        (SMS, "015 123 456"),
        (EMAIL, "aino at example"),
        (EMAIL, " "),
    ],
)
def test_a_way_that_reaches_nobody_is_asked_for_again(kind, typed):
    person = a_person()
    with pytest.raises(NotNow):
        add_contact_way(person, by=person, kind=kind, to=typed)


def test_a_stopped_way_is_forgotten_at_once_and_may_be_added_anew():
    person = a_person()
    way = add_contact_way(person, by=person, kind=EMAIL, to="aino@example.org")
    assert stop_contact_way(way, by=person).to == ""
    assert reply_route_of(person) is None
    with pytest.raises(NotNow):
        verify_contact_way(way, by=person)
    assert add_contact_way(person, by=person, kind=EMAIL, to="aino@example.org").pk != way.pk


def test_a_way_is_confirmed_once():
    person = a_person()
    way = add_contact_way(person, by=person, kind=EMAIL, to="aino@example.org")
    with pytest.raises(NotAllowed):
        verify_contact_way(way, by=NOBODY)
    for _ in range(2):
        assert verify_contact_way(way, by=KeyHolder(way)).verified_on


def test_a_confirmed_way_comes_before_an_address_that_nobody_has_confirmed():
    person = a_person()
    mail = add_contact_way(person, by=person, kind=EMAIL, to="aino@example.org")
    call = add_contact_way(person, by=person, kind=PHONE, to="040 123 4567")
    assert [mail.is_confirmed, call.is_confirmed] == [False, True]
    assert reply_route_of(person) == call
    verify_contact_way(mail, by=KeyHolder(mail))
    assert reply_route_of(person) == mail


def test_whoever_takes_back_that_we_may_reach_them_is_reached_in_no_way_any_more():
    person, (receipt, holder) = a_person(), a_slip()
    add_contact_way(person, by=person, kind=PHONE, to="040 123 4567")
    add_contact_way(receipt, by=holder, kind=SMS, to="040 123 4567")
    claim_receipt(receipt, by=person)
    said = {"purpose": Consent.For.REACH, "channel": "web"}
    record_consent(person, by=person, said="given", text="?", **said)
    withdraw_consent(person, by=person, **said)
    assert not ContactWay.objects.running().exists()
    assert not ContactWay.objects.exclude(to="").exists()


def test_a_slip_taken_as_ones_own_is_answered_by_the_persons_way():
    person, (receipt, _holder) = a_person(), a_slip()
    way = add_contact_way(person, by=person, kind=EMAIL, to="aino@example.org")
    assert reply_route_of(claim_receipt(receipt, by=person)) == way
    with pytest.raises(NotNow):
        claim_receipt(receipt, by=a_person("Matti"))
    with pytest.raises(NotAllowed):
        claim_receipt(receipt, by=NOBODY)


def test_a_change_of_mind_is_a_new_line_and_the_old_one_stays():
    person, coordinator = a_person(), a_coordinator()
    purpose = Consent.For.NEWS
    text = "Saamme lähettää sinulle ohjelman kuulumisia."
    given = record_consent(
        person, by=coordinator, purpose=purpose, said="given", text=text, channel="phone"
    )
    assert last_word(person, purpose) == "given"
    assert given.recorded_by == coordinator
    taken_back = withdraw_consent(person, by=person, purpose=purpose, channel="web")
    assert last_word(person, purpose) == "withdrawn"
    assert (taken_back.order, taken_back.text, taken_back.recorded_by) == (2, given.text, None)
    assert consents_of(person) == [taken_back]
    with pytest.raises(NotNow):
        withdraw_consent(person, by=person, purpose=purpose, channel="web")
    with pytest.raises(TypeError):
        given.save()


def test_contact_ways_and_consents_are_seen_by_their_owner_and_the_coordinators():
    person = a_person()
    way = add_contact_way(person, by=person, kind=EMAIL, to="aino@example.org")
    said = {"purpose": "news", "said": "refused", "text": "?", "channel": "web"}
    consent = record_consent(person, by=person, **said)
    for reader, expected in ((person, 1), (a_coordinator(), 1), (a_person("Matti"), 0)):
        assert ContactWay.objects.seen_by(reader).filter(pk=way.pk).count() == expected
        assert Consent.objects.seen_by(reader).filter(pk=consent.pk).count() == expected
