"""Where the matters of a public extract are told on: ideas, stories, hand-overs, carriers."""

from collections import defaultdict

from django.utils.translation import gettext as _

from elava.decisions.models import Carrier, HandOver
from elava.ideas.models import Idea
from elava.network.models import Organisation


def with_links(extract, content):
    """An extract whose told items have `links` to what is public today: three queries in all."""
    rows = content["items"]
    ideas = _ideas({pk for row in rows for pk in row["ideas"]})
    made = {row["decision"]["id"] for row in rows if row["decision"]}
    follow_ups = _hand_overs_and_carriers(made)
    for item, row in zip(extract["items"], rows, strict=True):
        item["links"] = []
        if item["told"]:
            found = [ideas[pk] for pk in row["ideas"] if pk in ideas]
            for idea in found:
                item["links"].append(_link(_("Idea: %(name)s"), idea.title, idea))
            for idea in found:
                item["links"].append(_link(_("The whole story: %(name)s"), idea.title, idea.thread))
            item["links"] += follow_ups[row["decision"]["id"]] if row["decision"] else []
    return extract


def _ideas(ids):
    found = Idea.objects.public().filter(pk__in=ids).select_related("thread")
    return {str(idea.pk): idea for idea in found}


def _hand_overs_and_carriers(made):
    links = defaultdict(list)
    for one in HandOver.objects.public().filter(decision__in=made).order_by("pk"):
        said = _("Taken elsewhere: %(name)s")
        links[str(one.decision_id)].append(_link(said, one.receiver_name, one))
    shown = Organisation.objects.public().values("pk")
    carried = Carrier.objects.filter(decision__in=made, organisation__in=shown)
    for one in carried.select_related("organisation").order_by("organisation__name", "pk"):
        house = one.organisation
        links[str(one.decision_id)].append(_link(_("Carried out by: %(name)s"), house.name, house))
    return links


def _link(words, name, row):
    return {"label": words % {"name": name}, "url": row.get_absolute_url()}
