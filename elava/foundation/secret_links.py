"""Secrets that open one row to whoever holds the link: derived when shown, recognised by hash."""

import base64
import hashlib

from django.utils.crypto import salted_hmac


def derived_secret(purpose, *parts):
    """160 bits as 32 letters and digits, from the installation's key; never stored."""
    text = ":".join(map(str, parts))
    mac = salted_hmac(f"elava.{purpose}", text, algorithm="sha256")
    return base64.b32encode(mac.digest()[:20]).decode().lower()


def hash_of_secret(secret):
    """What is stored of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
