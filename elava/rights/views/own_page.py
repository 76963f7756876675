from itertools import groupby

from django.contrib import messages as flash
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.once import once
from elava.people.actions import change_own_words
from elava.rights import actions, queries
from elava.rights.forms import EraseForm, PersonForm
from elava.rights.models import DataRequest
from elava.rights.rules import may_see_own_page
from elava.ui.context import LANGUAGES

MOST_SHOWN = 12


@never_cache
@require_GET
def me(request):
    """A person's own page: what we know, how we reach them, what they may ask of us."""
    require(may_see_own_page, request.person)
    words = {
        "stop_word": _("Stop this"),
        "take_back_word": _("Take it back"),
        "confirm_word": actions.CONFIRM_FIRST,
    }
    return render(request, "rights/me.html", queries.own_page(request.person) | words)


@once
def change(request):
    """What we call them, in which language, and who may see it."""
    require(may_see_own_page, request.person)
    person = request.person
    now = {"called": person.called, "language": person.language or request.language,
           "visibility": person.visibility}  # fmt: skip
    codes = [row["code"] for row in request.programme.languages]
    names = [(code, LANGUAGES.get(code, (code,))[0]) for code in codes]
    form = PersonForm(request.POST or None, initial=now, languages=names, is_minor=person.is_minor)
    if form.is_valid():
        change_own_words(person, by=person, **form.cleaned_data)
        flash.success(request, _("Changed."))
        return redirect("me")
    return render(request, "rights/change.html", {"form": form})


@never_cache
@require_GET
def everything(request):
    """All that we know of the person, read through the privacy register."""
    require(may_see_own_page, request.person)
    lines = queries.everything_about(request.person, most=MOST_SHOWN)
    lines.sort(key=lambda line: line.purpose)
    groups = [(name, list(found)) for name, found in groupby(lines, lambda line: line.purpose)]
    return render(request, "rights/everything.html", {"groups": groups, "kept_word": _("Kept:")})


@require_POST
@once
def take(request):
    """The person asks for a copy; it is made when they fetch it, and kept nowhere."""
    require(may_see_own_page, request.person)
    actions.take_along(request.person, by=request.person)
    return redirect("parcel")


@never_cache
@require_GET
def parcel(request):
    """The copy itself, made at this moment for the one who is signed in."""
    require(may_see_own_page, request.person)
    return as_download(queries.parcel_of(request.person))


def as_download(body):
    """A parcel as a file to save."""
    response = HttpResponse(body, content_type="application/zip")
    name = f"elava-{clock.today():%Y-%m-%d}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@once
def forget_me(request):
    """The person is forgotten at once; whoever sits in a body is so by the desk, in a month."""
    person = request.person
    require(may_see_own_page, person)
    has_seat = queries.has_seat(person)
    form = EraseForm(request.POST or None)
    if form.is_valid() and has_seat:
        erase, own_page = DataRequest.Kind.ERASE, DataRequest.Channel.OWN_PAGE
        actions.ask_for(person, by=person, kind=erase, channel=own_page)
        return redirect("me")
    if form.is_valid():
        actions.erase_person(person, by=person)
        logout(request)
        return redirect("forgotten")
    return render(request, "rights/forget.html", {"form": form, "has_seat": has_seat})


@require_POST
@once
def keep_me(request):
    """The person has thought better of being forgotten."""
    require(may_see_own_page, request.person)
    actions.take_back_all(request.person, by=request.person)
    return redirect("me")


@never_cache
@require_GET
def forgotten(request):
    """The last page, for whoever was just forgotten."""
    return render(request, "rights/forgotten.html")
