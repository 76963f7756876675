"""The wall as the room sees it: on the screen, and on each phone."""

from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET

from elava.challenges import actions, queries
from elava.challenges.forms import CodeForm, NoteForm
from elava.challenges.rules import may_facilitate
from elava.foundation.digits import as_typed, in_threes
from elava.foundation.limits import limited
from elava.foundation.once import once
from elava.journal.live import live
from elava.people.models import NOBODY

from .room import run_by
from .workshops import dressed


@never_cache
@limited("wall", methods=("GET",))
@require_GET
def find_wall(request):
    """Which wall? The code stands in the room."""
    form = CodeForm(request.GET or None)
    if form.is_valid():
        found = queries.open_workshop_with(form.cleaned_data["code"])
        if found is not None:
            return redirect("add_note", found.room_code)
        form.add_error("code", _("No wall is open with this code. Check its five digits."))
    return render(request, "challenges/find_wall.html", {"form": form})


# No session and no cookie speaks here: the code of the room is all the right there is.
@csrf_exempt
@limited("wall", methods=("GET", "POST"))
@once
def add_note(request, code):
    """A phone adds a note: no account, no name, no cookie."""
    found = queries.open_workshop_with(code)
    if found is None or as_typed(code) != code:
        return redirect(reverse("find_wall") + "?" + urlencode({"code": code}))
    form = NoteForm(request.POST or None)
    if form.is_valid():
        words = " ".join(form.cleaned_data["words"].split())
        actions.add_note(words, by=NOBODY, room_code=code, language=request.language)
        return redirect(reverse("add_note", args=[code]) + "?sent=1")
    context = {"workshop": dressed(found), "form": form, "was_sent": "sent" in request.GET}
    return render(request, "challenges/add_note.html", context)


@limited("screen", methods=("GET",), counts_misses=True)
@live
@require_GET
def wall(request, pk):
    """The wall on the screen of the room; it shows new notes by itself."""
    found = get_object_or_404(queries.workshops_seen_by(request.person), pk=pk)
    if not may_facilitate.test(request.person, found):
        if as_typed(request.GET.get("code", "")) != found.room_code:
            raise Http404
        if not found.is_open:
            return redirect(found)
    piles = queries.notes_for_the_room(found)
    context = {
        "workshop": found,
        "code": in_threes(found.room_code),
        "address": _address(request, found),
        "piles": piles,
        "count": sum(len(notes) for _group, notes in piles),
        "here": request.get_full_path(),
    }
    return render(request, "challenges/wall.html", context)


@never_cache
@require_GET
def sign(request, pk):
    """The sign for the door and the tables: the code of the room, for eyes and for cameras."""
    found = run_by(request, pk)
    context = {
        "workshop": dressed(found),
        "code": in_threes(found.room_code),
        "address": _address(request, found),
        "short_address": f"{request.get_host()}{reverse('find_wall')}",
    }
    return render(request, "challenges/sign.html", context)


def _address(request, found):
    return request.build_absolute_uri(reverse("add_note", args=[found.room_code]))
