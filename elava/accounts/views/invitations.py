"""How people with a role come in: somebody invites them."""

from django.shortcuts import redirect, render
from django.urls import reverse

from elava.accounts import actions
from elava.accounts.forms import InvitationForm
from elava.accounts.rules import may_invite
from elava.foundation.access import require
from elava.foundation.once import once
from elava.ui.context import LANGUAGES


@once
def invite(request):
    """Name and address of somebody who shall work in the programme."""
    require(may_invite, request.person)
    codes = request.programme.language_codes
    names = [(code, LANGUAGES.get(code, (code,))[0]) for code in codes]
    form = InvitationForm(request.POST or None, initial={"language": codes[0]}, languages=names)
    if form.is_valid():
        person = actions.invite_person(by=request.person, **form.cleaned_data)
        return redirect(f"{reverse('roles', args=[person.pk])}?invited=1")
    return render(request, "accounts/invite.html", {"form": form})
