"""The pages that the programme writes itself, at the desk: words, parts, sources; shown or not."""

from django.contrib import messages as flash
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from elava.foundation.access import require
from elava.foundation.once import once
from elava.programmes import actions
from elava.programmes.models import Page, PagePart, PageSource
from elava.programmes.queries import free_slug, page_at, page_of
from elava.programmes.rules import may_shape_programme
from elava.public.forms.pages import ON_PAGE, PageForm


@never_cache
@require_GET
def own_pages(request):
    """All of them, also those that nobody else sees yet."""
    require(may_shape_programme, request.person)
    pages = [
        {"label": str(page), "url": _desk_of(page), "note": "" if page.is_shown else _("Hidden")}
        for page in Page.objects.seen_by(request.person)
    ]
    return render(request, "public/own_pages.html", {"pages": pages})


@never_cache
@require_GET
def own_page(request, pk):
    """One page as its editors see it: what stands on it, and the doors to change each thing."""
    require(may_shape_programme, request.person)
    found = get_object_or_404(Page.objects.seen_by(request.person), pk=pk)
    page = page_at(found.slug, request.person)
    context = {
        "page": page,
        "parts": [_part(part) for part in page.parts.all()],
        "sources": [_line("source", source) for source in page.sources.all()],
    }
    return render(request, "public/own_page.html", context)


def _part(part):
    facts = [_line("fact", fact) for fact in part.facts.all()]
    return _line("part", part) | {
        "facts": facts,
        "add": reverse("add_to_page", args=[part.pk, "fact"]),
    }


def _line(what, row):
    return {"label": str(row), "url": reverse("change_on_page", args=[what, row.pk])}


def _desk_of(page):
    return reverse("own_page", args=[page.pk])


@once
def write(request):
    """A new page; it is hidden until somebody shows it."""
    require(may_shape_programme, request.person)
    form = PageForm(request.POST or None, languages=request.programme.language_codes)
    if form.is_valid():
        facts = _facts(form)
        slug = free_slug(Page, facts["title"])
        return redirect(_desk_of(actions.write_page(by=request.person, slug=slug, **facts)))
    return _asked(request, form, _("Write a page"), reverse("own_pages"))


@once
def change(request, pk):
    """The words above and below the parts."""
    require(may_shape_programme, request.person)
    page = get_object_or_404(Page.objects.seen_by(request.person), pk=pk)
    form = _form(PageForm, request, page)
    if form.is_valid():
        version = form.cleaned_data["version"]
        actions.change_on_page(page, by=request.person, version=version, **_facts(form))
        return redirect(_desk_of(page))
    return _asked(request, form, str(page), _desk_of(page))


@require_POST
@once
def turn(request, pk):
    """Shown to everybody, or hidden again."""
    require(may_shape_programme, request.person)
    page = get_object_or_404(Page.objects.seen_by(request.person), pk=pk)
    actions.turn_page(page, by=request.person, is_shown="show" in request.POST)
    flash.success(request, _("Everybody sees the page.") if "show" in request.POST
                  else _("Nobody else sees the page now."))  # fmt: skip
    return redirect(_desk_of(page))


@once
def add(request, pk, what):
    """A part or a source of a page, a fact of a part."""
    require(may_shape_programme, request.person)
    kind = _kind(what)
    above = get_object_or_404(Page if kind.above == "page" else PagePart, pk=pk)
    page = page_of(above)
    form = _form(kind.form, request, page=page)
    if form.is_valid():
        facts = _facts(form) | {kind.above: above}
        actions.add_to_page(kind.model, by=request.person, **facts)
        return redirect(_desk_of(page))
    return _asked(request, form, kind.add, _desk_of(page))


@once
def change_row(request, what, pk):
    """Something on a page gets other words."""
    row, page = _row(request, what, pk)
    form = _form(_kind(what).form, request, row, page)
    if form.is_valid():
        version = form.cleaned_data["version"]
        actions.change_on_page(row, by=request.person, version=version, **_facts(form))
        return redirect(_desk_of(page))
    remove = reverse("take_off_page", args=[what, pk])
    return _asked(request, form, str(row), _desk_of(page), remove_url=remove)


@once
def remove_row(request, what, pk):
    """Something goes from a page."""
    row, page = _row(request, what, pk)
    if request.method == "POST":
        actions.take_off_page(row, by=request.person)
        return redirect(_desk_of(page))
    return render(request, "public/remove.html", {"row": row, "back": _desk_of(page)})


def _kind(what):
    if what not in ON_PAGE:
        raise Http404
    return ON_PAGE[what]


def _row(request, what, pk):
    require(may_shape_programme, request.person)
    row = get_object_or_404(_kind(what).model.objects.all(), pk=pk)
    return row, page_of(row)


def _form(form_class, request, row=None, page=None):
    names = form_class.base_fields
    known = {name: getattr(row, name) for name in names if hasattr(row, name)}
    if getattr(row, "cents", None) is not None:
        known["euros"] = row.cents
    sources = PageSource.objects.filter(page=page).order_by("number", "pk") if page else ()
    return form_class(
        request.POST or None, initial=known or None, sources=list(sources),
        languages=request.programme.language_codes,
    )  # fmt: skip


def _facts(form):
    return {name: value for name, value in form.cleaned_data.items() if name != "version"}


def _asked(request, form, title, back, **more):
    context = {"form": form, "title": title, "back": back, **more}
    return render(request, "public/edit.html", context)
