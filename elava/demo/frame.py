"""The frame of the programme: its projects, goals and aims, its areas and places, its words."""

from elava.programmes.actions import add_to_frame, change_in_frame, publish_page
from elava.programmes.models import (
    Aim,
    Area,
    Audience,
    Banner,
    CrisisLine,
    FunderPack,
    InclusionKind,
    LifeStage,
    Link,
    Place,
    Project,
    StrategyGoal,
)
from elava.public.actions import show_picture

from .pictures import BANNER_HEIGHT, drawn

TAGS = {"life_stage": LifeStage, "audience": Audience, "inclusion_kind": InclusionKind}


def plan(town):
    """The frame stands on the first day; the page about the model case comes a little later."""
    start = town.texts["programme"]["started_days_ago"]
    for build in (add_projects, add_aims, add_areas, add_tags, add_lines):
        town.timeline.note(start, build, town, at="09:25")
    if "model_case" in town.texts:
        town.timeline.note(start - 20, publish_model_case, town)


def slug(key):
    """The address of a thing whose key in the texts is written with underscores."""
    return key.replace("_", "-")


def add(town, noun, known_as, **facts):
    """One more row of the frame, remembered by a kind and the key of the texts."""
    return town.keep(*known_as, add_to_frame(noun, by=town.coordinator, **facts))


def add_projects(town):
    """The projects under the umbrella."""
    for said in town.texts_of("project"):
        add(
            town, Project, ("project", said["key"]), slug=said["key"], name=said["name"],
            purpose=said["purpose"], code=said["code"], controller=said["controller"],
            started_on=town.timeline.day(said["started_days_ago"]),
            ends_on=town.timeline.day(-said["ends_in_days"]),
        )  # fmt: skip


def add_aims(town):
    """The strategy goals, and the aims that cite them."""
    for said in town.texts_of("strategy_goal"):
        add(
            town, StrategyGoal, ("goal", said["key"]), owner=said["owner"], name=said["name"],
            valid_from=town.timeline.day(said["from_days_ago"]),
            valid_until=town.timeline.day(-said["to_in_days"]),
        )  # fmt: skip
    for said in town.texts["aim"]:
        goals = [town["goal", key] for key in said["goals"]]
        add(
            town, Aim, ("aim", said["key"]), goals=goals, slug=slug(said["key"]),
            name=said["name"], words=said["words"], order=said["order"],
        )  # fmt: skip


def add_areas(town):
    """The areas, one of them for what has no place, and the places where people meet."""
    for said in town.texts["area"]:
        name = {"fi": said["name"]} | ({"sv": said["sv"]} if said.get("sv") else {})
        if said["no_real_location"]:
            there = Area.objects.get(is_no_location=True)
            named = said.get("name_all", name)
            row = change_in_frame(there, by=town.coordinator, name=named, order=said["order"])
            town.keep("area", said["key"], row)
        else:
            add(
                town, Area, ("area", said["key"]), slug=slug(said["key"]), name=name,
                order=said["order"], is_in_target_area=said["in_target_area"],
            )  # fmt: skip
    for said in town.texts["place"]:
        add(
            town, Place, ("place", said["key"]), slug=said["key"], area=town["area", said["area"]],
            name=said["name"], address=said["address"], is_step_free=said["step_free"],
            how_to_get_there=said["how_to_get_there"],
        )  # fmt: skip


def add_tags(town):
    """Life stages, audiences and kinds of inclusion."""
    for kind, noun in TAGS.items():
        for said in town.texts_of(kind):
            facts = {"words": said["words"]} if "words" in said else {}
            key = said["key"]
            add(town, noun, (kind, key), slug=slug(key), name=said["name"], order=said["order"],
                **facts)  # fmt: skip


def add_lines(town):
    """Links, crisis lines, the banner, and the place of the funder's mark."""
    for order, said in enumerate(town.texts_of("link")):
        project = town.get("project", said["of"])
        add(town, Link, ("link", said["key"]), project=project, kind=said["kind"], url=said["url"],
            name=said["name"], order=order)  # fmt: skip
    for said in town.texts["crisis_line"]:
        if said["number"] != "112":  # the house itself puts the emergency number first
            add(town, CrisisLine, ("crisis_line", said["key"]), slug=slug(said["key"]),
                phone=said["number"], name=said["name"], words=said["words"],
                order=said["order"])  # fmt: skip
    if "banner" in town.texts:
        banner = add(town, Banner, ("banner", "banner"), **town.texts["banner"])
        show_picture(banner, drawn("stream", BANNER_HEIGHT), by=town.coordinator)
    if "funder_mark" in town.texts:
        mark = town.texts["funder_mark"]
        start = town.timeline.day(town.texts["programme"]["started_days_ago"])
        add(town, FunderPack, ("funder_pack", "first"), name="Esimerkki", mark=mark["text"],
            mark_alt=mark["alt"], valid_from=start)  # fmt: skip


def publish_model_case(town):
    """The one page that tells true things: the public facts of Mikkeli, each with its source."""
    said = town.texts["model_case"]
    numbers = {source["key"]: at for at, source in enumerate(said["source"], start=1)}
    publish_page(
        "model-case",
        by=town.coordinator,
        **{name: said[name] for name in ("title", "lead", "note", "closing")},
        sources=[
            {"number": numbers[source["key"]], "name": source["name"], "url": source["url"]}
            for source in said["source"]
        ],
        parts=[
            {
                "heading": part["heading"],
                "words": part["words"],
                "sources": [numbers[key] for key in part["sources"]],
                "facts": list(facts_of(said, part, numbers)),
            }
            for part in said["part"]
        ],
    )


def facts_of(said, part, numbers):
    """The sums, shares and names under a heading of the model case."""
    for fact in [*said["figure"], *said["carrier"]]:
        if fact["part"] == part["key"]:
            yield {
                "label": fact.get("label") or {"fi": fact["name"]},
                "cents": fact.get("cents"),
                "percent": fact.get("percent"),
                "sources": [numbers[key] for key in fact["sources"]],
            }
