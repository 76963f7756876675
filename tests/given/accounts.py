import hashlib
import hmac
import re
import struct
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from elava.accounts.queries import SECOND_STEP
from elava.foundation.once import fresh_key
from elava.people.actions import confirm_age, give_account
from elava.people.models import OPERATOR, Account, Person

BACKEND = "django.contrib.auth.backends.ModelBackend"


def an_account(person, email=""):
    """The account of a person, made where it was missing; they have said that they are grown up."""
    if Person.objects.filter(pk=person.pk, account=None).exists():
        give_account(person, by=OPERATOR, email=email or f"p{person.pk.hex}@example.org")
    if Person.objects.filter(pk=person.pk, age_confirmed_on=None).exists():
        confirm_age(person, by=person, is_minor=False)
    return Account.objects.get(pk=Person.objects.get(pk=person.pk).account_id)


def signed_in(client, person):
    """The client, signed in as a person with both steps done."""
    client.force_login(an_account(person), backend=BACKEND)
    session = client.session
    session[SECOND_STEP] = True
    session.save()
    return client


def an_app_of(account):
    """The secret of an app that is connected to an account."""
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    assert Authenticator.objects.get(user=account).data["secret"] != secret
    return secret


def app_code(secret, steps=0):
    """What an app shows: RFC 6238, written here once more so that it is a second opinion."""
    import base64

    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def send(client, url, /, **fields):
    """Post a form as a browser does, with a fresh key."""
    return client.post(url, {"once_key": fresh_key(), **fields})


def ask_for_code(client, email, **extra):
    """Ask for a code to sign in."""
    return send(client, reverse("sign_in"), email=email, **extra)


def code_in(mail):
    """The six digits of a mail."""
    return re.search(r"^ +(\d{6})$", mail.body, re.M).group(1)
