"""How a body counts: one organisation one vote, deputies, quorum, the ceiling of public bodies."""

from types import SimpleNamespace as Row

from hypothesis import given, settings
from hypothesis import strategies as st

from elava.network.models import Body, Membership
from elava.network.rules import (
    is_quorate,
    is_within_mandate,
    keeps_public_ceiling,
    share_of_public_bodies,
    voices,
    votes_of_public_bodies,
)

ROLES = [role.value for role in Membership.Role]


@st.composite
def memberships(draw):
    """Up to twelve people present, some for organisations, some as deputies of others."""
    kinds = {pk: draw(st.booleans()) for pk in range(6)}
    found = []
    for pk in range(draw(st.integers(0, 12))):
        organisation = draw(st.none() | st.sampled_from(sorted(kinds)))
        home = organisation is not None and Row(pk=organisation, is_public_body=kinds[organisation])
        deputy_of = draw(st.none() | st.integers(0, 14))
        found.append(
            Row(
                pk=pk,
                person_id=draw(st.integers(0, 9)),
                role=draw(st.sampled_from(ROLES)),
                for_organisation=home or None,
                for_organisation_id=organisation,
                deputy_of_id=deputy_of if deputy_of != pk else None,
            )
        )
    return found


bodies = st.builds(
    Body,
    quorum=st.integers(0, 8),
    one_organisation_one_vote=st.booleans(),
    ceiling_for_public_bodies=st.integers(0, 100),
)


@settings(max_examples=300)
@given(bodies, memberships())
def test_no_organisation_and_no_person_has_two_votes(body, present):
    votes = voices(body, present)
    people = [vote.person_id for vote in votes]
    assert len(people) == len(set(people))
    if body.one_organisation_one_vote:
        organisations = [vote.for_organisation_id for vote in votes if vote.for_organisation_id]
        assert len(organisations) == len(set(organisations))


@settings(max_examples=300)
@given(bodies, memberships())
def test_only_those_who_came_and_may_vote_have_a_voice(body, present):
    votes = voices(body, present)
    assert all(vote in present and vote.role in Membership.VOTING for vote in votes)


@given(bodies, memberships())
def test_a_deputy_is_silent_while_the_one_they_stand_for_is_there(body, present):
    voting = {one.pk for one in present if one.role in Membership.VOTING}
    assert not [vote for vote in voices(body, present) if vote.deputy_of_id in voting]


@given(bodies, memberships())
def test_a_body_is_quorate_exactly_when_enough_votes_are_present(body, present):
    assert is_quorate(body, present) == (len(voices(body, present)) >= max(1, body.quorum))


@given(bodies)
def test_an_empty_room_decides_nothing(body):
    assert not is_quorate(body, [])


@given(bodies, memberships())
def test_the_ceiling_of_public_bodies_is_kept_exactly(body, present):
    votes = voices(body, present)
    public = votes_of_public_bodies(votes)
    kept = keeps_public_ceiling(body, votes)
    assert kept == (
        not votes or public / len(votes) <= body.ceiling_for_public_bodies / 100 + 1e-12
    )
    assert share_of_public_bodies(votes) >= (100 * public / len(votes) if votes else 0)


def test_half_of_the_votes_is_more_than_49_per_cent():
    body = Body(ceiling_for_public_bodies=49)
    public, other = (
        Row(for_organisation=Row(is_public_body=is_public)) for is_public in (True, False)
    )
    assert not keeps_public_ceiling(body, [public, other])
    assert keeps_public_ceiling(body, [public, other, other])


@given(st.integers(0, 200_000), st.integers(0, 200_000), st.booleans())
def test_a_body_promises_within_its_mandate_or_proposes(cents, promised, may_start):
    body = Body(may_start_experiments=may_start, cents_each=50_000, cents_in_all=150_000)
    allowed = may_start and cents <= 50_000 and promised + cents <= 150_000
    assert is_within_mandate(body, cents, promised) == allowed
