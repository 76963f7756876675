"""The desk's pages of the network: organisations, theme groups, bodies and their purses."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.once import once
from elava.network import actions, queries
from elava.network.forms import (
    BodyForm,
    EndForm,
    GroupForm,
    MovementForm,
    OrganisationForm,
    SeatForm,
)
from elava.network.models import Body, Group, Organisation, Seat
from elava.network.rules import (
    may_describe,
    may_move_purse,
    may_seat_members,
    may_shape_network,
)
from elava.programmes.queries import free_slug


def _asked(form_class, request, row=None, **more):
    fields = {name: getattr(row, name) for name in form_class.base_fields if hasattr(row, name)}
    codes = request.programme.language_codes
    return form_class(request.POST or None, initial={**fields, **more}, languages=codes)


def _page(request, form, title, button, back, **more):
    context = {"form": form, "title": title, "button": button, "back": back, **more}
    return render(request, "network/edit.html", context)


@once
def add_organisation(request):
    """The coordinator adds an organisation."""
    require(may_shape_network, request.person)
    form = _asked(OrganisationForm, request)
    if form.is_valid():
        slug = free_slug(Organisation, form.cleaned_data["name"])
        return redirect(actions.add_organisation(by=request.person, slug=slug, **form.cleaned_data))
    title = _("Add an organisation")
    return _page(request, form, title, title, "organisations")


@once
def change_organisation(request, slug):
    """The coordinator, or the organisation itself, changes what is told of it."""
    found = get_object_or_404(Organisation.objects.public(), slug=slug)
    require(may_describe, request.person, found)
    form = _asked(OrganisationForm, request, found)
    if not may_shape_network(request.person):
        for name in actions.STANDING:
            del form.fields[name]
    if form.is_valid():
        return redirect(actions.change_organisation(found, by=request.person, **form.cleaned_data))
    return _page(request, form, found.name, _("Save"), "organisations")


@once
def add_group(request):
    """The coordinator adds a theme group."""
    require(may_shape_network, request.person)
    form = _asked(GroupForm, request)
    if form.is_valid():
        slug = free_slug(Group, form.cleaned_data["name"])
        return redirect(actions.form_group(by=request.person, slug=slug, **form.cleaned_data))
    title = _("Add a theme group")
    return _page(request, form, title, title, "groups")


@once
def change_group(request, slug):
    """The coordinator, or the group's chair, changes what is told of it."""
    found = get_object_or_404(Group, slug=slug)
    require(may_describe, request.person, found)
    form = _asked(GroupForm, request, found)
    if form.is_valid():
        return redirect(actions.change_group(found, by=request.person, **form.cleaned_data))
    seats = queries.seats_of(found, clock.today())
    return _page(request, form, str(found), _("Save"), "groups", seats=seats, group=found)


@once
def join_group(request, slug):
    """An organisation gets its seat in a theme group."""
    found = get_object_or_404(Group, slug=slug)
    require(may_seat_members, request.person, found)
    form = SeatForm(request.POST or None)
    if form.is_valid():
        chosen = dict(form.cleaned_data)
        actions.join_group(chosen.pop("organisation"), by=request.person, group=found, **chosen)
        return redirect(found)
    return _page(request, form, _("Add an organisation to the group"), _("Add"), "groups")


@once
def end_seat(request, pk):
    """An organisation's last day in a theme group."""
    found = get_object_or_404(Seat.objects.select_related("group", "organisation"), pk=pk)
    require(may_seat_members, request.person, found.group)
    form = EndForm(request.POST or None)
    if form.is_valid():
        actions.end_seat(found, by=request.person, **form.cleaned_data)
        return redirect(found.group)
    return _page(request, form, found.organisation.name, _("End the seat"), "groups")


@once
def add_body(request):
    """The coordinator forms a body."""
    require(may_shape_network, request.person)
    form = _asked(BodyForm, request, Body())
    if form.is_valid():
        slug = free_slug(Body, form.cleaned_data["name"])
        return redirect(actions.form_body(by=request.person, slug=slug, **form.cleaned_data))
    title = _("Add a body")
    return _page(request, form, title, title, "bodies")


@once
def change_body(request, slug):
    """The coordinator changes a body's words, rules or mandate."""
    found = get_object_or_404(Body, slug=slug)
    require(may_shape_network, request.person, found)
    sums = {"euros_each": found.cents_each, "euros_in_all": found.cents_in_all}
    form = _asked(BodyForm, request, found, **sums)
    if form.is_valid():
        return redirect(actions.change_body(found, by=request.person, **form.cleaned_data))
    return _page(request, form, str(found), _("Save"), "bodies")


@once
def move_purse(request, slug):
    """Money comes into a body's purse, is promised, or is released."""
    found = get_object_or_404(Body, slug=slug)
    require(may_move_purse, request.person, found)
    form = MovementForm(request.POST or None)
    if form.is_valid():
        actions.move_purse(found, by=request.person, **form.cleaned_data)
        return redirect(found)
    title = _("Add a movement of money")
    return _page(request, form, title, title, "bodies")
