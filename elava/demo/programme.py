"""The programme itself: its name, its words, its languages."""

from django_scopes import scope

from elava.people.models import OPERATOR
from elava.programmes.actions import create_programme


def begin(town):
    """The programme starts; everything else happens inside it."""
    with scope(programme=None):
        return create_programme(by=OPERATOR, host=town.host, is_example=True, **facts(town))


def facts(town):
    """What a programme says of itself, in its own words."""
    said, help_line = town.texts["programme"], town.texts["help_line"]
    controller, readers = town.texts["controller"], town.texts["readers"]
    return {
        "name": said["name"],
        "short_name": said["short_name"],
        "tagline": said["tagline"],
        "about": said.get("about", {}),
        "question": said["home_question"],
        "hint": said["home_hint"],
        "languages": [
            {"code": language["code"], "prefix": language["prefix"]}
            for language in town.texts["language"]
        ],
        "started_on": town.timeline.day(said["started_days_ago"]),
        "ends_on": town.timeline.day(-said["ends_in_days"]),
        "funding_model": said["funding_model"],
        "help_phone": help_line["phone"],
        "help_email": help_line["email"],
        "help_hours": help_line["hours"],
        "help_words": help_line["words"],
        "who_reads": readers["who_reads"],
        "who_never": readers["who_never"],
        "what_happens": readers["what_happens"],
        "controller_name": controller["name"],
        "controller_contact": controller["contact"],
        "controller_words": controller["words"],
        "accessibility_supervisor": said["accessibility_supervisor"],
        "cry_instruction": said["cry_instruction"],
        "cry_contact": said["cry_contact"],
        "answer_days": answer_days(town),
    }


def answer_days(town):
    """Within how many days the support group answers."""
    rules = next(body["rules"] for body in town.texts["body"] if body["kind"] == "support")
    return rules["answer_days"]
