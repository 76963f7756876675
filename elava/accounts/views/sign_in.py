"""In and out: the address, the code, the second step."""

from allauth.account.views import ConfirmLoginCodeView, LogoutView, RequestLoginCodeView
from allauth.mfa.base.views import AuthenticateView
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from elava.accounts.forms import SecondStepForm, SignInCodeForm, SignInForm
from elava.accounts.queries import has_passkeys
from elava.foundation.addresses import host_of
from elava.foundation.limits import limited
from elava.foundation.once import once


def passkeys_here(request):
    """Whether this browser may use passkeys at this address."""
    return has_passkeys(host_of(request), is_secure=request.is_secure())


def code_shown(request):
    """The code itself, only in a demonstration on this very machine."""
    return request.session.get("code_shown", "") if request.is_play else ""


class SignIn(RequestLoginCodeView):
    """To which address shall the code go?"""

    template_name = "accounts/sign_in.html"
    form_class = SignInForm

    def get_context_data(self, **kwargs):
        """What the page needs."""
        return super().get_context_data(has_passkeys=passkeys_here(self.request), **kwargs)


@method_decorator(never_cache, name="dispatch")
class SignInCode(ConfirmLoginCodeView):
    """Which code came?"""

    template_name = "accounts/code.html"
    form_class = SignInCodeForm

    def get_context_data(self, **kwargs):
        """What the page needs."""
        return super().get_context_data(code_shown=code_shown(self.request), **kwargs)


@method_decorator(never_cache, name="dispatch")
class SecondStep(AuthenticateView):
    """Which code does the app show?"""

    template_name = "accounts/second_step.html"
    form_class = SecondStepForm

    def get_context_data(self, **kwargs):
        """What the page needs."""
        return super().get_context_data(has_passkeys=passkeys_here(self.request), **kwargs)


@method_decorator(never_cache, name="dispatch")
class SignOut(LogoutView):
    """Goodbye."""

    template_name = "accounts/sign_out.html"


sign_in = limited("sign_in")(once(SignIn.as_view()))
code = limited("sign_in")(once(SignInCode.as_view()))
second_step = limited("sign_in")(once(SecondStep.as_view()))
sign_out = once(SignOut.as_view())
