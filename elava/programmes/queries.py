from django.db.models import Prefetch, Q
from django.utils.text import slugify

from elava.foundation.kinds import kind_of

from .models import (
    Aim,
    Area,
    CrisisLine,
    FunderPack,
    Link,
    Page,
    PageFact,
    PagePart,
    PageSource,
    Programme,
    Project,
    Word,
)

SAME_MACHINE = {"localhost": "127.0.0.1"}


def programme_at(host):
    """The programme of a host name; an unknown host falls to the only one there is, else None."""
    found = Programme.objects.filter(host=SAME_MACHINE.get(host, host)).first()
    if found is None:
        some = list(Programme.objects.order_by("pk")[:2])
        found = some[0] if len(some) == 1 else None
    return found


def own_words():
    """What each key is called here: the programme's own word, else the house's."""
    own = {word.key: str(word) for word in Word.objects.all()}
    return {key: own.get(key) or str(key.label) for key in Word.Key}


def no_location():
    """The area that stands for the whole town, or no place."""
    return Area.objects.get(is_no_location=True)


def areas():
    """The areas in their order, the one without a location last."""
    return Area.objects.order_by("is_no_location", "order", "pk")


def in_order(noun):
    """The rows of a noun that has an order."""
    return noun.objects.order_by("order", "pk")


def crisis_lines():
    """The lines that have a number, as the pages show them; the emergency number is not here."""
    lines = in_order(CrisisLine).exclude(phone="")
    return [
        {"name": str(line.name), "phone": line.phone, "note": str(line.words)} for line in lines
    ]


def funder_pack(day):
    """The funder's pack that holds on a day, or None."""
    holding = FunderPack.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day
    )
    return holding.order_by("-valid_from", "-pk").first()


def aims_with_goals():
    """The aims in their order, each with the strategy goals that it cites."""
    return in_order(Aim).select_related("project").prefetch_related("goals")


def projects():
    """The projects under the umbrella, each with its links."""
    return Project.objects.order_by("started_on", "pk").prefetch_related("links")


def links_of_programme():
    """The programme's own links."""
    return in_order(Link).filter(project=None)


def page_at(slug, person):
    """The programme's own page at an address, whole, for those who may see it; else None."""
    return (
        Page.objects.seen_by(person)
        .filter(slug=slug)
        .prefetch_related(
            Prefetch("parts", PagePart.objects.order_by("order", "pk")),
            Prefetch("parts__facts", PageFact.objects.order_by("order", "pk")),
            Prefetch("sources", PageSource.objects.order_by("number", "pk")),
        )
        .first()
    )


def page_of(row):
    """The page on which a row stands."""
    if isinstance(row, Page):
        return row
    return row.part.page if isinstance(row, PageFact) else row.page


RESERVED = {"add", "new", "seats", "roles"}


def free_slug(noun, text):
    """An address for a new row of a noun: its name in small letters, with a number if taken."""
    stem = slugify(str(text))[:70] or kind_of(noun)
    taken = RESERVED | set(
        noun.objects.filter(slug__startswith=stem).values_list("slug", flat=True)
    )
    number = 1
    while (slug := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return slug
