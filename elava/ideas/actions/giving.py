"""How an idea comes in, and what its giver may do with it afterwards."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from elava.challenges.actions import take_up_challenge
from elava.challenges.models import Challenge
from elava.challenges.rules import may_carry
from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ideas.models import Idea, IdeaChallenge, IdeaLifeStage, Intake
from elava.ideas.rules import (
    contradictions,
    may_change,
    may_give,
    may_open_again,
    may_record_for_others,
    may_screen,
)
from elava.journal.actions import join_thread, name_thread, open_thread, show_thread
from elava.people.actions import give_receipt
from elava.programmes.models import current_programme

from .names import visible_as_given, visible_for

TITLE_LENGTH = 70
SELF, RELAY = Intake.Speaker.SELF, Intake.Speaker.RELAY


def _let_in(words, by, door, language, spoken_by, how):
    if by.pk and spoken_by != SELF:
        require(may_record_for_others, by)
    recorder = by if by.pk and spoken_by != RELAY else None
    intake = Intake(door=door, language=language, spoken_by=spoken_by, recorded_by=recorder,
                    raw_words=words, **how)  # fmt: skip
    try:
        with transaction.atomic():
            intake.save()
    except IntegrityError:
        key = {"door": door, "external_key": how.get("external_key", "")}
        if not key["external_key"] or not Intake.objects.filter(**key).exists():
            raise
        return None
    return intake


@action
def give_idea(
    text, *, by, door, visibility, language, first_name="", title="", kind=Idea.Kind.UNSORTED,
    area=None, life_stages=(), challenges=(), wants_to_help=False, spoken_by=SELF, **how
):  # fmt: skip
    """A resident's words become an idea; the giver gets a number and a date.

    `how` holds group_size, consent, consent_version, external_key, place and reply_route. A key
    that has come before returns the idea of then, `came_before`, to its recorder and to the desk.
    """
    require(may_give, by)
    _let_unknown_stay_unknown(spoken_by, visibility, how)
    intake = _let_in(text, by, door, language, spoken_by, how)
    if intake is None:
        return _idea_of_then(text, by, door, how["external_key"])
    title = title or title_of(text)
    visibility = visible_for(by, visibility) if spoken_by == SELF else visibility
    thread = open_thread({language: title}, by=by)
    idea = Idea.objects.create(
        intake=intake,
        receipt=give_receipt(by=by),
        thread=thread,
        kind=kind,
        area=area,
        title=title,
        text=text,
        visibility=visibility,
        first_name=first_name if visibility == Idea.Visibility.FIRST_NAME else "",
        wants_to_help=wants_to_help,
        answer_by=clock.today() + timedelta(days=current_programme().answer_days),
    )
    IdeaLifeStage.objects.bulk_create(IdeaLifeStage(idea=idea, life_stage=s) for s in life_stages)
    IdeaChallenge.objects.bulk_create(IdeaChallenge(idea=idea, challenge=c) for c in challenges)
    _tell_of(challenges, idea, by)
    join_thread(thread, idea, by=by)
    verb = "idea.relayed" if spoken_by == RELAY else "idea.given"
    record(verb, idea, by=by, door=door)
    return idea


def _let_unknown_stay_unknown(spoken_by, visibility, how):
    route = how.get("reply_route", "")
    if contradictions(spoken_by=spoken_by, visibility=visibility, reply_route=route):
        raise NotNow(_("Who stays unknown is shown without a name and leaves no contact."))


def _idea_of_then(text, by, door, key):
    """The same words get the same answer; other words are told, and nothing is lost in silence.

    What came before is told to its recorder and to the desk alone, even to whoever knows its words:
    those of a shown idea are public, and its slip opens everything that its giver may do.
    """
    idea = Idea.objects.select_related("intake").get(intake__door=door, intake__external_key=key)
    way_out = [(_("Write down the idea with another number"), reverse("entry"))]
    if not may_open_again.test(by, idea):
        raise NotNow(
            _("This number has come in before, and your text is not stored. Another card needs its "
              "own number, or leave the number empty. The same card is already here: ask the "
              "coordinators for its slip."),
            way_out,
        )  # fmt: skip
    before = idea.intake.raw_words
    if before == text:
        idea.came_before = True
        return idea
    message = _("This number has come in before, with these words: “%(text)s”. Your text is not "
                "stored. If it is another card, check its number or leave the number empty. If it "
                "is the same card, change the words on the slip of then.")  # fmt: skip
    if may_screen.test(by, idea):
        way_out.append((_("Open the idea of then"), idea.get_absolute_url()))
    raise NotNow(message % {"text": before}, way_out)


def _tell_of(challenges, idea, by):
    """The idea answers these challenges: each is told of on the other's thread."""
    for challenge in challenges:
        join_thread(challenge.thread, idea, by=by)
        join_thread(idea.thread, challenge, by=by)


def begin_answering(idea, *, by):
    """The first idea that is shown begins the answer to its open challenges."""
    if idea.stage not in Idea.SHOWN_STAGES:
        return
    for challenge in idea.challenges.filter(stage=Challenge.Stage.OPEN).order_by("pk"):
        if may_carry.test(by, challenge):
            take_up_challenge(challenge, by=by)


def title_of(text):
    """The first sentence of a text, at most 70 characters, cut between words."""
    first = text.strip().splitlines()[0].split(". ")[0].strip()
    if len(first) <= TITLE_LENGTH:
        return first.rstrip(".")
    return first[:TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


@action
def edit_idea(idea, *, by, version, **changes):
    """The giver changes the words, the visibility or the name; the first words stay in the intake.

    `version` is the one that the giver saw: where somebody was faster, both texts are shown.
    """
    idea = Idea.objects.locked(idea)
    require(may_change, by, idea)
    if idea.closed_on:
        raise NotNow(_("This idea has been withdrawn. You can give a new one."))
    if "visibility" in changes:
        changes["visibility"] = visible_as_given(idea, changes["visibility"])
    text = changes.get("text", idea.text)
    if version != idea.version:
        message = _("This idea was changed in the meantime. It now says: “%(text)s”. "
                    "Your own text is below; open the page anew and send it.")  # fmt: skip
        raise NotNow(message % {"text": idea.text}, [(_("Open the page again"), "")])
    before = idea.text
    _let_words_be_read(idea, by, changes)
    for name in ("text", "visibility", "first_name"):
        setattr(idea, name, changes.get(name, getattr(idea, name)))
    if idea.visibility != Idea.Visibility.FIRST_NAME:
        idea.first_name = ""
    if text != before and idea.title == title_of(before):
        idea.title = title_of(text)
        name_thread(idea.thread, {idea.intake.language: idea.title}, by=by)
    idea.version += 1
    idea.save(update_fields=["text", "visibility", "first_name", "title", "version", "stage"])
    is_shown = idea.stage in Idea.SHOWN_STAGES and idea.visibility != Idea.Visibility.NOBODY
    show_thread(idea.thread, by=by, is_public=is_shown and not idea.is_hidden)
    record("idea.edited", idea, by=by, version=idea.version, words=before)
    return idea


@action
def sort_idea(idea, *, by, **facts):
    """Say what the idea is about: kind, title, area, life_stages, challenges, wants_to_help.

    The giver does it with the slip's key, or the desk.
    """
    idea = Idea.objects.locked(idea)
    require(may_change, by, idea)
    if idea.closed_on:
        raise NotNow(_("This idea has been withdrawn. You can give a new one."))
    changed = [name for name in SORTED_BY if name in facts]
    _let_words_be_read(idea, by, facts)
    for name in changed:
        setattr(idea, name, facts[name])
    idea.save(update_fields=[*changed, "stage"])
    if idea.stage == Idea.Stage.HELD:
        show_thread(idea.thread, by=by, is_public=False)
    if "life_stages" in facts:
        idea.life_stages.set(facts["life_stages"])
    if "challenges" in facts:
        idea.challenges.set(facts["challenges"])
        _tell_of(facts["challenges"], idea, by)
        begin_answering(idea, by=by)
    if "title" in changed:
        name_thread(idea.thread, {idea.intake.language: idea.title}, by=by)
    record("idea.sorted", idea, by=by, facts=sorted(facts))
    return idea


def _let_words_be_read(idea, by, changes):
    """New words of a giver are read before they show, as the first ones were.

    Once the idea lies before a group or has its answer, its words stay as they were judged.
    """
    says = ("text", "title", "first_name")
    is_new = any(changes.get(name) not in (None, "", getattr(idea, name)) for name in says)
    if not is_new or may_screen.test(by, idea):
        return
    if idea.stage == Idea.Stage.OPEN:
        idea.stage = Idea.Stage.HELD
    elif idea.stage in Idea.SHOWN_STAGES:
        raise NotNow(
            _("Your idea is already being decided on or has its answer, so its words stay. "
              "You can write a comment under it, or give a new idea."),
            [(_("Open the idea"), idea.get_absolute_url()),
             (_("Give your idea"), reverse("new_idea"))],
        )  # fmt: skip


SORTED_BY = ("kind", "title", "area", "wants_to_help")


@action
def withdraw_idea(idea, *, by, words=""):
    """The giver takes the idea back: from now on it looks missing to everybody else."""
    idea = Idea.objects.locked(idea)
    require(may_change, by, idea)
    if idea.closed_on:
        raise NotNow(_("This idea has already been withdrawn."))
    idea.stage, idea.closed_on = Idea.Stage.WITHDRAWN, clock.today()
    idea.save(update_fields=["stage", "closed_on"])
    show_thread(idea.thread, by=by, is_public=False)
    record("idea.withdrawn", idea, by=by, words=words)
    return idea
