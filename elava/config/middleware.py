"""What happens to every request before a view sees it."""

import re
from copy import copy
from functools import partial
from http import HTTPStatus
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, get_script_prefix, resolve, reverse, set_script_prefix
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django_scopes import scope

from elava.accounts.queries import admitted, is_play
from elava.foundation.addresses import host_of
from elava.foundation.errors import NotAllowed, NotNow, TooOften
from elava.journal.kept import kept, reading, reading_of
from elava.programmes.queries import programme_at
from elava.ui.sorry import bad_request, sorry_page

# The value of a choice as forms carry it: "not_now", an id.
CHOICE = re.compile(r"[a-z]{1,20}(_[a-z]{1,20}){0,4}|[0-9a-f]{8}(-[0-9a-f]{4,12}){4}")
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def headers(get_response):
    """Headers that Django has no setting for."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if settings.ELAVA_DEMO:
            response.headers.setdefault("X-Robots-Tag", "noindex")
        if "private" in response.headers.get("Cache-Control", ""):
            # Kept by one browser alone. If it varied by cookie, Back would not find it any more
            # once a slip's cookie has come.
            response.headers.pop("Vary", None)
        return response

    return middleware


def programme_and_language(get_response):
    """Find the programme by the host and the language by the first segment of the path."""

    def middleware(request):
        host = request.get_host().partition(":")[0]
        with reading(_reading_of(request, host)):
            programme = copy(kept("programme", partial(programme_at, host)))
        if programme is None:
            return HttpResponse("No programme has this address.", status=404)
        request.programme = programme
        request.language = _take_language(request, programme)
        with (
            scope(programme=programme),
            translation.override(request.language),
            reading(request.reading),
        ):
            response = get_response(request)
        if request.reading and request.reading.is_early:
            response.may_be_kept = False
        set_script_prefix("/")
        response.headers.setdefault("Content-Language", request.language.partition("-")[0])
        return response

    return middleware


def _reading_of(request, host):
    """What a reading request answers for; who writes works nothing out for others."""
    if request.method not in {"GET", "HEAD"}:
        request.reading = None
    elif not hasattr(request, "reading"):
        request.reading = reading_of(host)
    return request.reading


def _take_language(request, programme):
    first, _, rest = request.path_info.lstrip("/").partition("/")
    for language in programme.languages:
        if language["prefix"] and language["prefix"] == first:
            request.path_info = "/" + rest
            set_script_prefix(f"/{first}/")
            return language["code"]
    set_script_prefix("/")
    return programme.first_language


class Person:
    """Say who asks, and turn a refusal of the house into a page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.person, request.owed_step = admitted(request.user, request.session)
        request.is_play = is_play(host_of(request), request.META)
        response = bad_request(request) if _is_garbled(request) else self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            response = _not_opened_so(request, response)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    def process_exception(self, request, exception):
        """NotAllowed and NotNow carry a sentence for the person who met them."""
        if isinstance(exception, NotAllowed):
            if request.owed_step and request.method in {"GET", "HEAD"}:
                return redirect(request.owed_step)
            return sorry_page(request, 403, message=str(exception), way_out=_way_in(request))
        if isinstance(exception, TooOften):
            return sorry_page(request, 429, message=str(exception), words=_typed(request))
        if isinstance(exception, NotNow):
            doors = [{"label": label, "url": url} for label, url in exception.way_out]
            doors, words = doors or _way_back(request), _typed(request)
            return sorry_page(request, 409, message=str(exception), way_out=doors, words=words)
        return None


def _is_garbled(request):
    """The address holds the one sign that no text has, and that PostgreSQL refuses."""
    return "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", "")


def _way_in(request):
    """The door for those who have not said who they are; afterwards they come back here."""
    if request.user.is_authenticated:
        return []
    here = f"?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else ""
    return [{"label": _("Sign in"), "url": reverse("sign_in") + here}]


def _way_back(request):
    """The page of ours that the person comes from."""
    came_from = urlsplit(request.headers.get("referer", ""))
    if came_from.netloc != request.get_host() or came_from.path == request.path:
        return []
    return [{"label": _("Go back"), "url": urlunsplit(("", "", *came_from[2:4], ""))}]


def _not_opened_so(request, response):
    """An address that only takes what a form sends was opened by itself: after Back, say."""
    parent = request.path.rstrip("/").rpartition("/")[0] + "/"
    try:
        resolve(parent.removeprefix(get_script_prefix().rstrip("/")))
    except Resolver404:
        doors = []
    else:
        doors = [{"label": _("Open the page before"), "url": parent}]
    page = sorry_page(request, response.status_code, way_out=doors)
    page.headers["Allow"] = response.headers["Allow"]
    return page


def _typed(request):
    """What the person wrote, to be shown again: nothing is lost. A choice is no words of theirs."""
    hidden = {"once_key", "csrfmiddlewaretoken"}
    said = [text for name, text in request.POST.items() if name not in hidden and text]
    return "\n\n".join(text for text in said if not CHOICE.fullmatch(text))
