"""Who may shape the network, and how a body counts: pure functions over memberships."""

import rules

from elava.foundation.access import is_coordinator

from .models import Membership

LEADERS = {"chair", "vice_chair", "secretary", "contact", "head"}


@rules.predicate
def leads(person, place):
    """The person chairs, keeps the minutes of, or speaks for just this place."""
    return place is not None and any(
        role.of == place.pk and role.name in LEADERS for role in person.roles
    )


@rules.predicate
def works_in_the_network(person, _subject=None):
    """The person has a role in some organisation, group or body today."""
    return bool(person.roles)


may_shape_network = is_coordinator
may_seat_members = is_coordinator | leads
may_describe = is_coordinator | leads
may_move_purse = is_coordinator
may_promise_money = is_coordinator | leads
may_read_directory = works_in_the_network


def voices(body, present):
    """One membership for each vote among the memberships present.

    A deputy speaks only where the one they stand for is away. Where one organisation has one vote,
    the first of its members speaks; nobody speaks twice.
    """
    votes, heard = [], set()
    present = [one for one in present if one.role in Membership.VOTING]
    here = {one.pk for one in present}
    for one in sorted(present, key=lambda one: one.role == Membership.Role.DEPUTY):
        if one.deputy_of_id in here:
            continue
        speakers = {("person", one.person_id)}
        if body.one_organisation_one_vote and one.for_organisation_id:
            speakers.add(("organisation", one.for_organisation_id))
        if not speakers & heard:
            heard |= speakers
            votes.append(one)
    return votes


def is_quorate(body, present):
    """Enough votes are present for a decision."""
    return len(voices(body, present)) >= max(body.quorum, 1)


def votes_of_public_bodies(votes):
    """How many of the votes belong to public bodies."""
    return sum(1 for one in votes if one.for_organisation and one.for_organisation.is_public_body)


def share_of_public_bodies(votes):
    """The share of public bodies in the votes, in whole per cents, rounded up."""
    return -(-100 * votes_of_public_bodies(votes) // len(votes)) if votes else 0


def keeps_public_ceiling(body, votes):
    """Public bodies hold no more of the votes than the body's ceiling, in per cent.

    At most 49 % in a local action group: Regulation (EU) 2021/1060, article 31(2)(b) forbids
    that one interest group controls the decisions.
    """
    return 100 * votes_of_public_bodies(votes) <= body.ceiling_for_public_bodies * len(votes)


def is_within_mandate(body, cents, promised):
    """The body may promise a sum itself, with so much promised before; else it proposes."""
    return (
        body.may_start_experiments
        and cents <= body.cents_each
        and promised + cents <= body.cents_in_all
    )
