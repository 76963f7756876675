"""Who may vote on an item, whether they are enough, and what the count says. No tables here."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Member:
    """A member or deputy of a body, as they stand at one moment on one item.

    `interest_group` is the organisation, or the sponsor behind it; `deputy_of` is a member's key.
    Somebody may hold several seats: `person` tells.
    """

    key: object
    person: object = None
    organisation: object = None
    interest_group: object = None
    is_public_body: bool = False
    is_deputy: bool = False
    deputy_of: object = None
    is_present: bool = True
    is_recused: bool = False

    @property
    def takes_part(self):
        """In the room, and not out of it for this item."""
        return self.is_present and not self.is_recused


@dataclass(frozen=True)
class Voter:
    """One vote: its seat (an organisation, or a member without one), and who casts it."""

    seat: object
    member: Member


def voters(members, *, one_organisation_one_vote):
    """One Voter for each vote at the table now, in the order of `members`, members before deputies.

    A deputy votes only while the member they stand in for takes no part in the item; a deputy
    named for nobody stands in for the members of the same organisation. Nobody votes twice.
    """
    here = [member for member in members if member.takes_part]
    regular = [member for member in here if not member.is_deputy]
    votes, heard = {}, set()
    for member in [*regular, *(m for m in here if m.is_deputy and _may_stand_in(m, regular))]:
        seat = _seat_of(member, one_organisation_one_vote)
        if seat not in votes and member.person not in heard:
            votes[seat] = Voter(seat, member)
            heard |= {member.person} - {None}
    return list(votes.values())


def _may_stand_in(deputy, regular):
    if deputy.deputy_of is not None:
        return all(member.key != deputy.deputy_of for member in regular)
    if deputy.organisation is None:
        return False
    return all(member.organisation != deputy.organisation for member in regular)


def _seat_of(member, one_organisation_one_vote):
    if one_organisation_one_vote and member.organisation is not None:
        return member.organisation
    if member.deputy_of is not None:
        return member.deputy_of
    return member.organisation if member.is_deputy else member.key


def is_quorate(votes, needed):
    """Whether enough votes are at the table; nobody at the table is never enough."""
    return len(votes) >= max(needed, 1)


def imbalances(votes, *, ceiling_for_public_bodies):
    """Which shares are too large: "public", "organisation", "group"; a warning, not a bar.

    Regulation (EU) 2021/1060, article 31(2)(b): no single interest group controls the decisions;
    the 49 % for public bodies stood in (EU) 1303/2013, article 32(2)(b), and is the body's rule.
    """
    total, found = len(votes), []
    if sum(vote.member.is_public_body for vote in votes) * 100 > ceiling_for_public_bodies * total:
        found.append("public")
    if _largest(vote.member.organisation for vote in votes) * 2 > total:
        found.append("organisation")
    elif _largest(vote.member.interest_group for vote in votes) * 2 > total:
        found.append("group")
    return found


def share_of_public_bodies(votes):
    """The share of public bodies in the votes, in whole per cents, rounded up."""
    public = sum(vote.member.is_public_body for vote in votes)
    return -(-100 * public // len(votes)) if votes else 0


def _largest(names):
    return max(Counter(name for name in names if name is not None).values(), default=0)


def fits(votes, *, votes_for, votes_against, votes_abstaining):
    """Whether a count of hands can be true: nobody counted twice, somebody counted at all."""
    counted = votes_for + votes_against + votes_abstaining
    return 0 < counted <= len(votes)


def is_carried(votes_for, votes_against):
    """A proposal is carried by more votes for than against; an equal count carries nothing."""
    return votes_for > votes_against


def what_is_beyond(*, may_start, starts, cents, cents_each, cents_left):
    """Why a decision is beyond a body's mandate: "mandate", "each", "purse", or "" when within."""
    if starts and not may_start:
        return "mandate"
    if cents > cents_each:
        return "each"
    if cents > cents_left:
        return "purse"
    return ""
