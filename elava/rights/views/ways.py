from django.contrib import messages as flash
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from elava.foundation.access import require
from elava.foundation.errors import NotNow
from elava.foundation.limits import limited
from elava.foundation.once import once
from elava.people.actions import (
    stop_contact_way,
    verify_contact_way,
    withdraw_consent,
)
from elava.people.models import ContactWay, KeyHolder
from elava.people.queries import receipt_with_secret
from elava.rights import actions
from elava.rights.forms import ReachForm, WayForm
from elava.rights.rules import may_see_own_page

WEB = "web"


@never_cache
@require_POST
@limited("reach")
@once
def reach(request):
    """The holder of a slip says where the answer shall go, or that it shall go there no more."""
    form = ReachForm(request.POST)
    receipt = receipt_with_secret(request.POST.get("secret", ""))
    if receipt is None or not form.is_valid():
        raise Http404
    holder = KeyHolder(receipt)
    if "stop" in request.POST:
        way = get_object_or_404(ContactWay.objects.filter(receipt=receipt), pk=request.POST["stop"])
        stop_contact_way(way, by=holder)
        return redirect("slip")
    try:
        actions.ask_to_be_told(
            receipt, form.cleaned_data["to"], by=holder, channel=WEB, language=request.language
        )
    except NotNow as reason:
        form.add_error("to", str(reason))
        return render(request, "rights/reach.html", {"form": form})
    return redirect("slip")


@never_cache
@limited("secret", methods=("GET", "POST"))
@once
def by_link(request, pk, secret):
    """Whoever got a message confirms that way of reaching them, or stops it."""
    way = get_object_or_404(ContactWay.objects.running(), pk=pk)
    if not constant_time_compare(secret, way.secret):
        raise Http404
    if request.method == "POST":
        change = stop_contact_way if "stop" in request.POST else verify_contact_way
        change(way, by=KeyHolder(way))
        return redirect("forgotten") if "stop" in request.POST else redirect(request.path)
    return render(request, "rights/by_link.html", {"way": way})


@once
def add(request):
    """A new way to reach the person."""
    require(may_see_own_page, request.person)
    form = WayForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        quiet = (said["quiet_from"], said["quiet_until"]) if said["quiet_from"] else None
        try:
            actions.ask_to_be_told(
                request.person, said["to"], by=request.person, channel=WEB, kind=said["kind"],
                quiet=quiet, language=request.person.language or request.language,
            )  # fmt: skip
            return redirect("me")
        except NotNow as reason:
            form.add_error("to", str(reason))
    return render(request, "rights/add_way.html", {"form": form, "promise": actions.PROMISE})


@require_POST
@once
def stop(request, pk):
    """Nobody reaches the person there any more."""
    require(may_see_own_page, request.person)
    ways = ContactWay.objects.seen_by(request.person).filter(person=request.person)
    stop_contact_way(get_object_or_404(ways, pk=pk), by=request.person)
    flash.success(request, _("Stopped, and the address is forgotten."))
    return redirect("me")


@require_POST
@once
def take_back(request, purpose):
    """A yes becomes a no."""
    require(may_see_own_page, request.person)
    withdraw_consent(request.person, by=request.person, purpose=purpose, channel=WEB)
    flash.success(request, _("Taken back."))
    return redirect("me")


@require_POST
@once
def take_slip(request):
    """A person takes the slip in their hand as their own."""
    require(may_see_own_page, request.person)
    receipt = receipt_with_secret(request.POST.get("secret", ""))
    if receipt is None:
        raise Http404
    actions.take_slip(receipt, by=request.person)
    flash.success(request, _("The slip is on your own page now."))
    return redirect("me")
