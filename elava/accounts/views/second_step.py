"""The second step: an app on the phone, and recovery codes on paper."""

import segno
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.base.views import ReauthenticateView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.accounts.forms import AppForm, IsItYouForm
from elava.accounts.queries import THE_APP, locks_of
from elava.accounts.views.account import keep_only_this_session
from elava.accounts.views.adapter import SecondStepAdapter
from elava.accounts.views.sign_in import passkeys_here
from elava.foundation.limits import limited
from elava.foundation.once import once
from elava.people.queries import person_of


class App(ActivateTOTPView):
    """Connect an app by picture or by hand, and show that it works."""

    template_name = "accounts/app.html"
    form_class = AppForm

    def get_context_data(self, **kwargs):
        """What the page needs; the picture is a file of its own."""
        context = super(ActivateTOTPView, self).get_context_data(**kwargs)
        secret = context["form"].secret
        fours = [secret[at : at + 4] for at in range(0, len(secret), 4)]
        is_owed = self.request.owed_step == THE_APP
        return context | {
            "secret": " ".join(fours), "is_owed": is_owed,
            "has_passkeys": passkeys_here(self.request),
        }  # fmt: skip

    def form_valid(self, form):
        """The app is connected: this session has shown it, all others end."""
        response = super().form_valid(form)
        post_authentication(self.request, locks_of(self.request.user).app, reauthenticated=True)
        keep_only_this_session(self.request, has_second_step=True)
        return response

    def get_success_url(self):
        """The recovery codes come next."""
        return reverse("account_codes" if self.did_generate_recovery_codes else "account")


@never_cache
@require_GET
@login_required
def app_picture(request):
    """The QR code for the app, as a file."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404
    url = SecondStepAdapter().build_totp_url(request.user, secret)
    svg = segno.make(url, error="m").svg_inline(scale=1, border=4, omitsize=True, light="#fff")
    return HttpResponse(svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1),
                        content_type="image/svg+xml")  # fmt: skip


class AppAway(DeactivateTOTPView):
    """Take the app away, for example before a new phone."""

    template_name = "accounts/app_away.html"

    def form_valid(self, form):
        """Without any other way the account owes a second step again."""
        response = super().form_valid(form)
        keep_only_this_session(self.request, has_second_step=locks_of(self.request.user).is_set)
        return response

    def get_success_url(self):
        """Back to the account, or straight on to a new app."""
        return reverse("account" if locks_of(self.request.user).is_set else "account_app")


class Codes(ViewRecoveryCodesView):
    """The recovery codes, shown once."""

    template_name = "accounts/codes.html"


class NewCodes(GenerateRecoveryCodesView):
    """New recovery codes; the old ones stop working."""

    template_name = "accounts/new_codes.html"

    def get_success_url(self):
        """To the new codes."""
        return reverse("account_codes")


class IsItYou(ReauthenticateView):
    """A code before something important changes."""

    template_name = "accounts/is_it_you.html"
    form_class = IsItYouForm

    def get_context_data(self, **kwargs):
        """What the page needs."""
        context = super().get_context_data(has_passkeys=passkeys_here(self.request), **kwargs)
        return context | {"me": person_of(self.request.user)}


private = method_decorator(never_cache, name="dispatch")
app = once(private(App).as_view())
app_away = once(private(AppAway).as_view())
codes = require_GET(private(Codes).as_view())
new_codes = once(private(NewCodes).as_view())
is_it_you = limited("sign_in")(once(private(IsItYou).as_view()))
