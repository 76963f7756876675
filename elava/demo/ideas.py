"""What residents bring: by which door, in whose name, and how the desk read it."""

from functools import partial

from django.utils import translation

from elava.ideas.actions import (
    answer_appeal,
    appeal_hiding,
    give_idea,
    hide_post,
    open_idea,
    sort_idea,
    withdraw_idea,
)
from elava.ideas.models import Hiding, Idea, Intake
from elava.people.actions import (
    add_contact_way,
    attach_photo,
    record_consent,
    show_attachment,
)
from elava.people.models import NOBODY, Consent, ContactWay, KeyHolder
from elava.rights.actions.reaching import PROMISE

from .pictures import drawn

WRITTEN_BY_ANOTHER = ("phone", "paper", "helper", "event", "workshop")
SPEAKERS = {
    "self": Intake.Speaker.SELF,
    "for_someone": Intake.Speaker.FOR_SOMEONE,
    "group": Intake.Speaker.GROUP,
    "anonymous_relay": Intake.Speaker.RELAY,
}
CONSENTS = {
    "phone": Intake.Consent.ALOUD,
    "helper": Intake.Consent.ALOUD,
    "paper": Intake.Consent.ON_PAPER,
    "event": Intake.Consent.ON_PAPER,
    "workshop": Intake.Consent.ON_PAPER,
    "sms": Intake.Consent.IN_MESSAGE,
    "email": Intake.Consent.IN_MESSAGE,
}
ROUTES = {"phone": Intake.Route.CONTACT, "email": Intake.Route.CONTACT,
          "helper": Intake.Route.HELPER}  # fmt: skip
REASONS = {
    "someone_elses_privacy": Hiding.Reason.NAMES_SOMEONE,
    "child_recognisable": Hiding.Reason.NAMES_SOMEONE,
    "advertisement": Hiding.Reason.ADVERT,
    "insult": Hiding.Reason.HURTS,
}


def plan(town):
    """Each idea is given, read at the desk, and sometimes taken back or hidden."""
    raised = {one["key"]: one["confirmed_days_ago"] for one in town.texts["challenge"]}
    for said in town.texts["idea"]:
        given = day_given(said)
        town.timeline.note(given, give, town, said, at=town.time_of_day())
        if said["stage"] != "held":
            town.timeline.note(day_read(said), read, town, said, at="20:30")
        latest = min((raised.get(key, given) for key in said["about"]["challenges"]), default=given)
        if latest < given:
            town.timeline.note(latest - 1, join_challenges, town, said, at="09:00")
        for what, act in (("withdrawn", withdraw), ("hidden", hide)):
            if what in said:
                town.timeline.note(said[what]["days_ago"], act, town, said, at="20:50")


def day_given(said):
    """How many days ago it came in."""
    return max(said["given"]["days_ago"], 1)


def day_read(said):
    """How many days ago the desk read it: the same day, or one or two later."""
    given = day_given(said)
    waited = 0 if "hidden" in said else len(said["text"]) % 3
    return max(given - waited, 1)


def give(town, said):
    """The words come in through their door."""
    given, about, shown = said["given"], said["about"], said["shown"]
    speaker = SPEAKERS[given.get("by", "self")]
    idea = give_idea(
        said["text"],
        title=said["title"],
        by=writer(town, given["door"], speaker),
        door=Intake.Door(given["door"]),
        spoken_by=speaker,
        group_size=given.get("n"),
        consent=CONSENTS.get(given["door"], Intake.Consent.ON_PAGE),
        reply_route=ROUTES.get(given["door"], Intake.Route.NUMBER),
        visibility=Idea.Visibility(shown["as"]),
        language=said.get("lang", "fi"),
        first_name=shown.get("name", ""),
        kind=Idea.Kind(about["kind"]),
        area=town.get("area", given["area"]),
        life_stages=[town["life_stage", key] for key in about["life_stages"]],
        challenges=[row for row in challenges_of(town, said) if row],
    )
    town.keep("idea", said["key"], idea)
    leave_contact(town, said, idea)
    if "photo" in said:
        picture, alt = drawn(said["photo"]["picture"]), said["photo"]["alt"]
        photo = attach_photo(idea, picture, by=giver(idea), purpose="idea", alt=alt)
        town.keep("photo", said["key"], photo)


def challenges_of(town, said):
    """The challenges that an idea answers; None stands for one that nobody had raised yet."""
    return [town.get("challenge", key) for key in said["about"]["challenges"]]


def join_challenges(town, said):
    """A challenge that was raised later finds the ideas that had answered it before."""
    sort_idea(town["idea", said["key"]], by=town.coordinator, challenges=challenges_of(town, said))


def leave_contact(town, said, idea):
    """Who wrote or called leaves a way to be told; nobody can be reached there."""
    kind, to = {
        "email": (ContactWay.Kind.EMAIL, f"{said['key']}@example.org"),
        "phone": (ContactWay.Kind.PHONE, f"015 000 0{town.chance.randrange(20, 80)}"),
    }.get(said["given"]["door"], (None, ""))
    if kind:
        door, language = said["given"]["door"], said.get("lang", town.first_language)
        with translation.override(language):
            add_contact_way(
                idea.receipt, by=town.coordinator, kind=kind, to=to, language=language,
                is_verified=True,
            )  # fmt: skip
            record_consent(
                idea.receipt, by=town.coordinator, purpose=Consent.For.REACH, text=str(PROMISE),
                said=Consent.Said.GIVEN, channel=door, language=language,
            )  # fmt: skip


def writer(town, door, speaker):
    """Who writes it down: the giver, or one of those who listen for others."""
    if door not in WRITTEN_BY_ANOTHER and speaker != Intake.Speaker.FOR_SOMEONE:
        return NOBODY
    listeners = [town.coordinator]
    if door in ("helper", "event"):
        helpers = [person for person in town.all("named") if is_helper(person)]
        listeners = helpers or listeners
    return town.chance.choice(listeners)


def is_helper(person):
    """Whether somebody has the role of a helper by now."""
    return any(role.name == "helper" for role in person.roles)


def giver(idea):
    """The giver, who shows the key of the slip."""
    return KeyHolder(idea.receipt)


def read(town, said):
    """Somebody at the desk has read it."""
    town.keep("idea", said["key"], open_idea(town["idea", said["key"]], by=town.coordinator))
    if "photo" in said:
        show_attachment(town["photo", said["key"]], by=town.coordinator)


def withdraw(town, said):
    """The giver takes it back; no reason is asked, some is given."""
    idea = town["idea", said["key"]]
    withdraw_idea(idea, by=giver(idea), words=said["withdrawn"]["words"])


def hide(town, said):
    """It cannot be shown; the giver is told why, and may disagree."""
    idea, why = town["idea", said["key"]], said["hidden"]
    hiding = hide_post(
        idea, by=town.coordinator, reason=REASONS[why["why"]], message={"fi": why["message"]}
    )
    if why.get("appealed"):
        town.timeline.then(
            2, partial(appeal_hiding, hiding, by=giver(idea), words=why["appeal_words"])
        )
        if why.get("appeal_answer"):
            words = why["appeal_answer"]
            town.timeline.then(
                4,
                partial(answer_appeal, hiding, by=town.coordinator, shows_again=False, words=words),
            )
