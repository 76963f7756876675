"""How people with a role come in: somebody invites them."""

from django.shortcuts import redirect, render
from django.urls import reverse

from elava.accounts import actions
from elava.accounts.forms import InvitationForm
from elava.accounts.rules import may_invite
from elava.foundation.access import require
from elava.foundation.once import once


@once
def invite(request):
    """Name and address of somebody who shall work in the programme."""
    require(may_invite, request.person)
    form = InvitationForm(request.POST or None)
    if form.is_valid():
        actions.invite_person(by=request.person, language=request.language, **form.cleaned_data)
        return redirect(f"{reverse('invite')}?done=1")
    is_done = "done" in request.GET and not form.is_bound
    return render(request, "accounts/invite.html", {"form": form, "is_done": is_done})
