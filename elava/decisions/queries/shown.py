"""What the pages of a meeting show: rows with their words made ready."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from elava.decisions.models import Decision, Interest
from elava.ideas.models import Idea
from elava.network.models import Membership
from elava.ui.numbers import euros
from elava.ui.prose import excerpt

from .agenda import items_of
from .room import cents_left, present_in

OUTCOME_STAGE = {
    "try": "running", "try_if": "running", "join": "joined", "elsewhere": "elsewhere",
    "not_now": "notnow", "agreed": "ready", "refused": "notnow", "noted": "read",
}  # fmt: skip


LONGEST_PROJECTED, MOST_PROJECTED = 600, 3


def agenda_of(meeting):
    """The items in their order, each with its ideas, where it stands and its words."""
    items = list(items_of(meeting))
    for place, item in enumerate(items, 1):
        item.place = place
        item.ideas = [part.idea for part in item.idea_parts]
        item.decision = next(iter(item.decisions_in_force), None)
        item.is_settled = bool(item.decision or item.postponed_at)
        item.said = _said(item)
        item.heard_of = _heard_of(item)
        item.short = excerpt(item.brief or " ".join(idea.text for idea in item.ideas), 220)
    return items


def _said(item):
    if item.decision:
        said = item.decision.get_outcome_display()
        if item.decision.is_proposal:
            facts = {"above": item.decision.proposed_to, "what": said}
            return _("Proposed to %(above)s: %(what)s") % facts
        return said
    return _("Next time") if item.postponed_at else ""


def _heard_of(item):
    if not item.ideas:
        return ""
    doors = ", ".join(dict.fromkeys(idea.intake.get_door_display() for idea in item.ideas))
    count = len(item.ideas)
    said = ngettext("%(count)d idea, %(doors)s", "%(count)d ideas, %(doors)s", count)
    return said % {"count": count, "doors": doors}


def public_agenda(items):
    """Items whose title everybody may read before the meeting, and how many are not among them."""
    ids = [idea.pk for item in items for idea in item.ideas]
    shown = set(Idea.objects.public().filter(pk__in=ids).values_list("pk", flat=True))
    titled = [item for item in items if any(idea.pk in shown for idea in item.ideas)]
    return titled, len(items) - len(titled)


def projected(item, items):
    """The item on the table as the wall of the room shows it: the givers' words, count, next."""
    about_ideas = [one for one in items if one.ideas]
    left = [one for one in items if not one.is_settled and one is not item]
    words = [excerpt(idea.text, LONGEST_PROJECTED) for idea in item.ideas[:MOST_PROJECTED]]
    return {
        "words": words or [excerpt(item.brief, LONGEST_PROJECTED)],
        "place": about_ideas.index(item) + 1 if item.ideas else 0,
        "of": len(about_ideas),
        "more": max(0, len(item.ideas) - MOST_PROJECTED),
        "next": left[0].title if left else "",
    }


def name_of(seat):
    """A member as they are called in the room: name, and the house they speak for."""
    house = seat.for_organisation
    return f"{seat.person} · {house}" if house else str(seat.person)


def table_of(meeting, seats, ticked=None):
    """Those who may sit at the table, with where each is: as noted, or as `ticked` just now."""
    present = present_in(meeting).items()
    here, remote = ticked or (
        {key for key, one in present if not one.is_remote},
        {key for key, one in present if one.is_remote},
    )
    rows = []
    for seat in sorted(seats, key=lambda seat: (seat.role == Membership.Role.DEPUTY, seat.pk)):
        rows.append(
            {
                "key": str(seat.pk),
                "name": name_of(seat),
                "role": seat.get_role_display(),
                "stands_for": seat.deputy_of.person.called if seat.deputy_of else "",
                "is_here": seat.pk in here,
                "is_remote": seat.pk in remote,
            }
        )
    return rows


def interests_of(item, room):
    """The ties to an item of those at the table, in words, those not asked yet first."""
    present = {member.key for member in room.members if member.is_present}
    found = Interest.objects.filter(item=item).order_by("said", "pk")
    rows = [one for one in found if one.membership_id in present]
    for one in rows:
        one.name = name_of(room.names[one.membership_id])
        one.why = one.words or one.get_because_display()
        one.answer = one.get_said_display()
    return rows


def room_in_words(room):
    """The live quorum, and what is out of balance, in sentences."""
    here = len(room.votes)
    said = ngettext("%(here)d vote at the table", "%(here)d votes at the table", here)
    warnings = {
        "public": _("Public bodies hold more than %(share)d %% of the votes.")
        % {"share": room.body.ceiling_for_public_bodies},
        "organisation": _("One organisation holds more than half of the votes."),
        "group": _("One sponsor stands behind more than half of the votes."),
    }
    return {
        "votes": said % {"here": here},
        "needed": _("%(needed)d are needed") % {"needed": room.needed},
        "is_quorate": room.is_quorate,
        "warnings": [warnings[name] for name in room.imbalances],
    }


def mandate_of(body):
    """The mandate and the purse, in words."""
    if not body.may_start_experiments:
        return _("This body proposes; another one decides.")
    facts = {"each": euros(body.cents_each / 100), "left": euros(cents_left(body) / 100)}
    return _("At most %(each)s at a time; %(left)s may still be promised.") % facts


def decisions_to_read_back(items, person):
    """What will be read aloud: each item with its decision, reason and follow-up."""
    titles = titles_joined([item.decision for item in items if item.decision], person)
    for item in items:
        decision = item.decision
        if decision is None:
            continue
        decision.follow = follow_up_of(decision, titles)
        decision.kind = OUTCOME_STAGE[decision.outcome]
    return items


def titles_joined(decisions, person):
    """Idea id → title, for the ideas that decisions join others with and this person may see."""
    ids = [decision.joined_to_id for decision in decisions if decision.joined_to_id]
    return dict(Idea.objects.seen_by(person).filter(pk__in=ids).values_list("pk", "title"))


def follow_up_of(decision, titles):
    """The one follow-up of a decision, in a sentence, or nothing; `titles` from titles_joined."""
    outcome, handover = Decision.Outcome, getattr(decision, "handover", None)
    if decision.outcome == outcome.ELSEWHERE and handover:
        return _("%(who)s is asked: %(what)s") % {
            "who": handover.receiver_name, "what": handover.asks,
        }  # fmt: skip
    if decision.joined_to_id in titles:
        return _("Together with: %(title)s") % {"title": titles[decision.joined_to_id]}
    if decision.condition:
        return _("If: %(condition)s") % {"condition": decision.condition}
    return decision.follow_up
