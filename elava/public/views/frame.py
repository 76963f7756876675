"""The desk's pages of the programme's frame: one list and one form for each noun."""

from collections.abc import Callable
from typing import NamedTuple

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.foundation.access import require
from elava.foundation.once import once
from elava.foundation.uploads import opens_photos
from elava.network.actions import change_partnership, leave_project, take_part_in_project
from elava.network.models import Partnership
from elava.programmes.actions import (
    add_to_frame,
    change_in_frame,
    change_programme,
    remove_from_frame,
    set_languages,
)
from elava.programmes.models import Banner, FunderPack
from elava.programmes.queries import free_slug
from elava.programmes.rules import may_shape_programme
from elava.public.actions import show_picture
from elava.public.forms import NOUNS, PARTS, LanguagesForm, PictureForm
from elava.public.queries import picture_of

WITH_PICTURE = (Banner, FunderPack)


class Acts(NamedTuple):
    """How a row of a noun comes, changes and goes."""

    add: Callable
    change: Callable
    remove: Callable


def _agree(_noun, *, by, **facts):
    return take_part_in_project(by=by, **facts)


OF_FRAME = Acts(add_to_frame, change_in_frame, remove_from_frame)
ACTS = {Partnership: Acts(_agree, change_partnership, leave_project)}


@never_cache
@require_GET
def frame(request):
    """Everything that the programme says of itself, part by part and noun by noun."""
    require(may_shape_programme, request.person)
    parts = [
        {"label": form.title, "url": reverse("change_programme", args=[part])}
        for part, form in PARTS.items()
    ]
    parts.append({"label": _("Languages"), "url": reverse("change_languages")})
    nouns = [
        {"label": noun.title, "url": reverse("frame_rows", args=[name])}
        for name, noun in NOUNS.items()
    ]
    nouns.append({"label": _("Own pages"), "url": reverse("own_pages")})
    return render(request, "public/frame.html", {"parts": parts, "nouns": nouns})


def _form(form_class, request, row=None):
    names = form_class.base_fields
    known = {name: getattr(row, name) for name in names if row is not None and hasattr(row, name)}
    if "goals" in known:
        known["goals"] = list(row.goals.values_list("pk", flat=True))
    languages = request.programme.language_codes
    return form_class(request.POST or None, initial=known or None, languages=languages)


def _page(request, form, title, back, **more):
    context = {"form": form, "title": title, "back": back, **more}
    return render(request, "public/edit.html", context)


@once
def change_part(request, part):
    """One part of what the programme says of itself."""
    require(may_shape_programme, request.person)
    if part not in PARTS:
        raise Http404
    form = _form(PARTS[part], request, request.programme)
    if form.is_valid():
        change_programme(request.programme, by=request.person, **form.cleaned_data)
        return redirect("frame")
    return _page(request, form, PARTS[part].title, reverse("frame"))


@once
def change_languages(request):
    """The languages of the programme."""
    require(may_shape_programme, request.person)
    codes = request.programme.language_codes
    form = LanguagesForm(request.POST or None, initial={"first": codes[0], "others": codes})
    if form.is_valid():
        set_languages(request.programme, by=request.person, **form.cleaned_data)
        return redirect("frame")
    return _page(request, form, _("Languages"), reverse("frame"))


def _noun(name):
    if name not in NOUNS:
        raise Http404
    return NOUNS[name]


@never_cache
@require_GET
def rows(request, noun):
    """The rows of a noun."""
    require(may_shape_programme, request.person)
    rows = _noun(noun).model.objects.select_related(*_noun(noun).loads)
    found = list(rows.order_by("created_at", "pk"))
    for row in found:
        row.url = reverse("change_frame_row", args=[noun, row.pk])
    context = {"title": _noun(noun).title, "noun": noun, "rows": found}
    return render(request, "public/frame_rows.html", context)


@once
def add_row(request, noun):
    """A noun gets one more row."""
    require(may_shape_programme, request.person)
    model = _noun(noun).model
    form = _form(_noun(noun).form, request)
    if form.is_valid():
        facts = dict(form.cleaned_data)
        if hasattr(model, "slug"):
            facts["slug"] = free_slug(model, facts["name"])
        ACTS.get(model, OF_FRAME).add(model, by=request.person, **facts)
        return redirect("frame_rows", noun=noun)
    return _page(request, form, _noun(noun).title, reverse("frame_rows", args=[noun]))


def _row(noun, pk):
    return get_object_or_404(_noun(noun).model.objects.all(), pk=pk)


@once
def change_row(request, noun, pk):
    """A row changes."""
    require(may_shape_programme, request.person)
    row = _row(noun, pk)
    form = _form(_noun(noun).form, request, row)
    if form.is_valid():
        ACTS.get(type(row), OF_FRAME).change(row, by=request.person, **form.cleaned_data)
        return redirect("frame_rows", noun=noun)
    more = {"remove_url": reverse("remove_frame_row", args=[noun, pk])}
    if isinstance(row, WITH_PICTURE):
        more |= {
            "picture_url": reverse("frame_picture", args=[noun, pk]),
            "picture": picture_of(row),
        }
    return _page(request, form, str(row), reverse("frame_rows", args=[noun]), **more)


@once
def remove_row(request, noun, pk):
    """A row goes, where nothing points at it."""
    require(may_shape_programme, request.person)
    row = _row(noun, pk)
    if request.method == "POST":
        ACTS.get(type(row), OF_FRAME).remove(row, by=request.person)
        return redirect("frame_rows", noun=noun)
    return render(
        request, "public/remove.html", {"row": row, "back": reverse("frame_rows", args=[noun])}
    )


@opens_photos("file")
@once
def picture(request, noun, pk):
    """The picture of a banner or of a funder's mark."""
    require(may_shape_programme, request.person)
    row = _row(noun, pk)
    if not isinstance(row, WITH_PICTURE):
        raise Http404
    form = PictureForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        show_picture(row, form.cleaned_data["file"], by=request.person)
        return redirect("change_frame_row", noun=noun, pk=pk)
    back = reverse("change_frame_row", args=[noun, pk])
    return _page(request, form, str(row), back, has_file=True)
