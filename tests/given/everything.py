"""A small town in which everything has happened once: a row in every table that people fill."""

from datetime import timedelta

from elava.challenges.actions import (
    archive_challenge,
    count_heads,
    review_challenge,
    take_up_challenge,
)
from elava.decisions.actions import (
    answer_hand_over,
    check_minutes,
    correct_minutes,
    declare_interest,
    hand_over,
    postpone,
    publish_extract,
    sign_minutes,
)
from elava.decisions.models import Decision, HandOver
from elava.desk.actions import start_absence
from elava.foundation import clock
from elava.ideas.actions import (
    answer_appeal,
    answer_idea,
    appeal_hiding,
    begin_import,
    hide_post,
    join_team,
    make_cluster,
    offer_help,
    open_idea,
    report_post,
    show_comment,
    support_idea,
    write_comment,
)
from elava.ideas.models import Answer, Hiding
from elava.network.actions import join_group, start_membership, take_part_in_project
from elava.network.models import Organisation
from elava.people.actions import (
    attach_document,
    record_consent,
)
from elava.people.models import NOBODY, Attachment, Consent, KeyHolder
from elava.programmes import models as frame
from elava.programmes.actions import add_to_frame, publish_page
from elava.public.actions import answer_feedback, give_feedback
from elava.rights.actions import ask_for

from .challenges import a_challenge, a_group, a_note, a_workshop
from .decisions import an_open_meeting, an_organisation
from .files import an_upload
from .ideas import an_idea
from .people import a_coordinator, a_person
from .rights import a_full_life

WORD = {"fi": "Yhdessä rannassa"}


def everything():
    """Fill the programme; gives the person whose life it is, and the coordinator."""
    person, idea = a_full_life()
    coordinator = a_coordinator("Kerttu")
    a_frame(coordinator)
    a_network(person, coordinator)
    a_year_of_challenges(coordinator)
    company_of(idea, person, coordinator)
    what_was_hidden(coordinator)
    what_was_answered(coordinator)
    a_year_of_meetings(idea, coordinator)
    papers_of_the_desk(person, coordinator)
    return person, coordinator


def a_frame(by):
    """Every noun of the frame, and a page of the programme's own."""
    project = add_to_frame(frame.Project, by=by, slug="oma", name=WORD, purpose=WORD, code="S1")
    area = add_to_frame(frame.Area, by=by, slug="keskusta", name=WORD)
    goal = add_to_frame(frame.StrategyGoal, by=by, owner=WORD, name=WORD)
    add_to_frame(frame.Aim, by=by, slug="ilo", name=WORD, words=WORD, goals=[goal])
    add_to_frame(
        frame.Place, by=by, slug="kirjasto", area=area, name=WORD, address="Ranta 1",
        how_to_get_there=WORD,
    )  # fmt: skip
    for noun in (frame.LifeStage, frame.Audience, frame.InclusionKind):
        add_to_frame(noun, by=by, slug="kaikki", name=WORD)
    add_to_frame(frame.Link, by=by, url="https://example.org/", name=WORD)
    add_to_frame(frame.Banner, by=by, project=project, alt=WORD, embed_words=WORD)
    add_to_frame(
        frame.FunderPack, by=by, name="Rahoittaja", mark=WORD, mark_alt=WORD, emblem_words=WORD,
        indicator_set="Omat", valid_from=clock.today(),
    )  # fmt: skip
    add_to_frame(frame.CrisisLine, by=by, slug="linja", name=WORD, phone="112", words=WORD)
    add_to_frame(frame.Word, by=by, key=frame.Word.Key.values[0], words=WORD)
    publish_page(
        "malli", by=by, title=WORD, lead=WORD, note=WORD, closing=WORD,
        sources=[{"number": 1, "name": WORD, "url": "https://example.org/"}],
        parts=[{"heading": WORD, "words": WORD, "sources": [1],
                "facts": [{"label": WORD, "cents": 100, "sources": [1]}]}],
    )  # fmt: skip


def a_network(person, by):
    """An association in a group and in a project, in which the person works."""
    house = an_organisation(
        kind=Organisation.Kind.ASSOCIATION, what_it_does=WORD, who_is_welcome=WORD,
        website="https://example.org/", email="yhdistys@example.org", phone="015 123",
    )  # fmt: skip
    group = a_group()
    join_group(house, by=by, group=group)
    start_membership(person, by=by, source="test", organisation=house)
    start_membership(person, by=by, source="test", group=group)
    take_part_in_project(house, by=by, project=frame.Project.objects.get(slug="oma"))


def a_year_of_challenges(by):
    """Workshops with a wall, a challenge that is open and one that is over."""
    workshop = a_workshop()
    a_note(workshop=workshop, note_group="Seura")
    count_heads(workshop, by=by, who="adult", key="k" * 20, change=5)
    stages = list(frame.LifeStage.objects.all())
    goals = list(frame.StrategyGoal.objects.all())
    a_challenge(is_open=True, life_stages=stages, goals=goals)
    over = take_up_challenge(a_challenge(is_open=True), by=by)
    over = review_challenge(over, by=by, review=WORD)
    archive_challenge(over, by=by, reason="Tehty.")


def company_of(idea, person, by):
    """Support, offers, a team and words from people with a name and without."""
    support_idea(idea, by=NOBODY, token="t" * 64)
    for somebody in (NOBODY, person):
        offer_help(idea, by=somebody, what="Kannan penkin", called="Aino", contact="040 1")
        join_team(idea, by=somebody, called="Aino", contact="040 1", token=f"{somebody.pk}"[:64])
        comment = write_comment(idea, by=somebody, text="Hyvä.", called="Aino", language="fi")
        if comment.stage == comment.Stage.HELD:
            comment = show_comment(comment, by=by)
    report_post(comment, by=NOBODY, reason=Hiding.Reason.OTHER, words="Katsokaa tätä.")
    report_post(idea, by=NOBODY, reason=Hiding.Reason.OTHER, words="Katsokaa tätä.")
    make_cluster([idea, an_idea(is_open=True)], by=by, title="Penkit", why="Sama asia.")


def what_was_hidden(by):
    """Two ideas and a comment that were hidden; one giver disagreed and was answered."""
    idea, another = (an_idea(is_open=True) for _each in range(2))
    hiding = hide_post(idea, by=by, reason=Hiding.Reason.OTHER, message=WORD)
    appeal_hiding(hiding, by=KeyHolder(idea.receipt), words="En ole samaa mieltä.")
    answer_appeal(hiding, by=by, shows_again=False, words="Katsoimme uudelleen.")
    hiding = hide_post(another, by=by, reason=Hiding.Reason.OTHER, message=WORD)
    appeal_hiding(hiding, by=KeyHolder(another.receipt), words="En ole samaa mieltä.")
    comment = write_comment(an_idea(is_open=True), by=NOBODY, text="Pöh.", called="Esko")
    hide_post(comment, by=by, reason=Hiding.Reason.HURTS, message=WORD)
    write_comment(an_idea(is_open=True), by=NOBODY, text="Odottaa lukijaa.", called="Esko")


def what_was_answered(by):
    """An idea that may be tried on a condition, one taken elsewhere, one that waits."""
    answer_idea(
        an_idea(is_open=True), by=by, outcome=Answer.Outcome.TRY_IF, reason=WORD, condition=WORD
    )
    answer_idea(
        an_idea(is_open=True), by=by, outcome=Answer.Outcome.ELSEWHERE, reason=WORD,
        receiver="Kaupunki", source="Asukaskysely",
    )  # fmt: skip
    an_idea("Odottaa lukijaa rannassa")
    begin_import("Asukaskysely", by=by, file_hash="0" * 64)


def a_year_of_meetings(idea, coordinator):
    """A meeting with minutes read by everybody, one that sits, and hand-overs."""
    sitting = an_open_meeting(ideas=2, free=2)
    by = sitting.secretary
    declare_interest(
        sitting.item(0), by=by, membership=sitting.seats[0], leaves=False, words="Naapuri."
    )
    receiver = {"receiver_name": "Katupäällikkö", "receiver_email": "katu@example.org",
                "asks": "Hiekoitus", "due_on": clock.today() + timedelta(days=30)}  # fmt: skip
    sitting.decide(sitting.item(0), follow_up="Soitetaan.")
    sitting.decide(
        sitting.item(1), outcome=Decision.Outcome.ELSEWHERE, receiver=receiver,
    )  # fmt: skip
    postpone(sitting.item(2), by=by, because="Puuttuu hinta.")
    sitting.decide(sitting.item(3), condition="Jos lupa tulee.")
    meeting = sitting.close_for_good()
    correct_minutes(meeting, by=by, note="Nimi korjattu.")
    for seat in sitting.seats[:2]:
        check_minutes(meeting, by=by, person=seat.person, is_right=True, remark="Näin oli.")
    sign_minutes(meeting, by=by)
    publish_extract(meeting, by=by)
    an_open_meeting(meeting.body, ideas=1, free=1)
    for said in (HandOver.Stage.REFUSED, HandOver.Stage.DONE):
        row = hand_over(
            "Valot rantaan", by=by, asks="Tehkää valot", due_on=clock.today(), idea=idea,
            receiver_name="Katupäällikkö", receiver_email="katu@example.org", why="Pimeää.",
        )  # fmt: skip
        answer_hand_over(row, by=coordinator, said=said, words="Näin kävi.")


def papers_of_the_desk(person, by):
    """Feedback, requests about data, an absence, a paper."""
    give_feedback("En löydä nappia.", by=person, page="/ideas/", contact="040 1")
    feedback = give_feedback("En näe kuvaa.", by=person, contact="aino@example.org")
    answer_feedback(feedback, by=by, answer="Kuva on korjattu.")
    ask_for(person, by=person, kind="take", channel="own_page")
    today = clock.today()
    start_absence(by, by=by, deputy=a_coordinator("Risto"), since=today, until=today)
    idea = an_idea(is_open=True)
    attach_document(idea, an_upload(b"%PDF-1.7", "ohje.pdf"), by=by, purpose=Attachment.For.PAPER)
    record_consent(
        a_person(), by=by, purpose=Consent.For.NAME, said=Consent.Said.GIVEN, text="Nimi näkyy.",
        channel="phone",
    )  # fmt: skip
    open_idea(an_idea("Viimeinen"), by=by)
