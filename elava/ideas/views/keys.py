"""The two cookies of a visitor: the slip of what they gave, the token with which they take part."""

import hashlib
import secrets

from elava.ideas import queries
from elava.people.models import KeyHolder, Receipt

SLIP = "slip"
SLIP_HOURS = 12
VOTER = "voter"
VOTER_DAYS = 365


def keep_slip(request, idea, response):
    """Let this browser show the slip for some hours, at a clean address."""
    return _keep(request, response, SLIP, str(idea.receipt_id), SLIP_HOURS * 3600)


def slip_of(request):
    """(idea, its giver) of the slip that this browser holds, or (None, None)."""
    receipt_id = request.get_signed_cookie(SLIP, default=None, salt=SLIP)
    receipt = Receipt.objects.filter(pk=receipt_id).first() if receipt_id else None
    idea = queries.idea_of(receipt) if receipt else None
    return (idea, KeyHolder(receipt)) if idea else (None, None)


def forget(response):
    """This browser forgets slip, token and the pages it kept: the next person sees nothing."""
    response.headers["Clear-Site-Data"] = '"cache"'
    response.delete_cookie(SLIP, samesite="Lax")
    response.delete_cookie(VOTER, samesite="Lax")
    return response


def voter_of(request):
    """The token of this browser, hashed as it is stored; "" for one that has none yet."""
    token = request.get_signed_cookie(VOTER, default="", salt=VOTER)
    return _hashed(token) if token else ""


def new_voter():
    """(what the cookie holds, how it is stored): set only at the act itself."""
    token = secrets.token_urlsafe(16)
    return token, _hashed(token)


def keep_voter(request, token, response):
    """Let this browser take its act back later."""
    return _keep(request, response, VOTER, token, VOTER_DAYS * 86400)


def _hashed(token):
    return hashlib.sha256(f"voter:{token}".encode()).hexdigest()


def _keep(request, response, name, value, seconds):
    response.set_signed_cookie(
        name, value, salt=name, max_age=seconds, httponly=True, samesite="Lax",
        secure=request.is_secure(),
    )  # fmt: skip
    return response
