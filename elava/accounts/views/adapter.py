"""How django-allauth meets the house: our texts, our mails, our actions, no default page."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows import email_verification
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.core.mail import EmailMessage
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import Resolver404, get_script_prefix, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from elava.accounts.queries import SECOND_STEP, THE_AGE, locks_of, owes_age, sealed
from elava.accounts.rules import needs_second_step
from elava.people.actions import change_address
from elava.people.queries import person_of
from elava.ui.panels import doors_of

WRONG_CODE = _("This code is not right. Look again, or ask for a new one.")
WAIT = _("Too many tries. Wait ten minutes, then begin again.")
SAYS = {
    "incorrect_code": WRONG_CODE,
    "too_many_login_attempts": WAIT,
    "rate_limited": WAIT,
    "email_taken": _("This address cannot be used. Write another one."),
    "duplicate_email": _("This is your address already."),
    "same_as_current": _("This is your address already."),
    "max_email_addresses": _("A new address is waiting for its code already."),
    "unverified_email": _("Confirm your e-mail address first."),
    "cannot_delete_authenticator": _("This cannot be removed."),
    "cannot_generate_recovery_codes": _("Set up the app or a passkey first."),
}
MAILS = {
    "account/email/login_code": ("code", _("Your code to sign in")),
    "account/email/unknown_account": ("no_account", _("Your code to sign in")),
    "account/email/email_confirmation": ("new_address", _("Confirm your new address")),
    "account/email/email_confirmation_signup": ("new_address", _("Confirm your new address")),
    "account/email/email_changed": ("moved", _("Your address was changed")),
    "mfa/email/totp_activated": ("locks", _("Your second step was changed")),
    "mfa/email/totp_deactivated": ("locks", _("Your second step was changed")),
    "mfa/email/recovery_codes_generated": ("locks", _("Your second step was changed")),
    "mfa/email/webauthn_added": ("locks", _("Your second step was changed")),
    "mfa/email/webauthn_removed": ("locks", _("Your second step was changed")),
}


def is_own_path(path):
    """True for a path of this very site that leads to a page."""
    if not path.startswith("/") or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return False
    inner = "/" + path.partition("?")[0].partition("#")[0].removeprefix(get_script_prefix())
    try:
        return resolve(inner).url_name != "sign_out"
    except Resolver404:
        return False


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in as the house wants it."""

    error_messages = {**DefaultAccountAdapter.error_messages, **SAYS}

    def is_open_for_signup(self, request):
        """Accounts are made by invitation only."""
        return False

    def is_safe_url(self, url):
        """Where `next` may lead: a page of this site, never another one."""
        return bool(url) and is_own_path(url)

    def add_message(self, request, level, message_template=None, *args, message=None, **kwargs):
        """Only our own words reach a page; the pages themselves say what happened."""
        if message:
            super().add_message(request, level, message=message)

    def _new_code(self):
        request, code = context.request, super().generate_login_code()
        request.code_to_mail = code
        if request.is_play:
            request.session["code_shown"] = code
        return sealed(code)

    def generate_login_code(self):
        """The keyed hash of a new code; the code itself goes into the mail only."""
        return self._new_code()

    def generate_email_verification_code(self):
        """As for signing in."""
        return self._new_code()

    def send_mail(self, template_prefix, email, context):
        """One of our own mails, in the language of the page."""
        request = self.request
        name, subject = MAILS[template_prefix]
        words = {**context, "email": email, "programme": str(request.programme.name)}
        words["code"] = getattr(request, "code_to_mail", "")
        words["help"] = request.programme.help_phone or request.programme.help_email
        body = render_to_string(f"accounts/mail/{name}.txt", words)
        title = f"{subject} – {words['programme']}"
        EmailMessage(title, body, settings.DEFAULT_FROM_EMAIL, [email]).send()

    def confirm_email(self, request, email_address):
        """A new address becomes the account's: one action, and sessions elsewhere end."""
        confirmed = change_address(
            email_address,
            by=person_of(request.user),
            confirm=lambda address: email_verification.verify_email(request, address),
        )
        request.user.refresh_from_db()
        update_session_auth_hash(request, request.user)
        return confirmed

    def post_login(self, request, user, **kwargs):
        """Remember the second step; whoever owes one sets it up first."""
        request.session.pop("code_shown", None)
        if locks_of(user).is_set:
            request.session[SECOND_STEP] = True
        elif needs_second_step(person_of(user)):
            return redirect("account_app")
        return super().post_login(request, user, **kwargs)

    def get_login_redirect_url(self, request):
        """Their desk, or the page of their account."""
        person = person_of(request.user)
        return reverse(THE_AGE) if owes_age(person) else landing(person)

    def get_logout_redirect_url(self, request):
        """The front page."""
        return reverse("home")

    def respond_user_inactive(self, request, user):
        """A closed account is told nothing that an unknown one is not."""
        return redirect("sign_in")

    def get_reauthentication_methods(self, user):
        """The ways to show that it is you, the one with a code first."""
        return super().get_reauthentication_methods(user)


def landing(person, otherwise=None):
    """Where somebody works: the first door of the desk that is open to them."""
    for door in doors_of("desk") if person.roles else ():
        if door.url_name != "account" and door.who(person):
            return reverse(door.url_name)
    return otherwise or reverse("account")


class SecondStepAdapter(DefaultMFAAdapter):
    """Second factors as the house wants them: secrets are encrypted where they are stored."""

    error_messages = {**DefaultMFAAdapter.error_messages, **SAYS}

    def get_totp_issuer(self):
        """What the app writes above the code."""
        return str(context.request.programme.name)

    def encrypt(self, text):
        """With a key made of the installation's secret."""
        return _safe().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        """With the secret of today or an older one."""
        return _safe().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user, type):
        """Numbered, as people may give their passkeys names of their own."""
        return str(_("Passkey")) + f" {len(locks_of(user).passkeys) + 1}"

    def _get_site_name(self):
        return self.get_totp_issuer()


def _safe():
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(b"elava.second_step" + secret.encode()) for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(one.digest())) for one in digests])
