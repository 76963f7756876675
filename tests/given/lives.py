"""Somebody about whom the house holds all that it can hold of a person."""

from datetime import timedelta

from elava.decisions.actions import (
    add_free_item,
    attend,
    call_meeting,
    check_minutes,
    close_meeting,
    decide,
    declare_interest,
    open_meeting,
)
from elava.decisions.models import Decision, Item, Vote
from elava.desk.actions import start_absence
from elava.foundation import clock
from elava.ideas.actions import (
    answer_appeal,
    appeal_hiding,
    begin_import,
    give_idea,
    hide_post,
    join_team,
    make_cluster,
    offer_help,
    report_post,
    write_comment,
)
from elava.ideas.models import Hiding, Idea, Intake
from elava.network.actions import start_membership
from elava.network.models import Body
from elava.notices.actions import deliver_by_hand
from elava.notices.models import Message
from elava.notices.worker import Worker
from elava.people.actions import attach_document, record_consent
from elava.people.models import OPERATOR, Attachment, Consent, KeyHolder
from elava.public.actions import answer_feedback, give_feedback
from elava.rights.actions import ask_for, do_request

from .accounts import an_account, an_app_of
from .decisions import a_deciding_body, a_seat, an_organisation
from .files import an_upload
from .ideas import an_idea
from .people import a_body, a_coordinator, a_person
from .rights import a_full_life


def a_life_in_every_table(word):
    """A resident, coordinator and member at once; `word` stands in what they wrote."""
    person, idea = a_full_life(word=word)
    other = a_coordinator("Risto")
    start_membership(person, by=OPERATOR, source=word, body=a_body("coordination"))
    person = type(person).objects.get(pk=person.pk)
    an_app_of(an_account(person, f"{word.lower()}@example.org"))
    in_company(idea, person, word)
    at_the_desk(person, other, word)
    at_a_table(person, word)
    Worker().drain()
    waiting = Message.objects.filter(state=Message.State.BY_HAND).order_by("pk")
    for message in waiting[:1]:
        deliver_by_hand(message, by=person)
    hiding = hide_post(idea, by=other, reason=Hiding.Reason.OTHER, message={"fi": word})
    appeal_hiding(hiding, by=KeyHolder(idea.receipt), words=word)
    answer_appeal(hiding, by=other, shows_again=True, words=word)
    return type(person).objects.get(pk=person.pk), idea


def in_company(idea, person, word):
    """Help offered, a team, a comment: signed in, and as the holder of the slip."""
    offer_help(idea, by=person, what=word, called=word, contact=word)
    another = an_idea(is_open=True)
    join_team(another, by=person, called=word, contact=word, token="a" * 64)
    join_team(idea, by=KeyHolder(idea.receipt), called=word, contact=word, token="b" * 64)
    comment = write_comment(idea, by=person, text=word, called=word, language="fi")
    hide_post(comment, by=a_coordinator(), reason=Hiding.Reason.OTHER, message={"fi": word})
    report_post(idea, by=person, reason=Hiding.Reason.OTHER, words=word)
    paper = an_upload(b"%PDF-1.7", f"{word}.pdf")
    attach_document(idea, paper, by=person, purpose=Attachment.For.IDEA)


def at_the_desk(person, other, word):
    """What somebody does and asks for at the desk."""
    give_idea(
        "Kortilta luettu", by=person, door=Intake.Door.PAPER, language="fi",
        visibility=Idea.Visibility.WITHOUT_NAME, spoken_by=Intake.Speaker.RELAY,
    )  # fmt: skip
    give_idea(
        "Puhelimessa kuultu", by=person, door=Intake.Door.PHONE, language="fi",
        visibility=Idea.Visibility.WITHOUT_NAME,
    )  # fmt: skip
    pair = [an_idea(is_open=True) for _each in range(2)]
    make_cluster(pair, by=person, title="Penkit", why="Sama asia.")
    begin_import("Asukaskysely", by=person, file_hash="0" * 64)
    record_consent(
        a_person(), by=person, purpose=Consent.For.NAME, said=Consent.Said.GIVEN,
        text="Nimi näkyy.", channel="phone",
    )  # fmt: skip
    answer_feedback(give_feedback(word, by=person, contact=word), by=other, answer=word)
    today = clock.today()
    start_absence(person, by=person, deputy=other, since=today, until=today)
    week = timedelta(days=7)
    start_absence(other, by=other, deputy=person, since=today + week, until=today + week)
    ask_for(person, by=person, kind="take", channel="own_page")
    do_request(ask_for(a_person(), by=other, kind="take", channel="phone"), by=person)


def at_a_table(person, word):
    """Chair and secretary of a meeting that voted, and reader of the minutes of another."""
    body = a_deciding_body(Body.Kind.STEERING)
    seat = start_membership(
        person, by=OPERATOR, source=word, body=body, for_organisation=an_organisation()
    )
    seats = [seat, *(a_seat(body, organisation=an_organisation()) for _each in range(2))]
    for runs in (person, a_coordinator()):
        meeting = call_meeting(
            body, by=runs, place="Sali", starts_at=clock.now(), chair=runs, secretary=runs
        )
        for one in seats:
            attend(meeting, by=runs, membership=one)
        add_free_item(meeting, by=runs, title="Asia")
        meeting = open_meeting(meeting, by=runs)
        item = Item.objects.get(meeting=meeting)
        declare_interest(item, by=runs, membership=seat, leaves=False, words=word)
        votes = {str(one.for_organisation_id): Vote.Value.FOR for one in seats}
        decide(
            item, by=runs, outcome=Decision.Outcome.TRY, reason={"fi": "Kokeillaan."},
            method=Decision.Method.VOTE, votes=votes,
        )  # fmt: skip
        meeting = close_meeting(meeting, by=runs)
        reads = seats[1].person if runs == person else person
        check_minutes(meeting, by=runs, person=reads, is_right=True,
                      remark="" if runs == person else word)  # fmt: skip
