from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from elava.foundation import clock
from elava.foundation.keyset import Keyset
from elava.foundation.public_pages import public_page
from elava.network import queries
from elava.network.models import Group, Organisation
from elava.network.rules import may_describe, may_read_directory, may_shape_network
from elava.programmes.models import Word

from .tabs import tabs

PAGE = 24


@public_page(query=("kind", "group", "after", "before"))
def organisations(request):
    """Who is in the network: by name, by kind, by theme group."""
    day = clock.today()
    kind = request.GET.get("kind", "")
    kind = kind if kind in Organisation.Kind.values else ""
    group = Group.objects.filter(slug=request.GET.get("group", "")).first()
    found = queries.organisations_on(day, kind=kind, group=group)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = Keyset(found, size=PAGE, after=after, before=before)
    context = tabs(request.person, Word.Key.ORGANISATIONS) | {
        "organisations": page.rows,
        "kinds": _kinds(day, kind, group),
        "group": group,
        "next": page.next and _address(kind, group, after=page.next),
        "previous": page.previous and _address(kind, group, before=page.previous),
        "may_add": may_shape_network(request.person),
    }
    return render(request, "network/organisations.html", context)


def _address(kind, group, **edge):
    asked = {"kind": kind, "group": group.slug if group else "", **edge}
    chosen = {name: value for name, value in asked.items() if value}
    return reverse("organisations") + (f"?{urlencode(chosen)}" if chosen else "")


def _kinds(day, kind, group):
    counts = queries.kinds_on(day)
    everyone = {"label": _("All"), "url": _address("", group), "current": not kind}
    return [everyone] + [
        {"label": choice.label, "url": _address(choice, group), "current": kind == choice}
        for choice in Organisation.Kind
        if choice in counts
    ]


@public_page
def organisation(request, slug):
    """One organisation: what it does, who is welcome, where it takes part."""
    found = get_object_or_404(
        Organisation.objects.public().select_related("area", "sponsor"), slug=slug
    )
    day = clock.today()
    context = {
        "organisation": found,
        "groups": queries.groups_of(found, day),
        "bodies": queries.bodies_of(found, day),
        "partnerships": queries.partnerships_of(found),
        "may_edit": may_describe(request.person, found),
    }
    return render(request, "network/organisation.html", context)


@public_page
def groups(request):
    """The theme groups, each with how many organisations it has."""
    found = list(queries.groups_on(clock.today()))
    for group in found:
        group.how_many = _how_many(group.organisations)
    context = tabs(request.person, Word.Key.GROUPS) | {
        "groups": found,
        "may_add": may_shape_network(request.person),
    }
    return render(request, "network/groups.html", context)


@public_page
def group(request, slug):
    """One theme group and its organisations; its people are in the directory only."""
    found = get_object_or_404(Group, slug=slug)
    members = queries.organisations_on(clock.today(), group=found)
    context = {
        "group": found,
        "organisations": members,
        "how_many": _how_many(len(members)),
        "bodies": found.bodies.order_by("pk"),
        "may_edit": may_describe(request.person, found),
        "may_read_directory": may_read_directory(request.person),
    }
    return render(request, "network/group.html", context)


def _how_many(organisations):
    words = ngettext("%(n)s organisation", "%(n)s organisations", organisations)
    return words % {"n": organisations}
