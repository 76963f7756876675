"""The meetings of the bodies: called, held item by item, written up, read by everybody."""

from elava.decisions.actions import (
    add_free_item,
    add_idea,
    call_meeting,
    carry_out,
    check_minutes,
    close_meeting,
    decide,
    declare_interest,
    fill_agenda,
    note_attendance,
    open_meeting,
    postpone,
    publish_extract,
    sign_minutes,
)
from elava.decisions.actions.deciding import Count
from elava.decisions.models import UNDO, Decision, Interest, Item, Vote
from elava.decisions.queries.room import present_in, room_of
from elava.foundation.access import HOUSE
from elava.network.models import Membership

METHODS = {
    "consent": Decision.Method.CONSENT,
    "vote": Decision.Method.VOTE,
    "hand_count": Decision.Method.HANDS,
}
MINUTES_FOR_ONE = 7


def plan(town):
    """Each meeting is called with its agenda, held on its day, and its minutes follow."""
    for said in town.texts["meeting"]:
        day, note = said.get("days_ago", -said.get("in_days", 0)), town.timeline.note
        note(day + said["called_days_before"], call, town, said, at="12:00")
        if day <= 0:
            continue
        note(day, sit_down, town, said, at=said["starts"])
        for number, item in enumerate(said["item"]):
            at = later(said["starts"], 6 + MINUTES_FOR_ONE * number)
            note(day, settle, town, said, item, number, at=at)
        ends = later(said["starts"], 8 + MINUTES_FOR_ONE * (number + 1))
        note(day, rise, town, said, at=ends)
        note(day, tell, town, said, at=later(ends, UNDO.seconds // 60))
        plan_minutes(town, said)


def plan_minutes(town, said):
    """Two people check the minutes, they are signed, and everybody may read the extract."""
    when, note = said["minutes"], town.timeline.note
    for number, key in enumerate(when["checked_by"]):
        note(when["checked_days_ago"], check, town, said, key, at=f"1{number}:15")
    note(when["signed_days_ago"], sign, town, said, at="13:00")
    note(when["published_days_ago"], publish, town, said, at="09:00")


def later(starts, minutes):
    """A time of day so many minutes after another one."""
    hours, past = divmod(sum(map(int, (starts[3:], minutes))), 60)
    return f"{int(starts[:2]) + hours:02d}:{past:02d}"


def secretary(town, said):
    """Who runs the meeting at the keyboard."""
    return town["person", said["secretary"]]


def call(town, said):
    """The meeting is called; what was put off comes first, then what is ripe."""
    place, by = town["place", said["place"]], secretary(town, said)
    day = said.get("days_ago", -said.get("in_days", 0))
    meeting = call_meeting(
        town["body", said["body"]], by=by, place=f"{place.name}, {place.address}",
        starts_at=town.timeline.moment(day, said["starts"]),
        chair=town["person", said["chair"]], secretary=by,
    )  # fmt: skip
    town.keep("meeting", said["key"], meeting)
    for number, item in enumerate(said["item"], start=1):
        put_on_agenda(town, meeting, item, number, by)


def put_on_agenda(town, meeting, said, number, by):
    """An item by its kind; the system itself brings back what another table left to this one."""
    if said["kind"] == "free":
        add_free_item(meeting, by=by, title=said["title"], brief=said["words"])
    elif said.get("comes_back"):
        fill_agenda(meeting, by=by, how_many=number)
    else:
        add_idea(meeting, by=by, idea=town["idea", said["ideas"][0]], brief=said["brief"])


def item_of(town, said, number):
    """The item at a place of the agenda."""
    return Item.objects.filter(meeting=town["meeting", said["key"]]).order_by("order")[number]


def seats(town, said, houses):
    """The memberships that speak for these houses: the member's, or the deputy's who came."""
    for seat in town.seats_in(said["body"]):
        house = seat.for_organisation
        is_deputy = seat.role == Membership.Role.DEPUTY
        if house and house.slug in houses and is_deputy == (house.slug in said["deputies"]):
            yield seat


def sit_down(town, said):
    """Those who came are counted, in the room and on the line, and the chair opens."""
    meeting, by = town["meeting", said["key"]], secretary(town, said)
    members = next(body["members"] for body in town.texts["body"] if body["key"] == said["body"])
    came = set(members) - set(said["absent"])
    note_attendance(
        meeting, by=by, here=[seat.pk for seat in seats(town, said, came)],
        remote=[seat.pk for seat in seats(town, said, said["remote"])],
    )  # fmt: skip
    town.keep("meeting", said["key"], open_meeting(meeting, by=by))


def settle(town, said, words, number):
    """An item is decided, after those with an interest have left, or it waits for next time."""
    item, by = item_of(town, said, number), secretary(town, said)
    if words["outcome"] == "next_time":
        postpone(item, by=by, because=words["follow_up"])
        return
    ask_for_interests(town, said, words, item, by)
    made = decide(
        item, by=by, outcome=Decision.Outcome(words["outcome"]), reason=reason_of(town, words),
        carriers=[town["organisation", key] for key in words.get("carried_by", [])],
        cents=words.get("money_cents", 0), follow_up=words.get("follow_up", ""), propose=True,
        **counted(town, said, words, item), **follow_up(town, words),
    )  # fmt: skip
    town.keep("decision", f"{said['key']} {number}", made)


def ask_for_interests(town, said, words, item, by):
    """Whoever would carry it out, or has a tie that the system found, says so and leaves."""
    houses = set(words.get("carried_by", []))
    people = {one["person"]: one for one in words.get("interests", [])}
    houses |= {seat_house(town, said, key) for key in people}
    proposed = set(Interest.objects.filter(item=item).values_list("membership_id", flat=True))
    present = present_in(town["meeting", said["key"]])
    for seat in town.seats_in(said["body"]):
        has_tie = seat.pk in proposed or seat in seats(town, said, houses)
        if has_tie and seat.pk in present:
            because = people.get(town.key_of("person", seat.person), {}).get("why", "")
            declare_interest(item, by=by, membership=seat, leaves=True, words=because)


def seat_house(town, said, person):
    """The key of the house that a person speaks for in the body."""
    house = town["seat", f"{said['body']} {person}"].for_organisation
    return house.slug if house else ""


def counted(town, said, words, item):
    """How it was counted: nobody against by reason, by hands, or by organisation."""
    method = METHODS[words["method"]]
    if method == Decision.Method.CONSENT:
        return {"method": method}
    room = room_of(town["meeting", said["key"]], item)
    against, blank = words.get("against", []), words.get("blank", [])
    if method == Decision.Method.VOTE:
        values = dict.fromkeys((str(vote.seat) for vote in room.votes), Vote.Value.FOR)
        for value, houses in ((Vote.Value.AGAINST, against), (Vote.Value.ABSTAINS, blank)):
            values |= {str(town["organisation", key].pk): value for key in houses}
        return {"method": method, "votes": values}
    votes_for = len(room.votes) - len(against) - len(blank)
    return {"method": method, "count": Count(votes_for, len(against), len(blank))}


def answer_of(town, words):
    """What the texts say to the giver of the first idea of an item."""
    said = next(idea for idea in town.texts["idea"] if idea["key"] == words["ideas"][0])
    return said["answer"]


def reason_of(town, words):
    """The reason in plain words, in every language in which it was written."""
    if "reason" in words:
        return words["reason"]
    return answer_of(town, words)["reason"] if words.get("ideas") else {"fi": words["words"]}


def follow_up(town, words):
    """The one follow-up of an outcome."""
    if words["outcome"] == "try_if":
        return {"condition": answer_of(town, words)["if_words"]}
    if words["outcome"] == "join":
        return {"joined_to": town["idea", answer_of(town, words)["joins_idea"]]}
    if words["outcome"] == "not_now":
        days = answer_of(town, words)["look_again_in_days"]
        return {"due_on": town.timeline.working_day(-days)}
    if words["outcome"] == "elsewhere":
        return {"receiver": receiver_of(town, words)}
    return {}


def receiver_of(town, words):
    """Who is asked to take it on, and by when."""
    said = next(one for one in town.texts["hand_over"] if set(one["ideas"]) & set(words["ideas"]))
    house = town["organisation", said["receiver"]]
    return {
        "receiver": house, "receiver_name": house.name, "receiver_email": house.email,
        "asks": said["ask"], "why": said["why"],
        "due_on": town.timeline.working_day(said.get("due_days_ago", -said.get("due_in_days", 0))),
    }  # fmt: skip


def rise(town, said):
    """What was decided is read back and fixed; the minutes are drafted."""
    meeting = close_meeting(town["meeting", said["key"]], by=secretary(town, said))
    town.keep("meeting", said["key"], meeting)


def tell(town, said):
    """Half an hour later the answers leave, as the worker lets them leave every day."""
    town.keep("meeting", said["key"], carry_out(town["meeting", said["key"]], by=HOUSE))


def check(town, said, key):
    """Somebody who was there has read the minutes."""
    by = secretary(town, said)
    meeting = town["meeting", said["key"]]
    check_minutes(meeting, by=by, person=town["person", key], is_right=True)


def sign(town, said):
    """The checked minutes are signed."""
    sign_minutes(town["meeting", said["key"]], by=secretary(town, said))


def publish(town, said):
    """Everybody may read what was decided."""
    publish_extract(town["meeting", said["key"]], by=secretary(town, said))
