"""Who makes the network: bodies, organisations, groups, and the people with a name of their own."""

from elava.network.actions import (
    add_organisation,
    form_body,
    form_group,
    join_group,
    move_purse,
    start_membership,
    take_part_in_project,
)
from elava.network.models import Membership, PurseMovement
from elava.people.actions import add_person, change_own_words, give_account
from elava.people.models import OPERATOR, Person

from .frame import slug

SOURCE = "Esimerkki"
GRANTED = PurseMovement.Kind.GRANTED
PLACES = ("body", "group", "organisation")


def plan(town):
    """Bodies come first, then organisations and groups, then people and their roles."""
    start = town.texts["programme"]["started_days_ago"]
    note = town.timeline.note
    bodies = {body["key"]: body for body in town.texts["body"]}
    for key in sorted(bodies, key=lambda key: bodies[key]["kind"] != "coordination"):
        note(bodies[key]["founded_days_ago"], form, town, bodies[key], at="09:00")
    for group in town.texts["group"]:
        note(start, gather, town, group, at="09:30")
    for organisation in town.texts["organisation"]:
        note(organisation["joined_days_ago"], join, town, organisation, at="09:40")
    for movement in town.texts_of("purse"):
        note(movement["days_ago"], fill_purse, town, movement, at="12:00")
    for person in town.texts["person"]:
        note(person["since_days_ago"], come, town, person, at="09:10")
    for person in town.texts["person"]:
        for role in person["roles"]:
            at = {"coordinator": "09:20", "deputy": "09:55"}.get(role["role"], "09:50")
            note(first_day(town, person, role), take_role, town, person, role, at=at)


def acting(town):
    """The coordinator, once there is one; the very first acts are the operator's."""
    person = town.get("person", town.coordinator_key)
    return person if person and person.roles else OPERATOR


def form(town, said):
    """A body is formed, with its rules and its mandate."""
    rules, mandate = said["rules"], said["mandate"]
    town.keep("body", said["key"], form_body(
        by=acting(town), kind=said["kind"], slug=said["key"], name=said["name"],
        about=said["words"], quorum=rules["quorum"],
        one_organisation_one_vote=rules["one_organisation_one_vote"],
        ceiling_for_public_bodies=rules["public_ceiling_percent"],
        minutes_checkers=rules["minutes_checked_by"], may_postpone=rules["may_postpone"],
        may_start_experiments=mandate["may_start_experiments"],
        cents_each=mandate["each_cents"], cents_in_all=mandate["total_cents"],
        proposes_to=town.get("body", mandate.get("else_proposes_to")),
    ))  # fmt: skip


def gather(town, said):
    """A theme group comes together."""
    group = form_group(
        by=acting(town), slug=slug(said["key"]), name=said["name"], about=said["words"],
        order=said["order"],
    )  # fmt: skip
    town.keep("group", said["key"], group)


def join(town, said):
    """An organisation joins the network."""
    does = {"fi": said["does"]} | ({"sv": said["sv"]} if said.get("sv") else {})
    sponsor = town.get("organisation", said.get("sponsor"))
    organisation = add_organisation(
        by=acting(town), name=said["name"], slug=said["key"], kind=said["kind"],
        what_it_does=does, who_is_welcome={"fi": said["welcome"]}, sponsor=sponsor,
        email=said["email"], phone=said["phone"], is_public_body=said["public_body"],
        area=town["area", said["area"]], website=f"https://{said['email'].partition('@')[2]}/",
    )  # fmt: skip
    town.keep("organisation", said["key"], organisation)
    for key in said["groups"]:
        join_group(organisation, by=acting(town), group=town["group", key])
    for project in town.texts_of("project"):
        if said["key"] == project["carried_by"] or project["key"] == said.get("project"):
            take_part_in_project(
                organisation, by=acting(town), project=town["project", project["key"]],
                is_carrier=said["key"] == project["carried_by"],
            )  # fmt: skip


def fill_purse(town, said):
    """Money comes into a body's purse, or what was promised and not needed comes back to it."""
    move_purse(
        town["body", said["body"]], by=acting(town), kind=said.get("kind", GRANTED),
        cents=said["cents"], what_for=said["words"], source=said["source"],
    )  # fmt: skip


def come(town, said):
    """Somebody with a name comes into the programme."""
    person = add_person(
        called=said["name"], by=acting(town), source=SOURCE, language=said["language"]
    )
    give_account(person, by=acting(town), email=said["email"])
    person = change_own_words(
        person, by=person, called=said["name"], language=said["language"],
        visibility=Person.Visibility.NETWORK,
    )  # fmt: skip
    town.keep("person", said["key"], person)


def first_day(town, person, role):
    """A role begins when the person and the place are both there, and the one stood in for."""
    days = [person["since_days_ago"], day_of_place(town, role["of"])]
    if role.get("for"):
        days.append(day_of_place(town, role["for"]))
    if role.get("deputy_of"):
        principal = next(p for p in town.texts["person"] if p["key"] == role["deputy_of"])
        days.append(principal["since_days_ago"])
    return min(days)


def day_of_place(town, key):
    """How many days ago a body, group or organisation came into being."""
    for kind, since in (("body", "founded_days_ago"), ("organisation", "joined_days_ago")):
        for said in town.texts[kind]:
            if said["key"] == key:
                return said[since]
    return town.texts["programme"]["started_days_ago"]


def take_role(town, said, role):
    """A person takes a role in a body, group or organisation."""
    person = town["person", said["key"]]
    place = next(kind for kind in PLACES if town.get(kind, role["of"]))
    facts = {place: town[place, role["of"]], "role": Membership.Role(role["role"])}
    if role.get("for"):
        facts["for_organisation"] = town.get("organisation", role["for"])
    if role.get("deputy_of"):
        facts["deputy_of"] = town["seat", f"{role['of']} {role['deputy_of']}"]
    seat = start_membership(person, by=acting(town), source=SOURCE, **facts)
    town.keep("seat", f"{role['of']} {said['key']}", seat)
    person.__dict__.pop("roles", None)
