"""The minutes: drafted from what happened, with persons and what they said of
their interests as ids, so that both can be erased."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from elava.decisions.models import Attendance, Decision, Item, Meeting, Minutes

from .room import room_of, seats_of


def newest_minutes(meeting):
    """The last version of a meeting's minutes, or None."""
    return Minutes.objects.filter(meeting=meeting).order_by("-version").first()


def published_minutes(meeting):
    """The last version whose extract everybody may read, or None."""
    shown = Minutes.objects.public().filter(meeting=meeting)
    return shown.order_by("-version").first()


def is_checked(minutes):
    """Enough people have found this version right, and nobody has found it wrong."""
    said = list(minutes.checks.values_list("is_right", flat=True))
    return all(said) and len(said) >= minutes.meeting.body.minutes_checkers


def checks_of(minutes):
    """The checks of a version in their order, each with `name`: who, and who noted it for them."""
    rows = list(minutes.checks.select_related("person", "entered_by").order_by("pk"))
    for row in rows:
        row.name = row.person.called
        if row.entered_by:
            names = {"who": row.person.called, "by": row.entered_by.called}
            row.name = _("%(who)s (noted by %(by)s)") % names
    return rows


def content_of(meeting):
    """All that the minutes tell, as plain data in the language in which it was said."""
    seats = seats_of(meeting)
    return {
        "number": _number(meeting),
        "body": dict(meeting.body.name),
        "place": meeting.place,
        "opened_at": _stamp(meeting.opened_at),
        "closed_at": _stamp(meeting.closed_at),
        "called_on": str(localdate(meeting.created_at)),
        "chair": _id(meeting.chair_id),
        "secretary": _id(meeting.secretary_id),
        "present": _present(meeting),
        "absent": _absent(meeting, seats),
        "votes": len(room_of(meeting, seats=seats).votes),
        "quorum": meeting.body.quorum,
        "rule_version": meeting.body.rule_version,
        "items": [_item(item) for item in _items(meeting)],
    }


def _number(meeting):
    before = Meeting.objects.filter(
        body=meeting.body, starts_at__lt=meeting.starts_at, opened_at__isnull=False
    )
    return before.count() + 1


def _present(meeting):
    came = Attendance.objects.filter(meeting=meeting).select_related(
        "membership__for_organisation", "membership__deputy_of"
    )
    return [
        {
            "person": _id(one.membership.person_id),
            "organisation": _name(one.membership.for_organisation),
            "role": one.membership.role,
            "is_remote": one.is_remote,
            "came_at": _stamp(one.came_at),
            "left_at": _stamp(one.left_at),
        }
        for one in came.order_by("came_at", "pk")
    ]


def _absent(meeting, seats):
    came = set(Attendance.objects.filter(meeting=meeting).values_list("membership_id", flat=True))
    heard = {_seat(seat) for seat in seats if seat.pk in came}
    missing = {_seat(seat): _name(seat.for_organisation) for seat in seats}
    return sorted(name for seat, name in missing.items() if name and seat not in heard)


def _seat(seat):
    return seat.for_organisation_id or seat.deputy_of_id or seat.pk


def _items(meeting):
    found = Item.objects.filter(meeting=meeting).prefetch_related(
        "parts", "interests__membership__for_organisation", "decisions__carriers__organisation",
        "decisions__votes__membership__for_organisation", "decisions__proposed_to",
        "decisions__handover",
    )  # fmt: skip
    return found.order_by("order", "pk")


def _item(item):
    decision = next((one for one in item.decisions.all() if one.undone_at is None), None)
    return {
        "title": item.title,
        "brief": item.brief,
        "is_confidential": item.is_confidential,
        "ideas": [_id(part.idea_id) for part in item.parts.all()],
        "next_time": item.postponed_because if item.postponed_at else "",
        "is_next_time": item.postponed_at is not None,
        "interests": [_interest(one) for one in item.interests.all() if one.said],
        "decision": _decision(decision) if decision else None,
    }


def _interest(interest):
    return {
        "id": _id(interest.pk),
        "person": _id(interest.membership.person_id),
        "organisation": _name(interest.membership.for_organisation),
        "because": interest.because,
        "said": interest.said,
    }


def _decision(decision):
    handover = getattr(decision, "handover", None)
    return {
        "id": _id(decision.pk),
        "outcome": decision.outcome,
        "method": decision.method,
        "reason": dict(decision.reason),
        "votes_for": decision.votes_for,
        "votes_against": decision.votes_against,
        "votes_abstaining": decision.votes_abstaining,
        "votes_present": decision.votes_present,
        "quorum_needed": decision.quorum_needed,
        "warnings": decision.warnings,
        "beyond": decision.beyond,
        "proposed_to": dict(decision.proposed_to.name) if decision.proposed_to else None,
        "cents": decision.cents,
        "follow_up": decision.follow_up,
        "condition": decision.condition,
        "joined_to": _id(decision.joined_to_id),
        "due_on": str(decision.due_on or (handover.due_on if handover else "") or ""),
        "receiver": handover.receiver_name if handover else "",
        "asks": handover.asks if handover else "",
        "carriers": [one.organisation.name for one in decision.carriers.all()],
        "votes": [
            [_name(vote.membership.for_organisation), vote.value] for vote in decision.votes.all()
        ]
        if decision.method == Decision.Method.VOTE
        else [],
    }


def _stamp(moment):
    return moment.isoformat() if moment else ""


def _id(key):
    return str(key) if key else ""


def _name(organisation):
    return organisation.name if organisation else ""
