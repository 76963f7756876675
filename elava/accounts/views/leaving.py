"""Out again: who is under 13, and whoever wants no account any more."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.accounts import actions
from elava.accounts.forms import LeaveForm, TooYoungForm
from elava.accounts.queries import THE_APP
from elava.foundation.once import once
from elava.people.queries import person_of
from elava.rights.queries import has_seat


@once
@login_required
def too_young(request):
    """Younger than 13: the account closes, and the person is forgotten."""
    me = person_of(request.user)
    if me.is_visitor or request.owed_step == THE_APP:
        return redirect("account" if me.is_visitor else THE_APP)
    form = TooYoungForm(request.POST or None)
    if form.is_valid():
        actions.leave_too_young(me, by=me)
        logout(request)
        return redirect("account_left")
    return render(request, "accounts/too_young.html", {"form": form, "has_seat": has_seat(me)})


@once
@login_required
def leave(request):
    """Close the account; what the person gave stays."""
    me = person_of(request.user)
    if me.is_visitor or request.owed_step == THE_APP:
        return redirect("account" if me.is_visitor else THE_APP)
    form = LeaveForm(request.POST or None)
    if form.is_valid():
        actions.leave_account(me, by=me)
        logout(request)
        return redirect("account_left")
    return render(request, "accounts/leave.html", {"form": form})


@never_cache
@require_GET
def left(request):
    """The last page, for whoever has just closed an account."""
    return render(request, "accounts/left.html")
