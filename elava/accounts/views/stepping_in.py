"""The demonstration's role switcher: one click, and one is somebody of the programme."""

from allauth.account.internal.flows.logout import logout
from django.contrib.auth import login
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from elava.accounts import actions
from elava.accounts.queries import ROLES, SECOND_STEP, roles_to_play, somebody_as
from elava.accounts.views.adapter import landing
from elava.foundation.once import once

BACKEND = "django.contrib.auth.backends.ModelBackend"
PLAYED = "role_played"


@once
def step_in(request):
    """Become a coordinator, a chair, a helper or a resident, in a demonstration."""
    if not request.is_play:
        raise Http404
    if request.method == "POST":
        return _become(request, request.POST.get("role", ""))
    played = request.session.get(PLAYED)
    context = {
        "roles": roles_to_play(), "me": request.person,
        "played": ROLES[played].label if played in ROLES and not request.person.is_visitor else "",
    }  # fmt: skip
    return render(request, "accounts/step_in.html", context)


def _become(request, role):
    logout(request, show_message=False)
    if role == "resident":
        return redirect("home")
    person = somebody_as(role)
    if person is None:
        raise Http404(_("Nobody in this programme has this role."))
    account = actions.lend_account(person, by=person)
    login(request, account, backend=BACKEND)
    request.session[SECOND_STEP], request.session[PLAYED] = True, role
    return redirect(landing(person, otherwise=reverse("step_in")))
