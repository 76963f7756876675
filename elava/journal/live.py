"""Live pages, such as a wall or a projector: they ask every two seconds whether anything happened.

A view wears `@live`; the parts of its template that move carry `id` and `data-live`, hold no form,
and the page loads `ui/live.js`. The tag of the page is the programme's version and the day, so a
page that has nothing new to show costs one query, whoever asks. Without JavaScript the page is as
good as its last loading: offer a link to itself.
"""

import re
import uuid
from functools import wraps

from django.db import connection
from django.http import HttpResponseNotModified
from django.utils.cache import add_never_cache_headers

from elava.foundation import clock
from elava.programmes.models import Clock

TAG = re.compile(r'(?:W/)?"live-([0-9a-f]{32})-([0-9]{1,19})-([0-9]{8})"')


def live(view):
    """Let a page be asked again cheaply: the tag says at which version it was true.

    The version is read before the page, so that a page may be newer than its tag, never older.
    """

    @wraps(view)
    def tagged(request, *args, **kwargs):
        tag = tag_of(request.programme)
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            response["ETag"] = tag
        add_never_cache_headers(response)
        return response

    return tagged


def unchanged(get_response):
    """Answer 304 to whoever knows the programme's present version, before anything else is read.

    That gives nothing away: the asker already has the page, and whatever ends a right to see it
    moves the version on.
    """

    def middleware(request):
        known = TAG.fullmatch(request.headers.get("If-None-Match", ""))
        if known and request.method == "GET" and _is_now(*known.groups()):
            return HttpResponseNotModified()
        return get_response(request)

    return middleware


def tag_of(programme):
    """The tag of every live page of a programme, as it is now."""
    return f'"live-{programme.pk.hex}-{_version(programme.pk)}-{_day()}"'


def _is_now(programme, version, day):
    return day == _day() and _version(uuid.UUID(programme)) == int(version)


def _day():
    return f"{clock.today():%Y%m%d}"


def _version(programme_id):
    key = Clock._meta.pk.target_field.get_db_prep_value(programme_id, connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT version FROM programmes_clock WHERE programme_id = %s", [key])
        row = cursor.fetchone()
    return row[0] if row else None
