import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from elava.foundation import clock
from elava.foundation.actions import permitted_to_write
from elava.foundation.errors import NotAllowed, NotNow
from elava.network.actions import change_body, move_purse
from elava.network.models import PurseMovement
from elava.network.queries import purse_of
from elava.people.models import NOBODY, OPERATOR
from tests.given.ideas import an_idea
from tests.given.journal import the_last_entry
from tests.given.network import a_support_group
from tests.given.people import a_coordinator, a_person

GRANTED, PROMISED, RELEASED = PurseMovement.Kind


def move(body, kind, cents, by=OPERATOR, **more):
    return move_purse(
        body, by=by, kind=kind, cents=cents, what_for="Kokeilu", source="Pöytäkirja 1", **more
    )


def test_a_purse_tells_what_is_granted_promised_and_left():
    body = a_support_group(granted=300_000)
    move(body, PROMISED, -45_000)
    move(body, PROMISED, -30_000)
    move(body, RELEASED, 8_450)
    purse = purse_of(body)
    assert (purse.granted, purse.promised, purse.left) == (300_000, 66_550, 233_450)


def test_no_more_is_promised_than_is_left():
    body = a_support_group(granted=1_000)
    with pytest.raises(NotNow):
        move(body, PROMISED, -1_001)
    move(body, PROMISED, -1_000)
    with pytest.raises(NotNow):
        move(body, PROMISED, -1)


@given(st.lists(st.tuples(st.sampled_from(PurseMovement.Kind), st.integers(1, 500)), max_size=12))
def test_a_purse_never_falls_below_nothing(moves):
    with transaction.atomic():
        body = a_support_group(granted=1_000)
        for kind, cents in moves:
            try:
                move(body, kind, -cents if kind == PROMISED else cents)
            except NotNow:
                assert kind == PROMISED
            assert purse_of(body).left >= 0
        transaction.set_rollback(True)


def test_the_same_matter_is_promised_for_once():
    body, idea = a_support_group(granted=1_000), an_idea()
    move(body, PROMISED, -100, subject=idea)
    with pytest.raises(IntegrityError), transaction.atomic():
        move(body, PROMISED, -100, subject=idea)
    move(body, RELEASED, 100, subject=idea)


@pytest.mark.parametrize(("kind", "cents"), [(GRANTED, 0), (PROMISED, 5), (RELEASED, -5)])
def test_a_movement_has_the_sign_of_its_kind(kind, cents):
    body = a_support_group(granted=1_000)
    facts = {"what_for": "x", "source": "x", "on": clock.today()}
    with permitted_to_write("test"), pytest.raises(IntegrityError), transaction.atomic():
        PurseMovement(body=body, kind=kind, cents=cents, **facts).save()


def test_only_the_coordinator_moves_money():
    body = a_support_group(granted=1_000)
    for by in (NOBODY, a_person(), a_person("Tuki", in_support_group=True)):
        with pytest.raises(NotAllowed):
            move(body, PROMISED, -10, by=by)
    move(body, PROMISED, -10, by=a_coordinator())


def test_a_change_of_rules_makes_a_new_version_and_keeps_the_old_rule_in_the_journal():
    body = a_support_group(quorum=4)
    change_body(body, by=OPERATOR, about={"fi": "Päättää ideoista."})
    body = change_body(body, by=OPERATOR, quorum=6)
    assert body.rule_version == 2
    assert the_last_entry(body).fields["before"] == {"quorum": 4}
