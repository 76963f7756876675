from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.keyset import Keyset
from elava.network import queries
from elava.network.forms import SearchForm
from elava.network.models import Group
from elava.network.rules import may_read_directory, may_shape_network
from elava.programmes.models import Word

from .tabs import tabs

PAGE = 30


@never_cache
@require_GET
def directory(request):
    """The people of the network, for those who work in it: by name, by theme group."""
    require(may_read_directory, request.person)
    form = SearchForm(request.GET or None)
    name = form.cleaned_data["name"] if form.is_bound and form.is_valid() else ""
    group = Group.objects.filter(slug=request.GET.get("group", "")).first()
    found = queries.people_in_directory(request.person, name=name, group=group)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = Keyset(found, size=PAGE, after=after, before=before)
    context = tabs(request.person, Word.Key.DIRECTORY) | {
        "form": form,
        "people": queries.with_roles(page.rows, clock.today()),
        "groups": _groups(name, group),
        "group": group,
        "next": page.next and _address(name, group, after=page.next),
        "previous": page.previous and _address(name, group, before=page.previous),
        "may_add": may_shape_network(request.person),
    }
    return render(request, "network/directory.html", context)


def _address(name, group, **edge):
    asked = {"name": name, "group": group.slug if group else "", **edge}
    chosen = {key: value for key, value in asked.items() if value}
    return reverse("directory") + (f"?{urlencode(chosen)}" if chosen else "")


def _groups(name, chosen):
    everybody = {"label": _("All"), "url": _address(name, None), "current": chosen is None}
    return [everybody] + [
        {"label": str(group), "url": _address(name, group), "current": group == chosen}
        for group in Group.objects.order_by("order", "pk")
    ]
