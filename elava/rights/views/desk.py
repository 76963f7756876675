from django.contrib import messages as flash
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from elava.foundation.access import require
from elava.foundation.once import once
from elava.people.models import Person, Receipt
from elava.rights import actions, queries
from elava.rights.forms import AskForm, SearchForm
from elava.rights.models import DataRequest
from elava.rights.rules import may_handle_requests

from .own_page import as_download

MOST_DONE = 20


@never_cache
@require_GET
def requests(request):
    """Who wants their data or wants to be forgotten, by date; and a new request by phone."""
    require(may_handle_requests, request.person)
    form = SearchForm(request.GET or None)
    context = {
        "form": form,
        "due_word": _("by"),
        "waiting": queries.with_words(queries.requests_waiting(request.person)),
        "done": queries.with_words(queries.requests_done(request.person)[:MOST_DONE]),
    }
    if form.is_valid() and form.cleaned_data["who"]:
        context["found"] = queries.people_found(form.cleaned_data["who"], request.person)
    return render(request, "rights/requests.html", context)


@once
def new(request, what, pk):
    """Somebody asked by phone, by letter or face to face."""
    require(may_handle_requests, request.person)
    rows = {"person": Person, "slip": Receipt}.get(what)
    if rows is None:
        raise Http404
    owner = get_object_or_404(rows.objects.seen_by(request.person), pk=pk)
    called = owner.number_shown if what == "slip" else str(owner)
    form = AskForm(request.POST or None, is_slip=what == "slip")
    if form.is_valid():
        kind, channel = form.cleaned_data["kind"], form.cleaned_data["channel"]
        asked = actions.ask_for(owner, by=request.person, kind=kind, channel=channel)
        return redirect(asked)
    return render(request, "rights/new_request.html", {"form": form, "called": called})


@once
def one(request, pk):
    """One request: what it means, and the button that does it."""
    require(may_handle_requests, request.person)
    asked = get_object_or_404(_requests(request), pk=pk)
    if request.method == "POST":
        actions.do_request(asked, by=request.person)
        flash.success(request, _("Done."))
        return redirect("data_requests")
    is_waiting = asked.done_on is None
    is_erasure = asked.kind == DataRequest.Kind.ERASE
    context = {"asked": asked, "is_waiting": is_waiting, "is_erasure": is_erasure}
    return render(request, "rights/request.html", context)


@never_cache
@require_GET
def parcel(request, pk):
    """The copy for whoever asked for it, as long as the request waits."""
    require(may_handle_requests, request.person)
    take = DataRequest.Kind.TAKE
    asked = get_object_or_404(_requests(request).waiting().filter(kind=take), pk=pk)
    return as_download(queries.parcel_of(asked.person))


@require_POST
@once
def take_back(request, pk):
    """Whoever asked has thought better of it."""
    require(may_handle_requests, request.person)
    actions.take_back(get_object_or_404(_requests(request), pk=pk), by=request.person)
    return redirect("data_requests")


def _requests(request):
    seen = DataRequest.objects.seen_by(request.person)
    return seen.select_related("person", "receipt", "receipt__claimed_by")
