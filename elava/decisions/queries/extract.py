"""Minutes in words: the whole for those with a role, the extract without names for everybody."""

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from elava.decisions.models import Decision, Interest, Vote
from elava.foundation.translated import Texts
from elava.ideas.models import Idea
from elava.network.models import Membership
from elava.people.models import Person
from elava.ui.dates import WITH_YEAR, day, moment
from elava.ui.numbers import euros

from .shown import OUTCOME_STAGE

ROLE = Membership.Role
ORDER = (ROLE.CHAIR, ROLE.VICE_CHAIR, ROLE.MEMBER, ROLE.DEPUTY)


def minutes_in_full(minutes):
    """The minutes with the names of those concerned; an erased name stays empty."""
    content = minutes.content
    people, left = _names(content), left_in_full(content)
    titles = {str(pk): title for pk, title in _titles(content, Idea.objects.all())}
    shown = _frame(content)
    came = sorted(content["present"], key=lambda row: _place_in_list(row, people))
    shown["present"] = [_present(row, people) for row in came]
    shown["absent"] = content["absent"]
    shown["chair"] = people.get(content["chair"], "")
    shown["secretary"] = people.get(content["secretary"], "")
    shown["items"] = [
        _item(place, row, row["title"], titles, left[place - 1])
        for place, row in enumerate(content["items"], 1)
    ]
    shown["note"] = minutes.note
    return shown


def left_in_full(content):
    """For each item of a content of minutes: who left it and who stayed, with names, as lines."""
    people, reasons = _names(content), _reasons(content)
    return [[_left(one, people, reasons) for one in row["interests"]] for row in content["items"]]


def extract_of(minutes):
    """What everybody may read: organisations and roles, and only ideas that are public today."""
    content = minutes.content
    titles = {str(pk): title for pk, title in _titles(content, Idea.objects.public())}
    shown = _frame(content)
    shown["present"] = sorted({row["organisation"] for row in content["present"]} - {""})
    shown["items"] = [
        _item(place, row, _public_title(row, titles), titles, _left_in_public(row), in_public=True)
        for place, row in enumerate(content["items"], 1)
    ]
    return shown


def _frame(content):
    facts = {"votes": content["votes"], "needed": content["quorum"]}
    said = _("%(votes)d votes were at the table; %(needed)d are needed to decide.")
    return {
        "number": content["number"],
        "body": str(Texts(content["body"])),
        "place": content["place"],
        "opened": moment(parse_datetime(content["opened_at"]), today=WITH_YEAR),
        "closed": moment(parse_datetime(content["closed_at"]), today=WITH_YEAR),
        "called": day(parse_date(content["called_on"]), today=WITH_YEAR),
        "quorum": said % facts,
        "rule_version": content["rule_version"],
    }


def _names(content):
    ids = {content["chair"], content["secretary"]}
    ids |= {row["person"] for row in content["present"]}
    ids |= {one["person"] for row in content["items"] for one in row["interests"]}
    found = Person.objects.filter(pk__in=ids - {""}).values_list("pk", "called")
    return {str(pk): called for pk, called in found}


def _reasons(content):
    ids = {one["id"] for row in content["items"] for one in row["interests"]}
    found = Interest.objects.filter(pk__in=ids).exclude(words="").values_list("pk", "words")
    return {str(pk): words for pk, words in found}


def _titles(content, ideas):
    ids = {pk for row in content["items"] for pk in row["ideas"]}
    ids |= {row["decision"]["joined_to"] for row in content["items"] if row["decision"]}
    return ideas.filter(pk__in=ids - {""}).values_list("pk", "title")


def _place_in_list(row, people):
    return ORDER.index(row["role"]) if row["role"] in ORDER else len(ORDER), people.get(
        row["person"], ""
    )


def _present(row, people):
    words = [people.get(row["person"], ""), row["organisation"]]
    if row["role"] != Membership.Role.MEMBER:
        words.append(str(Membership.Role(row["role"]).label))
    if row["is_remote"]:
        words.append(_("by video"))
    if row["left_at"]:
        words.append(_("left early"))
    return ", ".join(word for word in words if word)


def _left(one, people, reasons):
    facts = {
        "who": people.get(one["person"], ""),
        "why": reasons.get(one["id"]) or Interest.Because(one["because"]).label,
    }
    if one["said"] == Interest.Said.LEAVES:
        return _("%(who)s left this item: %(why)s.") % facts
    return _("%(who)s was asked, saw no interest and stayed: %(why)s.") % facts


def _left_in_public(row):
    left = [one["organisation"] for one in row["interests"] if one["said"] == "leaves"]
    houses = sorted({house for house in left if house})
    said = [_("The member of %(house)s left this item.") % {"house": house} for house in houses]
    others = sum(not house for house in left)
    if others:
        words = ngettext("%(n)d member left this item.", "%(n)d members left this item.", others)
        said.append(words % {"n": others})
    return said


def _public_title(row, titles):
    if row["is_confidential"]:
        return _("A matter that is not told in public")
    shown = [titles[pk] for pk in row["ideas"] if pk in titles]
    if not row["ideas"] or shown:
        return row["title"]
    return _("An idea that its giver does not show")


def _item(place, row, title, titles, left, *, in_public=False):
    is_told = not in_public or not (
        row["is_confidential"] or (row["ideas"] and not any(pk in titles for pk in row["ideas"]))
    )
    item = {"place": place, "title": title, "left": left, "told": is_told, "decision": None}
    if row["is_next_time"]:
        item["next_time"] = row["next_time"] if is_told else ""
    item["is_next_time"] = row["is_next_time"]
    if row["decision"]:
        item["decision"] = _decision(row["decision"], titles, is_told)
    return item


def _decision(made, titles, is_told):
    shown = {
        "outcome": Decision.Outcome(made["outcome"]).label,
        "stage": OUTCOME_STAGE[made["outcome"]],
        "count": _count(made),
        "proposed_to": str(Texts(made["proposed_to"])) if made["proposed_to"] else "",
    }
    if not is_told:
        return shown
    return shown | {
        "reason": str(Texts(made["reason"])),
        "reason_lang": Texts(made["reason"]).lang,
        "beyond": Decision.Beyond(made["beyond"]).label if made["beyond"] else "",
        "votes": votes_by_name(made),
        "facts": [line for line in _facts(made, titles) if line],
    }


def votes_by_name(made):
    """How each organisation voted, where votes were cast by organisation."""
    return [f"{house}: {Vote.Value(value).label}" for house, value in made["votes"] if house]


def _count(made):
    facts = {"method": Decision.Method(made["method"]).label, "here": made["votes_present"]}
    if made["method"] == Decision.Method.CONSENT:
        return _("%(method)s; %(here)d votes at the table.") % facts
    facts |= {"yes": made["votes_for"], "no": made["votes_against"]}
    return _("%(method)s: %(yes)d for, %(no)d against; %(here)d votes at the table.") % facts


def _facts(made, titles):
    if made["condition"]:
        yield _("If: %(condition)s") % {"condition": made["condition"]}
    if made["joined_to"] in titles:
        yield _("Together with: %(title)s") % {"title": titles[made["joined_to"]]}
    if made["receiver"]:
        yield _("%(who)s is asked: %(what)s") % {"who": made["receiver"], "what": made["asks"]}
    if made["carriers"]:
        yield _("Carried out by: %(who)s") % {"who": ", ".join(made["carriers"])}
    if made["cents"]:
        yield _("Money from the purse: %(sum)s") % {"sum": euros(made["cents"] / 100)}
    yield made["follow_up"]
    if made["due_on"]:
        yield _("Date: %(day)s") % {"day": day(parse_date(made["due_on"]), today=WITH_YEAR)}
