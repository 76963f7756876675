from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from elava.foundation import clock
from elava.foundation.actions import permitted_to_write
from elava.foundation.errors import NotAllowed, NotNow
from elava.network.actions import end_membership, join_group, start_membership
from elava.network.models import Membership, Seat
from elava.network.queries import members_on, organisations_in, votes_of
from elava.people.models import NOBODY, OPERATOR
from tests.given.journal import the_last_entry
from tests.given.network import a_group, a_member, a_support_group, an_organisation
from tests.given.people import a_coordinator, a_person

SPRING, SUMMER, AUTUMN, WINTER = (date(2026, month, 1) for month in (3, 6, 9, 12))


def test_a_role_leaves_a_trace_with_the_person_it_is_about():
    body, person = a_support_group(), a_person()
    membership = start_membership(person, by=a_coordinator(), source="puhelu", body=body)
    entry = the_last_entry(membership)
    assert (entry.verb, entry.for_person, entry.fields) == (
        "membership.started", person, {"role": "member"},
    )  # fmt: skip


def test_only_the_coordinator_and_those_who_lead_a_place_give_roles_in_it():
    ours, other = a_group(), a_group()
    chair = a_member(ours, role=Membership.Role.CHAIR).person
    start_membership(a_person("Veikko"), by=chair, source="ryhmä", group=ours)
    for by in (chair, NOBODY, a_person("Ville")):
        with pytest.raises(NotAllowed):
            start_membership(a_person("Vieno"), by=by, source="ryhmä", group=other)


def test_the_same_role_does_not_run_twice():
    body = a_support_group()
    first = a_member(body, since=SPRING)
    with pytest.raises(NotNow):
        start_membership(first.person, by=OPERATOR, source="test", since=SUMMER, body=body)


def test_a_past_role_may_come_back_but_not_overlap():
    body = a_support_group()
    first = a_member(body, since=SPRING, until=AUTUMN)
    again = {"by": OPERATOR, "source": "test", "body": body}
    with pytest.raises(NotNow):
        start_membership(first.person, since=SUMMER, until=WINTER, **again)
    with pytest.raises(NotNow):
        start_membership(first.person, since=AUTUMN, **again)
    start_membership(first.person, since=WINTER, **again)
    start_membership(first.person, since=SUMMER, role=Membership.Role.CHAIR, **again)


days = st.dates(date(2026, 1, 1), date(2026, 2, 28))
stretches = st.tuples(days, st.none() | days).filter(lambda s: s[1] is None or s[0] <= s[1])


@given(stretches, stretches)
def test_overlap_is_sharing_a_day(one, other):
    def of(stretch):
        since, until = stretch
        return {date.fromordinal(day) for day in range(
            since.toordinal(), (until or date(2026, 12, 31)).toordinal() + 1)}  # fmt: skip

    with transaction.atomic():
        organisation, group = an_organisation(), a_group()
        join_group(organisation, by=OPERATOR, group=group, since=one[0], until=one[1])
        found = Seat.objects.filter(group=group).overlapping(*other).exists()
        assert found == bool(of(one) & of(other))
        transaction.set_rollback(True)


def test_the_database_itself_refuses_a_second_running_role():
    first = a_member(a_support_group())
    twin = Membership(person=first.person, body=first.body, since=SPRING, source="ohi")
    with permitted_to_write("test"), pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


@pytest.mark.parametrize(
    "wrong",
    [{"until": date(2026, 1, 1)}, {"group": True}, {"body": None}],
    ids=["ends before it starts", "is in two places", "is nowhere"],
)
def test_the_database_refuses_a_role_that_cannot_be(wrong):
    wrong = {name: a_group() if value is True else value for name, value in wrong.items()}
    facts = {"person": a_person(), "body": a_support_group(), "since": SPRING, "source": "ohi"}
    with permitted_to_write("test"), pytest.raises(IntegrityError), transaction.atomic():
        Membership(**facts | wrong).save()


def test_a_deputy_stands_for_a_member_of_the_same_body():
    member = a_member(a_support_group())
    with pytest.raises(NotNow):
        a_member(a_support_group(), role=Membership.Role.DEPUTY, deputy_of=member)
    a_member(member.body, role=Membership.Role.DEPUTY, deputy_of=member)


def test_the_last_day_of_a_role_still_counts():
    member = a_member(a_support_group(), since=SPRING)
    end_membership(member, by=OPERATOR, on=SUMMER)
    assert list(members_on(member.body, SUMMER)) == [member]
    assert not members_on(member.body, AUTUMN)
    with pytest.raises(NotNow):
        end_membership(member, by=OPERATOR, on=AUTUMN)


def test_each_organisation_of_a_body_has_one_vote():
    body, ours, theirs = a_support_group(), an_organisation(), an_organisation()
    for organisation in (ours, ours, theirs):
        a_member(body, for_organisation=organisation)
    a_member(body, role=Membership.Role.SECRETARY)
    today = clock.today()
    assert len(votes_of(body, today)) == 2
    assert list(organisations_in(body, today)) == sorted([ours, theirs], key=lambda o: o.name)


def test_roles_of_another_programme_are_out_of_reach(other_programme):
    from django_scopes import scope

    body = a_support_group()
    with scope(programme=other_programme):
        stranger = a_person("Olli")
    with pytest.raises((NotAllowed, NotNow)):
        start_membership(stranger, by=OPERATOR, source="ohi", body=body)
