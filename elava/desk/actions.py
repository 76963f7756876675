from datetime import timedelta

from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ideas.actions import give_idea
from elava.ideas.models import Intake
from elava.people.models import KeyHolder
from elava.rights.actions import ask_to_be_told

from .models import Absence
from .queries import possible_deputies, route_of
from .rules import may_be_away, may_end_absence

PAPER = Intake.Door.PAPER
LONGEST_ABSENCE = timedelta(days=92)


@action
def start_absence(person, *, by, deputy, since, until):
    """A coordinator is away from a day to a day; the deputy looks after the desk."""
    require(may_be_away, by, person)
    if until < clock.today() or until < since:
        raise NotNow(_("Choose a last day that lies ahead, after the first one."))
    if until - since > LONGEST_ABSENCE:
        raise NotNow(_("A deputy looks after the desk for three months at most."))
    if not possible_deputies(person).filter(pk=deputy.pk).exists():
        raise NotNow(_("Choose somebody of the coordination or of the support group."))
    absence = Absence.objects.create(person=person, deputy=deputy, since=since, until=until)
    record("absence.started", absence, by=by, for_person=person)
    return absence


@action
def end_absence(absence, *, by):
    """The coordinator is back; the deputy's rights end at the next request."""
    absence = Absence.objects.locked(absence)
    require(may_end_absence, by, absence)
    if absence.ended_on:
        raise NotNow(_("This absence has already ended."))
    absence.ended_on = clock.today()
    absence.save(update_fields=["ended_on"])
    record("absence.ended", absence, by=by, for_person=absence.person)
    return absence


@action
def type_in_cards(cards, *, by, page_key, **shared):
    """Paper cards come in, each with a number and a slip of its own; returns their ideas.

    Each is a dict of row, text, visibility, first_name, kind, to and external_key; `shared` holds
    spoken_by, consent, consent_version and language. A card without a number of its own is known
    by the page's key and its row, so that none comes in twice.
    """
    ideas = []
    for card in cards:
        facts = _facts(card, page_key) | shared
        idea = give_idea(by=by, door=PAPER, **facts)
        if card["to"] and not idea.came_before:
            _leave_contact(idea, card["to"])
        ideas.append(idea)
    return ideas


def _facts(card, page_key):
    facts = {name: card[name] for name in ("text", "visibility", "first_name", "kind")}
    facts["external_key"] = card["external_key"] or f"{page_key}:{card['row']}"
    facts["reply_route"] = route_of(card)
    return facts


def _leave_contact(idea, to):
    """What stands on the card is the giver's own word, whoever types it in."""
    holder, language = KeyHolder(idea.receipt), idea.intake.language
    ask_to_be_told(idea.receipt, to, by=holder, channel=PAPER, language=language)
