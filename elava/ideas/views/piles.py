"""The whole of a pile of the desk."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.foundation.access import require
from elava.ideas import queries
from elava.ideas.rules import may_screen


@never_cache
@require_GET
def pile(request, name):
    """Every idea of one pile, the nearest day first."""
    require(may_screen, request.person)
    if name not in queries.PILES:
        raise Http404
    after = request.GET.get("after", "")
    rows, more = queries.page_of_pile(name, request.person, after)
    context = {
        "title": queries.PILES[name].title, "rows": rows,
        "first": request.path if after else "", "next": f"?after={more}" if more else "",
    }  # fmt: skip
    return render(request, "ideas/pile.html", context)
