from urllib.parse import urlencode

from django.shortcuts import render
from django.views.decorators.http import require_safe

from elava.foundation.limits import limited
from elava.ui.dates import day
from elava.ui.prose import excerpt

from .forms import SearchForm
from .queries import found_by


@require_safe
@limited("search", methods=("GET", "HEAD"))
def search(request):
    """What is public and holds the words, in any of their forms."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    results = found_by(words, after=request.GET.get("after", "")) if words else None
    context = {
        "form": form,
        "words": words,
        "results": results,
        "rows": _rows(results.rows) if results else [],
        "next": _address(request, words, results.next) if results and results.next else "",
        "first": _address(request, words) if words and request.GET.get("after") else "",
    }
    return render(request, "search/search.html", context)


def _address(request, words, after=""):
    query = {"q": words, "after": after} if after else {"q": words}
    return f"{request.path}?{urlencode(query)}"


def _rows(pairs):
    """What a result shows."""
    return [
        {
            "url": found.url,
            "title": found.title,
            "text": excerpt(found.text),
            "lang": found.language.partition("-")[0],
            "kind": one.label,
            "on": day(found.on),
        }
        for one, found in pairs
    ]
