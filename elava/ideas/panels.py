from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.journal.beginnings import threads_begin_with
from elava.journal.parts import Part, part_reader, part_word
from elava.ui.panels import nav, panel

from . import queries
from .models import Idea
from .rules import may_record_for_others, may_screen

MOST, OFFERS = 30, 5

nav(10, _("Ideas"), "ideas")
nav(80, _("Answers"), "results")
nav(20, _("Write down an idea"), "entry", who=may_record_for_others, area="desk")
nav(30, _("To read and to judge"), "queue", who=may_screen, area="desk")


def parts(ids, person):
    """Ideas on a thread, and the answers that they got."""
    found = Idea.objects.seen_by(person).filter(pk__in=ids)
    for idea in found.select_related("answer__body", "intake"):
        spoken = idea.lang
        yield Part(
            "idea", str(idea), idea.created_on, idea.get_absolute_url(), idea.text, spoken, spoken
        )
        if idea.answer and idea.stage == Idea.Stage.ANSWERED:
            outcome = idea.answer.get_outcome_display()
            reason = idea.answer.reason
            yield Part("answer", outcome, idea.answer.at, "", str(reason), reason.lang)


def waiting_to_be_read(request, _subject):
    """The desk's first pile: what came in, in one queue."""
    count = sum(
        pile.count()
        for pile in (
            queries.ideas_to_read(request.person),
            queries.comments_to_read(request.person),
            queries.reports_to_settle(),
            queries.appeals_to_answer(),
        )
    )
    return {"count": count, "url": reverse("queue")} if count else None


def waiting_for_an_answer(request, _subject):
    """The desk's pile of open ideas by their date."""
    return queries.top_of_pile("to-answer", request.person)


def answered_later(request, _subject):
    """Open ideas that may wait: they are there to be taken to a meeting, and press nobody."""
    pile = queries.top_of_pile("later", request.person)
    return pile and pile | {"weight": 0}


def due_to_be_looked_at(request, _subject):
    """Answers whose day to look again has come."""
    return queries.top_of_pile("to-look-at", request.person)


def offers_waiting(request, _subject):
    """Offers of help that nobody has thanked for."""
    waiting = queries.offers_to_thank(request.person)
    found = list(waiting[:OFFERS])
    for offer in found:
        offer.url = reverse("thank_offer", args=[offer.pk])
    count = waiting.count() if len(found) == OFFERS else len(found)
    return {"found": found, "count": count, "more": count - len(found)} if found else None


def waiting_for_a_meeting(request, _subject):
    """Ideas on their way to a meeting."""
    return queries.top_of_pile("to-decide", request.person)


def waiting_for_others(request, _subject):
    """Answered ideas with a follow-up on a coming day."""
    return queries.top_of_pile("waiting", request.person)


def answering_ideas(request, challenge):
    """The ideas that answer a challenge, and the door to one's own."""
    found = queries.ideas_answering(challenge, request.person)[:MOST]
    give = f"{reverse('new_idea')}?challenge={challenge.pk}" if challenge.takes_ideas else ""
    return {"ideas": queries.dressed(found), "give": give}


part_reader("idea", _("Idea"), parts, rank=30)
part_word("answer", _("Answer"), rank=50)
threads_begin_with(Idea)
panel("desk.to_answer", 10, waiting_to_be_read, "ideas/piles/to_read.html")
panel("desk.to_answer", 20, waiting_for_an_answer, "ideas/piles/rows.html")
panel("desk.to_answer", 30, due_to_be_looked_at, "ideas/piles/rows.html")
panel("desk.to_answer", 40, offers_waiting, "ideas/piles/offers.html")
panel("desk.to_decide", 10, waiting_for_a_meeting, "ideas/piles/rows.html")
panel("desk.to_decide", 40, answered_later, "ideas/piles/rows.html")
panel("challenge.page", 10, answering_ideas, "ideas/parts/answering.html")
panel("desk.waiting", 10, waiting_for_others, "ideas/piles/rows.html")
