from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.once import once
from elava.network import actions, queries
from elava.network.forms import EndForm, RoleForm
from elava.network.models import Membership
from elava.network.rules import may_seat_members, may_shape_network
from elava.people.models import Person
from elava.ui.dates import short_day


@never_cache
@require_GET
def roles(request, pk):
    """The roles of one person, with their days, for the coordinator."""
    require(may_shape_network, request.person)
    person = get_object_or_404(Person.objects.seen_by(request.person), pk=pk)
    held = [_line(membership) for membership in queries.roles_held(person)]
    context = {"somebody": person, "roles": held, "is_invited": "invited" in request.GET}
    return render(request, "network/roles.html", context)


def _line(membership):
    days = [short_day(membership.since), "–"]
    if membership.until:
        days.append(short_day(membership.until))
    is_running = membership.until is None or membership.until >= clock.today()
    return {
        "place": membership.place,
        "role": membership.get_role_display(),
        "for": membership.for_organisation,
        "days": " ".join(days),
        "source": membership.source,
        "end_url": reverse("end_role", args=[membership.pk]) if is_running else "",
    }


@once
def add_role(request, pk):
    """A person gets a role, from a day and perhaps to a day."""
    require(may_shape_network, request.person)
    person = get_object_or_404(Person.objects.seen_by(request.person), pk=pk)
    places = queries.places()
    principals = queries.principals(clock.today())
    form = RoleForm(request.POST or None, places=_in_groups(places), principals=principals.items())
    if form.is_valid():
        chosen = dict(form.cleaned_data)
        kind, _dot, place = chosen.pop("place").partition(".")
        principal = Membership.objects.filter(pk=chosen.pop("deputy_of") or None).first()
        actions.start_membership(
            person, by=request.person, deputy_of=principal, **{kind: places[kind][place]}, **chosen
        )
        return redirect("roles", pk=person.pk)
    context = {"form": form, "title": person.called, "button": _("Add the role"),
               "back": "directory"}  # fmt: skip
    return render(request, "network/edit.html", context)


def _in_groups(places):
    words = {"body": _("Who decides"), "group": _("Theme groups"), "organisation": _("Who is in")}
    return [
        (words[kind], [(f"{kind}.{pk}", str(row)) for pk, row in rows.items()])
        for kind, rows in places.items()
    ]


@once
def end_role(request, pk):
    """The last day of a role."""
    found = get_object_or_404(
        Membership.objects.seen_by(request.person).select_related("person"), pk=pk
    )
    require(may_seat_members, request.person, found.place)
    form = EndForm(request.POST or None)
    if form.is_valid():
        actions.end_membership(found, by=request.person, **form.cleaned_data)
        if may_shape_network.test(request.person, None):
            return redirect("roles", pk=found.person_id)
        return redirect(found.place)
    title = f"{found.person.called}: {found.place}, {found.get_role_display()}"
    context = {"form": form, "title": title, "button": _("End the role"), "back": "directory"}
    return render(request, "network/edit.html", context)
