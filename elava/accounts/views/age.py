"""Old enough for an account: said once, without a birth date."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from elava.accounts import actions
from elava.accounts.forms import AgeForm
from elava.accounts.queries import THE_APP
from elava.accounts.views.adapter import landing
from elava.foundation.once import once
from elava.people.queries import person_of


@once
@login_required
def age(request):
    """Thirteen or older, and under 18 or not."""
    me = person_of(request.user)
    if me.is_visitor or request.owed_step == THE_APP:
        return redirect("account" if me.is_visitor else THE_APP)
    known = {"is_old_enough": me.age_confirmed_on is not None, "is_minor": me.is_minor}
    form = AgeForm(request.POST or None, initial=known)
    if form.is_valid():
        me = actions.say_own_age(me, by=me, is_minor=form.cleaned_data["is_minor"])
        return redirect(landing(me, otherwise=reverse("account")))
    return render(request, "accounts/age.html", {"form": form})
