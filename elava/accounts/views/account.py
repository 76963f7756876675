"""The page of one's own account: address, sessions, and the way to a new address."""

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.logout import logout
from allauth.account.views import ConfirmEmailVerificationCodeView, EmailView
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.accounts.forms import NewAddressCodeForm, NewAddressForm
from elava.accounts.queries import SECOND_STEP, locks_of
from elava.accounts.views.sign_in import code_shown, passkeys_here
from elava.foundation.once import once
from elava.people.actions import end_sessions
from elava.people.queries import person_of


def keep_only_this_session(request, *, has_second_step):
    """After a change of the locks: this browser stays, all others are signed out."""
    end_sessions(request.user, by=person_of(request.user))
    update_session_auth_hash(request, request.user)
    if has_second_step:
        request.session[SECOND_STEP] = True
    else:
        request.session.pop(SECOND_STEP, None)


@never_cache
@require_GET
@login_required
def account(request):
    """What is set, and where to change it."""
    context = {
        "locks": locks_of(request.user), "has_passkeys": passkeys_here(request),
        "me": person_of(request.user),
    }  # fmt: skip
    return render(request, "accounts/account.html", context)


@once
@login_required
def everywhere(request):
    """Sign out of every browser at once."""
    if request.method == "POST":
        end_sessions(request.user, by=person_of(request.user))
        logout(request, show_message=False)
        return redirect("sign_in")
    return render(request, "accounts/everywhere.html")


class NewAddress(EmailView):
    """Which address shall be mine from now on?"""

    template_name = "accounts/new_address.html"
    form_class = NewAddressForm

    def dispatch(self, request, *args, **kwargs):
        """Only with a second step: otherwise a borrowed session could take the account along."""
        if request.user.is_authenticated and not locks_of(request.user).is_set:
            return redirect("account_app")
        return self._asked(request, *args, **kwargs)

    @method_decorator(reauthentication_required(app="allauth.account"))
    def _asked(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)


@method_decorator(login_required, name="dispatch")
class NewAddressCode(ConfirmEmailVerificationCodeView):
    """Which code came to the new address?"""

    template_name = "accounts/new_address_code.html"
    form_class = NewAddressCodeForm

    def get_context_data(self, **kwargs):
        """What the page needs."""
        return super().get_context_data(code_shown=code_shown(self.request), **kwargs)


new_address = once(NewAddress.as_view())
new_address_code = once(NewAddressCode.as_view())
