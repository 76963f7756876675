"""What was taken elsewhere: who was asked, reminded, and what they answered."""

from elava.decisions.actions import answer_hand_over, remind_receiver
from elava.decisions.models import HandOver
from elava.people.models import KeyHolder

STAGE = HandOver.Stage
ANSWERS = {
    "taken": STAGE.TAKEN,
    "done": STAGE.TAKEN,
    "not_taken": STAGE.REFUSED,
}


def plan(town):
    """The receivers answer, or are reminded and stay silent."""
    for said in town.texts_of("hand_over"):
        note = town.timeline.note
        for number, days_ago in enumerate(said["reminders_days_ago"]):
            when = "today" if number else "week"
            note(days_ago, remind, town, said, when, at="08:00")
        if said["state"] in ANSWERS:
            stage = ANSWERS[said["state"]]
            note(said["answered_days_ago"], answer, town, said, stage, said["answer"], at="14:10")
        if said["state"] == "done":
            note(said["done_days_ago"], answer, town, said, STAGE.DONE, said["done_words"],
                 at="15:20")  # fmt: skip


def hand_over_of(town, said):
    """The row, which the decision of the meeting made."""
    idea = town["idea", said["ideas"][0]]
    return HandOver.objects.asked().filter(decision__item__parts__idea=idea).get()


def remind(town, said, when):
    """The receiver is reminded."""
    remind_receiver(hand_over_of(town, said), by=town.coordinator, when=when)


def answer(town, said, stage, words):
    """The receiver opens the link and answers."""
    asked = hand_over_of(town, said)
    answer_hand_over(asked, by=KeyHolder(asked), said=stage, words=words, edition=asked.edition)
