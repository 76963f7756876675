"""Public pages kept whole for visitors: one raw query finds the page and says whether it is good.

A page is good for one version of the programme (any action moves it on), one local day (dates are
written as words) and one release. Whoever carries a cookie of ours gets a page made anew.
"""

import gzip
import hashlib
import json
import secrets
from datetime import date

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpResponse, HttpResponseNotModified

from elava import __version__
from elava.foundation import clock
from elava.foundation.actions import permitted_to_write
from elava.foundation.models import KeptPage
from elava.foundation.privacy import when_erased
from elava.journal.kept import Reading

FIND = """
    SELECT programme.id, clock.version,
        (SELECT MIN(seq) FROM journal_reader WHERE programme_id = programme.id),
        page.version, page.day, page.headers, page.body
    FROM programmes_programme programme
    JOIN programmes_clock clock ON clock.programme_id = programme.id
    LEFT JOIN foundation_keptpage page ON page.key = %s
    WHERE programme.host = %s
"""
KEPT_HEADERS = ("Content-Type", "Content-Language", "Content-Security-Policy", "Link")
LONGEST_ADDRESS = 300
MOST_PAGES = 20_000
TIDIED_ONCE_IN = 1000


def page_cache(get_response):
    """Answer from the kept pages where that is allowed; keep what may be kept."""

    def middleware(request):
        if not _is_a_visitor_reading(request):
            return get_response(request)
        key = _key(request)
        request.reading, kept = _find(key, request.get_host().partition(":")[0])
        if kept is not None:
            return _answer(request, *kept)
        response = get_response(request)
        if request.reading is None or not _may_be_kept(response):
            return response
        headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response}
        body = gzip.compress(response.content, compresslevel=6, mtime=0)
        _keep(key, request.reading.version, headers, body)
        return _answer(request, headers, body)

    return middleware


def _is_a_visitor_reading(request):
    if request.method not in ("GET", "HEAD") or len(request.get_full_path()) > LONGEST_ADDRESS:
        return False
    if request.path.startswith(settings.STATIC_URL):
        return False
    return not set(request.COOKIES) - {settings.CSRF_COOKIE_NAME}


def _key(request):
    parts = (request.get_host(), request.path, request.META.get("QUERY_STRING", ""), __version__)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _find(key, host):
    """The reading of the programme (None for an unknown host); the good page's headers and body."""
    with connection.cursor() as cursor:
        cursor.execute(FIND, [key, host])
        row = cursor.fetchone()
    if row is None:
        return None, None
    *found, kept_version, day, headers, body = row
    now = Reading(*found)
    if kept_version != now.version or _day(day) != clock.today():
        return now, None
    return now, (json.loads(headers) if isinstance(headers, str) else headers, bytes(body))


def _day(value):
    return date.fromisoformat(value) if isinstance(value, str) else value


def _may_be_kept(response):
    return (
        response.status_code == 200
        and getattr(response, "may_be_kept", False)
        and not response.cookies
        and not response.streaming
    )


def _keep(key, version, headers, body):
    page = KeptPage(key=key, version=version, day=clock.today(), headers=headers, body=body)
    facts = ["version", "day", "headers", "body"]
    try:
        with permitted_to_write("page cache"):
            KeptPage.objects.bulk_create(
                [page], update_conflicts=True, unique_fields=["key"], update_fields=facts
            )
            if secrets.randbelow(TIDIED_ONCE_IN) == 0:
                _tidy()
    except DatabaseError:
        # A full disk or a busy database must not keep anybody from reading.
        return


def _tidy():
    """Drop what no longer is of today, and all of it should somebody try to fill the table."""
    KeptPage.objects.exclude(day=clock.today()).delete()
    if KeptPage.objects.count() > MOST_PAGES:
        KeptPage.objects.all().delete()


@when_erased
def forget_pages(_person):
    """Nobody reads an old page any more, but it stands in the table: all of them go."""
    KeptPage.objects.all().delete()


def _answer(request, headers, body):
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == etag:
        response = HttpResponseNotModified()
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(body, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(body))
    manners = {"ETag": etag, "Cache-Control": "public, no-cache", "Vary": "Accept-Encoding, Cookie"}
    for name, value in (headers | manners).items():
        response.headers[name] = value
    return response
