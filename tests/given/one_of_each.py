"""One row of each kind that an address can be about, in a state in which it may be used."""

from datetime import timedelta
from itertools import count

from elava.accounts.actions import invite_person
from elava.decisions.actions import hand_over
from elava.desk.actions import start_absence
from elava.foundation import clock
from elava.foundation.actions import permitted_to_write
from elava.ideas.actions import (
    appeal_hiding,
    hide_post,
    make_cluster,
    offer_help,
    write_comment,
)
from elava.ideas.models import Hiding
from elava.journal.models import Entry
from elava.network.actions import form_body, form_group, join_group
from elava.notices.models import Message
from elava.notices.outbox import write_messages
from elava.people.actions import add_contact_way, show_attachment
from elava.people.actions import attach_photo as attach
from elava.people.models import NOBODY, OPERATOR, KeyHolder
from elava.programmes.actions import add_to_frame, add_to_page, write_page
from elava.programmes.models import Aim, Banner, Link, PagePart
from elava.public.actions import give_feedback
from elava.rights.actions import ask_for

from .challenges import a_challenge, a_note, a_workshop
from .decisions import a_meeting, an_organisation
from .files import a_photo
from .ideas import an_idea
from .network import a_member
from .people import a_body, a_coordinator, a_person

_number = count(1)


def an_open_idea():
    """An idea that everybody sees."""
    return an_idea(is_open=True)


def a_hiding():
    """An idea that was hidden, and whose giver disagrees."""
    idea = an_open_idea()
    hide_post(idea, by=a_coordinator(), reason=Hiding.Reason.values[0], message="Kirjoita uusi.")
    hiding = Hiding.objects.get(object_id=idea.pk)
    return appeal_hiding(hiding, by=KeyHolder(idea.receipt), words="En ymmärrä.") or hiding


def a_shown_photo():
    """A photo of an open idea, shown to everybody."""
    idea = an_open_idea()
    giver = KeyHolder(idea.receipt)
    photo = attach(idea, a_photo(), by=giver, purpose="idea", alt="Penkki")
    return show_attachment(photo, by=a_coordinator())


def a_cluster():
    """Two ideas that stand together."""
    return make_cluster([an_open_idea(), an_open_idea()], by=a_coordinator(), title="Penkit")


def a_hand_over():
    """What was taken elsewhere."""
    return hand_over(
        "Ramppi", by=a_coordinator(), idea=an_open_idea(), asks="Korjatkaa.", why="Se on rikki.",
        receiver_name="Puistot", due_on=clock.today() + timedelta(days=30),
    )  # fmt: skip


def a_group():
    """A theme group."""
    return form_group(by=OPERATOR, slug=f"piiri-{next(_number)}", name={"fi": "Piiri"})


def an_absence():
    """A coordinator who is away today."""
    away, today = a_coordinator(), clock.today()
    deputy = a_person(in_support_group=True)
    return start_absence(away, by=away, deputy=deputy, since=today, until=today)


def a_way():
    """How the holder of a slip is reached."""
    receipt = an_idea().receipt
    return add_contact_way(receipt, by=KeyHolder(receipt), kind="phone", to="040 123 4567")


def a_message():
    """A letter in the outbox."""
    invite_person(by=a_coordinator(), called="Eeva", email=f"eeva{next(_number)}@example.org")
    with permitted_to_write("tests"):
        write_messages([Entry.objects.filter(verb="person.invited").order_by("seq").last()])
    return Message.objects.order_by("pk").last()


def in_the_frame(noun, **facts):
    """A row of the programme's frame."""
    return add_to_frame(noun, by=OPERATOR, **facts)


def a_page():
    """A page that the programme wrote itself."""
    facts = {"title": {"fi": "Malli"}, "lead": {"fi": "Oikea kaupunki."}}
    return write_page(by=OPERATOR, slug=f"malli-{next(_number)}", **facts)


def a_part():
    """A part of such a page."""
    words = {"heading": {"fi": "Luvut"}, "words": {"fi": "Kaksi."}, "order": 1}
    return add_to_page(PagePart, by=OPERATOR, page=a_page(), **words)


MAKERS = {
    "absence": an_absence,
    "aim": lambda: in_the_frame(Aim, slug=f"ilo-{next(_number)}", name={"fi": "Ilo"}),
    "attachment": a_shown_photo,
    "banner": lambda: in_the_frame(Banner, alt={"fi": "Kuva"}),
    "body": lambda: form_body(
        by=OPERATOR, kind="steering", slug=f"elin-{next(_number)}", name={"fi": "Elin"}
    ),
    "challenge": lambda: a_challenge(is_open=True),
    "cluster": a_cluster,
    "comment": lambda: write_comment(
        an_open_idea(), by=a_coordinator(), text="Hyvä!", called="Aino"
    ),
    "contactway": a_way,
    "datarequest": lambda: ask_for(a_person(), by=a_coordinator(), kind="take", channel="phone"),
    "feedback": lambda: give_feedback("En löydä nappia.", by=NOBODY),
    "group": a_group,
    "handover": a_hand_over,
    "hiding": a_hiding,
    "idea": an_open_idea,
    "link": lambda: in_the_frame(Link, url="https://example.org/", name={"fi": "Linkki"}),
    "meeting": lambda: a_meeting().meeting,
    "message": a_message,
    "membership": lambda: a_member(a_body("support")),
    "note": a_note,
    "offer": lambda: offer_help(an_open_idea(), by=NOBODY, what="Kahvia"),
    "organisation": an_organisation,
    "page": a_page,
    "pagepart": a_part,
    "person": a_person,
    "seat": lambda: join_group(an_organisation(), by=OPERATOR, group=a_group()),
    "thread": lambda: an_open_idea().thread,
    "workshop": a_workshop,
}
