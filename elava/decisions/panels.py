from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.foundation import clock
from elava.ideas.queries import claims_come_from
from elava.journal.parts import Part, part_reader
from elava.network.queries import titles_are_told_by
from elava.ui.dates import day, moment
from elava.ui.panels import nav, panel

from .models import Decision, HandOver, Meeting
from .queries.agenda import given_back, meeting_on_its_way, meeting_that_holds, meetings
from .queries.desk import answers_leave, matters_to_finish
from .queries.handovers import figures, handovers_waiting, stage_shown
from .queries.shown import follow_up_of, titles_joined
from .rules import has_meetings_as_desk, may_hand_over, may_run

nav(30, gettext_lazy("Meetings"), "meetings")
nav(5, gettext_lazy("Your meetings"), "meetings", who=has_meetings_as_desk.test, area="desk")


def decision_parts(ids, person):
    """Decisions on a thread: who decided, how, and what follows."""
    made = Decision.objects.seen_by(person).filter(pk__in=ids)
    made = list(made.select_related("item__meeting__body", "proposed_to", "handover"))
    titles = titles_joined(made, person)
    for decision in made:
        meeting = decision.item.meeting
        facts = {"body": meeting.body, "above": decision.proposed_to}
        if decision.is_proposal:
            title = _("%(body)s proposes this to: %(above)s") % facts
        else:
            title = _("%(body)s decided in its meeting") % facts
        words = [decision.get_method_display(), follow_up_of(decision, titles)]
        text = ". ".join(word for word in words if word)
        yield Part("decision", title, decision.confirmed_at, meeting.get_absolute_url(), text)


def handover_parts(ids, person):
    """Hand-overs on a thread: who was asked, by when, and what they said."""
    rows = HandOver.objects.seen_by(person).filter(pk__in=ids, asked_on__isnull=False)
    for row in rows:
        title = _("Taken elsewhere: %(who)s was asked") % {"who": row.receiver_name}
        said = row.done_words or row.refused_because
        state = _("%(stage)s. Asked for an answer by %(day)s.") % {
            "stage": row.stage.label, "day": day(row.due_on),
        }  # fmt: skip
        yield Part(
            "handover", title, row.asked_on, row.get_absolute_url(), f"{state} {said}",
            is_end=bool(row.refused_on or row.done_on or row.taken_back_on),
        )  # fmt: skip


def meetings_to_run(request, _subject):
    """The meetings that are not finished yet, each with its next step."""
    rows = matters_to_finish()
    days = [localdate(row.starts_at) for row in rows if row.starts_at >= clock.now()]
    return {"rows": rows, "count": len(rows), "next_on": min(days, default=None)}


def put_off_and_free(_request, _subject):
    """What a body put off that has no meeting ahead: it may be answered, or taken to another."""
    rows = list(given_back().prefetch_related("parts")[:30])
    for row in rows:
        parts = row.parts.all()
        row.url = reverse("idea", args=[parts[0].idea_id]) if parts else row.get_absolute_url()
        said = {"body": row.meeting.body, "why": row.postponed_because}
        row.why = _("%(body)s put it off: %(why)s") % said
    # Its ideas are counted among those on their way to a meeting.
    count = sum(1 for row in rows if not row.parts.all())
    return {"rows": rows, "count": count} if rows else None


def waiting_for_receivers(request, _subject):
    """What was taken elsewhere and has no answer yet."""
    rows = stage_shown(handovers_waiting(request.person)[:30])
    days = [row.due_on for row in rows if row.due_on >= clock.today()]
    return {"rows": rows, "count": len(rows), "next_on": min(days, default=None)}


def doors_from_an_idea(request, idea):
    """For those who keep a body: onto the next agenda, or elsewhere."""
    if not may_hand_over.test(request.person, None) or not idea.is_waiting:
        return None
    if decided_in := meeting_on_its_way(idea):
        return {"idea": idea, "decided_in": decided_in, "leaves": answers_leave(decided_in)}
    coming = meetings([Meeting.Stage.CALLED, Meeting.Stage.OPEN])
    mine = [one for one in coming[:9] if may_run.test(request.person, one)]
    for one in mine:
        one.words = _("Put it on the agenda: %(when)s") % {"when": moment(one.starts_at)}
    return {"idea": idea, "meetings": mine}


def claim_of_a_meeting(idea):
    """What a meeting decides, the desk does not answer."""
    meeting = meeting_that_holds(idea)
    if meeting is None:
        return None
    said = _("This idea is on the agenda of a meeting. The meeting answers it.")
    return said, [(_("See the meeting"), meeting.get_absolute_url())]


def what_the_meeting_told(request, idea):
    """Under an answer: the meeting that decided it, and what a receiver said to it."""
    decision, asked = None, ()
    if idea.answer.body_id:
        made = Decision.objects.seen_by(request.person).filter(answer=idea.answer_id)
        decision = made.select_related("item__meeting__body").order_by("pk").first()
    if idea.answer.outcome == Decision.Outcome.ELSEWHERE:
        seen = HandOver.objects.seen_by(request.person).asked().filter(idea=idea)
        asked = stage_shown(seen.order_by("pk")[:9])
    if decision is None and not asked:
        return None
    meeting = decision and decision.item.meeting
    if meeting:
        facts = {"body": meeting.body, "when": moment(meeting.starts_at)}
        meeting.words = _("What was decided: %(body)s, %(when)s") % facts
    return {"meeting": meeting, "asked": asked}


def door_to_the_receiver(request, idea):
    """An answer that takes an idea elsewhere: ask the receiver by a link, as long as nobody has."""
    if idea.answer.outcome != Decision.Outcome.ELSEWHERE:
        return None
    if not may_hand_over.test(request.person, None) or HandOver.objects.filter(idea=idea).exists():
        return None
    return {"idea": idea}


def results_of_handovers(_request, _subject):
    """The public figures, where anything was taken elsewhere at all."""
    found = figures()
    return {"figures": found} if found.asked else None


def titles_told(ids):
    """The decisions whose matter a purse may name to everybody."""
    return set(Decision.objects.titled_in_public().filter(pk__in=ids).values_list("pk", flat=True))


claims_come_from(claim_of_a_meeting)
titles_are_told_by("decision", titles_told)
part_reader("decision", gettext_lazy("Decision"), decision_parts, rank=40)
part_reader("handover", gettext_lazy("Hand-over"), handover_parts, rank=60)
panel("desk.to_decide", 10, meetings_to_run, "decisions/pile_meetings.html")
panel("desk.to_decide", 15, put_off_and_free, "decisions/pile_put_off.html")
panel("desk.waiting", 20, waiting_for_receivers, "decisions/pile_waiting.html")
panel("idea.page", 60, doors_from_an_idea, "decisions/idea_doors.html")
panel("idea.answered", 10, door_to_the_receiver, "decisions/ask_receiver.html")
panel("idea.told", 10, what_the_meeting_told, "decisions/told_on_idea.html")
panel("results", 30, results_of_handovers, "decisions/results.html")
