from allauth.account.forms import (
    AddEmailForm,
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    RequestLoginCodeForm,
)
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from elava.ui.forms import CardsField, Form

from .queries import sealed


def email_field(label):
    """One e-mail address; longer than any real one is refused."""
    return forms.EmailField(
        label=label,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": _("Write the whole address, such as name@example.org."),
        },
    )


def code_field(label):
    """A short code, typed from a mail or an app."""
    attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "short"}
    return forms.CharField(
        label=label,
        max_length=20,
        widget=forms.TextInput(attrs=attrs),
        error_messages={"required": _("Write the code.")},
    )


class SignInForm(Form, RequestLoginCodeForm):
    """To which address shall the code go?"""

    email = email_field(_("Your e-mail address"))


class _MailedCode:
    """Compares with the keyed hash, which is all that the session keeps of a code."""

    def clean_code(self):
        """The hash of what was typed."""
        typed = "".join(sign for sign in self.cleaned_data["code"] if sign.isdecimal())
        self.cleaned_data["code"] = sealed(typed)
        return super().clean_code()


class SignInCodeForm(Form, _MailedCode, ConfirmLoginCodeForm):
    """Which code came by e-mail?"""

    code = code_field(_("The code from your e-mail, six digits"))


class NewAddressForm(Form, AddEmailForm):
    """Which address shall be yours from now on?"""

    email = email_field(_("Your new e-mail address"))


class NewAddressCodeForm(Form, _MailedCode, ConfirmEmailVerificationCodeForm):
    """Which code came to the new address?"""

    code = code_field(_("The code from your e-mail, six digits"))


class AppForm(Form, ActivateTOTPForm):
    """Does the app show the right code?"""

    code = code_field(_("The code that the app shows"))


class SecondStepForm(Form, AuthenticateForm):
    """Which code does the app show?"""

    code = code_field(_("The code from your app, or a recovery code"))


class IsItYouForm(Form, ReauthenticateForm):
    """The same question, before something important is changed."""

    code = code_field(_("The code from your app, or a recovery code"))


class AgeForm(Form):
    """Old enough for an account? A tick, and no birth date."""

    is_old_enough = forms.BooleanField(
        label=_("I am 13 or older."),
        error_messages={
            "required": _("Tick the box if it is so. If you are younger, choose the link below.")
        },
    )
    is_minor = forms.BooleanField(
        label=_("I am under 18."),
        help_text=_("Then your name is never shown to everybody. You can change this later."),
        required=False,
    )


class TooYoungForm(Form):
    """One tick before the account of somebody under 13 closes."""

    is_too_young = forms.BooleanField(
        label=_("I am younger than 13. Close my account."),
        error_messages={
            "required": _("Tick the box if it is so. If you are 13 or older, go back.")
        },
    )


class LeaveForm(Form):
    """One tick before an account closes."""

    is_sure = forms.BooleanField(
        label=_("I do not need my account any more."),
        error_messages={"required": _("Tick the box if you are sure.")},
    )


class InvitationForm(Form):
    """Whom do we invite?"""

    called = forms.CharField(
        label=_("Name"),
        max_length=80,
        error_messages={"required": _("Write the name of the person you invite.")},
    )
    email = email_field(_("E-mail address"))
    language = CardsField(label=_("In which language do we write?"))

    def __init__(self, *args, languages, **kwargs):
        """Offer the programme's languages."""
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages
