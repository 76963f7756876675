"""What is told of meetings and hand-overs, to whom, and what a date brings about."""

from datetime import timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from elava.foundation.access import HOUSE
from elava.foundation.due import due, ripens
from elava.foundation.news import Letter, verb
from elava.journal.queries import the_story_of
from elava.network.queries import members_on
from elava.notices.routes import Route, reached_by
from elava.ui.dates import day, moment

from .actions import carry_out, give_back, remind_receiver
from .models import HandOver, Meeting
from .queries.agenda import meetings_to_carry_out, put_off_without_a_meeting
from .queries.handovers import ReceiversLink, to_be_reminded

SETTLING = timedelta(minutes=15)


def tell_the_members(entry):
    """Whoever has a seat in the body hears when and where it meets."""
    meeting = Meeting.objects.select_related("body").get(pk=entry.subject_id)
    if meeting.stage != Meeting.Stage.CALLED:
        return
    seats = members_on(meeting.body, localdate(meeting.starts_at))
    fields = {"when": moment(meeting.starts_at), "place": meeting.place, "body": meeting.body}
    for person in {seat.person for seat in seats}:
        yield Letter("decisions/called", to=person, about=meeting, fields=fields, delay=SETTLING)


def ask_the_receiver(entry):
    """The receiver gets the link, unless it was taken back or renewed in the meantime."""
    handover = HandOver.objects.get(pk=entry.subject_id)
    if _is_asked(handover) and handover.edition == entry.fields["edition"]:
        yield _to_the_receiver("decisions/asked", handover)


def remind_the_receiver(entry):
    """A week before the day, and on the day: only those who have not answered."""
    handover = HandOver.objects.get(pk=entry.subject_id)
    if _is_asked(handover) and not handover.taken_on:
        yield _to_the_receiver("decisions/reminder", handover)


def tell_the_giver(entry):
    """The giver of the idea hears what the receiver said."""
    handover = HandOver.objects.select_related("idea__receipt").get(pk=entry.subject_id)
    if handover.idea:
        fields = {"said": handover.stage.label, "who": handover.receiver_name}
        words = handover.done_words or handover.refused_because
        yield Letter(
            "decisions/receiver_said", to=handover.idea.receipt, about=handover,
            fields={**fields, "words": words},
        )  # fmt: skip


def _is_asked(handover):
    answered = handover.refused_on or handover.done_on or handover.taken_back_on
    return bool(handover.receiver_email and handover.asked_on and not answered)


def _to_the_receiver(name, handover):
    return Letter(
        name, to=handover, about=handover, opens=ReceiversLink(handover),
        fields={"due": day(handover.due_on)},
    )  # fmt: skip


def remind_those_who_are_asked():
    """What is due in a week or today is remembered, once each."""
    for when, days in (("week", 7), ("today", 0)):
        for handover in to_be_reminded(days):
            told = the_story_of(handover).filter(verb="handover.reminded")
            if when not in {entry.fields["when"] for entry in told}:
                remind_receiver(handover, by=HOUSE, when=when)


def carry_out_what_is_ripe():
    """What meetings decided leaves the house when it can no longer be taken back."""
    ripe = list(meetings_to_carry_out())
    for meeting in ripe:
        carry_out(meeting, by=HOUSE)
    return len(ripe)


def give_back_what_waits_for_nobody():
    """What was put off by a body that has no meeting ahead goes back among what is to decide."""
    waiting = list(put_off_without_a_meeting())
    for item in waiting:
        give_back(item, by=HOUSE)
    return len(waiting)


def _route(handover):
    return Route("email", handover.receiver_email, handover.language)


reached_by("handover", _route)
ripens("decisions.carry_out", carry_out_what_is_ripe)
ripens("decisions.give_back", give_back_what_waits_for_nobody)
due("decisions.remind_receivers", remind_those_who_are_asked, hour=8)

verb("meeting.called", tells=[tell_the_members])
verb("meeting.changed", fields=("changed",))
verb("meeting.called_off")
verb("meeting.opened")
verb("meeting.attended", fields=("is_remote",))
verb("meeting.left")
verb("meeting.attendance_noted", fields=("count",))
verb("meeting.closed")
verb("meeting.reopened")
verb("meeting.carried_out")
verb("agenda.filled", fields=("items",))
verb("item.added")
verb("item.moved", fields=("up",))
verb("item.removed", fields=("title",))
verb("item.taken_up", fields=("meeting",))
verb("item.postponed")
verb("item.undone")
verb("item.given_back", fields=("ideas",))
verb("interests.proposed", fields=("count",))
verb("interest.declared", fields=("leaves",))
verb("decision.made", fields=("outcome",))
verb("decision.confirmed", fields=("outcome",))
verb("decision.proposed", fields=("outcome",), says=_("The meeting proposes it to another body"))
verb("minutes.checked", fields=("is_right",))
verb("minutes.corrected", fields=("before",))
verb("minutes.signed")
verb("minutes.published")
verb("handover.written")
verb(
    "handover.asked",
    fields=("edition",),
    says=_("It was taken elsewhere, with a date"),
    tells=[ask_the_receiver],
)
verb("handover.link_renewed", fields=("edition",), tells=[ask_the_receiver])
verb(
    "handover.answered",
    fields=("said",),
    says=_("The receiver answered"),
    tells=[tell_the_giver],
)
verb("handover.taken_back", says=_("We no longer ask for this elsewhere"))
verb("handover.reminded", fields=("when",), tells=[remind_the_receiver])
