"""A double click, a retry and a late resend make one row: every writing view wears `@once`."""

import hashlib
import json
import re
import secrets
from functools import wraps

from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from .actions import listening, permitted_to_write
from .errors import NotNow
from .kinds import kind_of, model_of
from .models import Submission

KEY = re.compile(r"[A-Za-z0-9_-]{16,100}")
NOT_CONTENT = {"once_key", "csrfmiddlewaretoken"}


class _NothingAccepted(Exception):
    """Carries a page out of a transaction in which nothing was accepted."""

    def __init__(self, response):
        self.response = response


def fresh_key():
    """A key for one form on one page."""
    return secrets.token_urlsafe(16)


def hash_of(path, content):
    """The fingerprint of what was sent to a path: sha256 over both."""
    canonical = json.dumps([path, content], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def once(view=None, *, replayed=None):
    """Let each key write at most once; `replayed(request, subject, response)` dresses a repeat.

    The view must answer an accepted form with a redirect; any other answer writes nothing. No
    browser keeps any of these pages, unless the view says itself how its page is kept.
    """
    if view is None:
        return lambda wrapped: once(wrapped, replayed=replayed)

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.method != "POST":
            response = view(request, *args, **kwargs)
        else:
            response = _post(view, replayed, request, args, kwargs)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    guarded.is_once = True
    return guarded


def _post(view, replayed, request, args, kwargs):
    key = request.POST.get("once_key", "")
    if not KEY.fullmatch(key):
        raise NotNow(_("This page was incomplete. Copy your text, open the page anew and send it."))
    scope, fingerprint = request.programme.pk, hash_of(request.path, _content(request))
    try:
        with transaction.atomic():
            with permitted_to_write("once"):
                submission = Submission.objects.create(scope=scope, key=key, body_hash=fingerprint)
            with listening() as subjects:
                response = view(request, *args, **kwargs)
            if not isinstance(response, HttpResponseRedirect):
                raise _NothingAccepted(response)
            _keep(submission, response, subjects)
        return response
    except _NothingAccepted as nothing:
        return nothing.response
    except IntegrityError:
        earlier = Submission.objects.filter(scope=scope, key=key).first()
        if earlier is None:
            raise
    return _again(request, earlier, fingerprint, replayed)


def _keep(submission, response, subjects):
    submission.answer = response.url
    if subjects:
        submission.subject_kind, submission.subject_id = kind_of(subjects[-1]), subjects[-1].pk
    with permitted_to_write("once"):
        submission.save(update_fields=["answer", "subject_kind", "subject_id"])


def _again(request, earlier, fingerprint, replayed):
    if earlier.body_hash != fingerprint:
        # What it was is not told here: whoever holds a key need not be who sent it.
        message = _("Something else was sent from this page before. It is safe. "
                    "Copy your new text, open the page anew and send it.")  # fmt: skip
        raise NotNow(message, [(_("See what arrived first"), earlier.answer)])
    response = HttpResponseRedirect(earlier.answer)
    if replayed:
        replayed(request, _subject(earlier), response)
    return response


def _subject(submission):
    if not submission.subject_kind:
        return None
    return model_of(submission.subject_kind).objects.filter(pk=submission.subject_id).first()


def _content(request):
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in NOT_CONTENT}
    for name, file in request.FILES.items():
        digest = hashlib.sha256()
        for chunk in file.chunks():
            digest.update(chunk)
        file.seek(0)
        fields[f"file:{name}"] = digest.hexdigest()
    return fields
