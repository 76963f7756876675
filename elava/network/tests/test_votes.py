from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elava.network.rules.votes import (
    Member,
    fits,
    imbalances,
    is_carried,
    is_quorate,
    share_of_public_bodies,
    voters,
    what_is_beyond,
)

ORGANISATIONS = st.sampled_from([None, "a", "b", "c", "d"])


@st.composite
def tables(draw):
    """A table of members, some of them deputies of others, some away, some recused."""
    members = []
    for key in range(draw(st.integers(0, 9))):
        is_deputy = bool(members) and draw(st.booleans())
        regular = [member.key for member in members if not member.is_deputy]
        organisation = draw(ORGANISATIONS)
        members.append(
            Member(
                key=key,
                organisation=organisation,
                interest_group=draw(st.sampled_from([organisation, "x"])),
                is_public_body=organisation in ("c", "d"),
                is_deputy=is_deputy,
                deputy_of=draw(st.sampled_from([None, *regular])) if is_deputy else None,
                is_present=draw(st.booleans()),
                is_recused=draw(st.booleans()),
            )
        )
    return draw(st.permutations(members))


def votes_of(members, one=True):
    return voters(members, one_organisation_one_vote=one)


@given(tables(), st.booleans())
def test_only_those_in_the_room_and_without_an_interest_vote(members, one):
    for vote in votes_of(members, one):
        assert vote.member.is_present
        assert not vote.member.is_recused


@given(tables())
def test_an_organisation_has_one_vote_also_with_its_deputies(members):
    organisations = [vote.member.organisation for vote in votes_of(members)]
    named = [name for name in organisations if name]
    assert len(named) == len(set(named))


@given(tables(), st.booleans())
def test_a_deputy_never_votes_beside_their_member(members, one):
    votes = votes_of(members, one)
    voting = {vote.member.key for vote in votes}
    for vote in votes:
        assert vote.member.deputy_of is None or vote.member.deputy_of not in voting


@given(tables(), st.booleans())
def test_no_seat_and_no_person_votes_twice(members, one):
    votes = votes_of(members, one)
    assert len({vote.seat for vote in votes}) == len(votes)
    assert len({vote.member.key for vote in votes}) == len(votes)


@given(tables(), st.booleans())
def test_a_member_at_the_table_always_has_a_seat_that_votes(members, one):
    votes = votes_of(members, one)
    for member in members:
        if member.takes_part and not member.is_deputy:
            mine = {member.key, member.organisation if one else None} - {None}
            assert mine & {vote.seat for vote in votes}


@given(tables(), st.booleans(), st.data())
def test_whoever_leaves_an_item_never_adds_a_vote_of_another_organisation(members, one, data):
    if not members:
        return
    left = data.draw(st.sampled_from(members))
    after = [replace(m, is_recused=True) if m is left else m for m in members]
    assert len(votes_of(after, one)) <= len(votes_of(members, one)) + _freed(members, left)


def _freed(members, left):
    """The deputies whom a member's leaving lets vote."""
    if left.is_deputy:
        return 0
    return sum(
        m.is_deputy and (m.deputy_of == left.key or m.organisation == left.organisation)
        for m in members
    )


@given(tables(), st.booleans(), st.integers(0, 10))
def test_the_quorum_is_of_votes_and_never_of_nobody(members, one, needed):
    votes = votes_of(members, one)
    assert is_quorate(votes, needed) == (len(votes) >= needed and bool(votes))


@given(tables(), st.integers(0, 100))
def test_public_bodies_above_their_share_are_told(members, ceiling):
    votes = votes_of(members)
    share = sum(vote.member.is_public_body for vote in votes) * 100
    told = "public" in imbalances(votes, ceiling_for_public_bodies=ceiling)
    assert told == (share > ceiling * len(votes))


def test_half_of_the_votes_is_more_than_49_per_cent():
    public, one, other = Member("p", is_public_body=True), Member("a"), Member("b")
    for members, share, told in (([], 0, []), ([public, one], 50, ["public"]),
                                 ([public, one, other], 34, [])):  # fmt: skip
        votes = votes_of(members)
        assert share_of_public_bodies(votes) == share
        assert imbalances(votes, ceiling_for_public_bodies=49) == told


def test_who_holds_two_seats_votes_once():
    seats = [Member(name, person="p", organisation=name) for name in "ab"]
    assert [vote.member for vote in votes_of(seats)] == [seats[0]]


def test_the_deputy_votes_when_the_member_is_away_or_recused():
    member = Member("m", organisation="a")
    deputy = Member("d", organisation="b", is_deputy=True, deputy_of="m")
    assert [vote.member for vote in votes_of([member, deputy])] == [member]
    for away in (replace(member, is_present=False), replace(member, is_recused=True)):
        assert [vote.member for vote in votes_of([away, deputy])] == [deputy]


def test_a_deputy_of_nobody_stands_in_for_the_organisation():
    member = Member("m", organisation="a")
    deputy = Member("d", organisation="a", is_deputy=True)
    assert [vote.member for vote in votes_of([deputy, member], one=False)] == [member]
    alone = votes_of([deputy, replace(member, is_present=False)], one=False)
    assert [(vote.seat, vote.member) for vote in alone] == [("a", deputy)]
    assert votes_of([Member("x", is_deputy=True)]) == []


def test_two_members_of_one_organisation_share_its_vote_only_where_the_rule_says_so():
    two = [Member("m", organisation="a"), Member("n", organisation="a")]
    assert len(votes_of(two)) == 1
    assert len(votes_of(two, one=False)) == 2


def test_two_deputies_of_one_member_have_one_vote():
    deputies = [Member(key, is_deputy=True, deputy_of="m") for key in "de"]
    assert len(votes_of(deputies)) == 1


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        (["a", "b", "c"], []),
        (["a", "a", "b"], ["organisation"]),
        (["a", "b"], []),
        ([None, None, None], []),
    ],
)
def test_no_organisation_holds_more_than_half_of_the_votes(groups, told):
    members = [
        Member(key, organisation=name, interest_group=name) for key, name in enumerate(groups)
    ]
    assert imbalances(votes_of(members, one=False), ceiling_for_public_bodies=49) == told


def test_one_sponsor_behind_several_groups_counts_as_one_interest():
    members = [Member(n, organisation=name, interest_group="s") for n, name in enumerate("ab")]
    members.append(Member("z", organisation="c", interest_group="c"))
    assert imbalances(votes_of(members), ceiling_for_public_bodies=49) == ["group"]


@given(*(st.integers(0, 12) for _ in range(4)))
def test_a_count_of_hands_fits_the_room(present, yes, no, abstain):
    votes = votes_of([Member(key) for key in range(present)])
    counted = fits(votes, votes_for=yes, votes_against=no, votes_abstaining=abstain)
    assert counted == (0 < yes + no + abstain <= present)


def test_an_equal_count_carries_nothing():
    assert is_carried(2, 1)
    assert not is_carried(2, 2)
    assert not is_carried(0, 0)


@pytest.mark.parametrize(
    ("facts", "beyond"),
    [
        ({}, ""),
        ({"may_start": False}, "mandate"),
        ({"may_start": False, "starts": False}, ""),
        ({"cents": 501}, "each"),
        ({"cents": 300}, "purse"),
        ({"cents": 200}, ""),
    ],
)
def test_a_mandate_has_three_edges(facts, beyond):
    within = {"may_start": True, "starts": True, "cents": 0, "cents_each": 500, "cents_left": 250}
    assert what_is_beyond(**{**within, **facts}) == beyond
