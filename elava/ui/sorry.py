"""Pages for when something did not go as hoped: what happened, and a way on."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from elava.ui.context import HOME, address_of


def sorry_page(request, status, *, title=None, message=None, way_out=(), words=""):
    """A kind page with an HTTP status; `way_out` are links, `words` what was typed."""
    kind_title, kind_message = _kind_words(status)
    doors = list(way_out) or [{"label": _("Go to the front page"), "url": address_of(HOME) or "/"}]
    context = {
        "title": title or kind_title,
        "message": message or kind_message,
        "way_out": doors,
        "words": words,
    }
    return render(request, "ui/sorry.html", context, status=status)


def bad_request(request, exception=None):
    """For `handler400`."""
    return sorry_page(request, 400)


def not_allowed(request, exception=None):
    """For `handler403`."""
    return sorry_page(request, 403)


def not_found(request, exception=None):
    """For `handler404`."""
    return sorry_page(request, 404)


def too_often(request, exception=None):
    """For `handler429`, which the sign-in library asks for."""
    return sorry_page(request, 429)


def broken(request):
    """For `handler500`."""
    return sorry_page(request, 500)


def csrf_failure(request, reason=""):
    """For `CSRF_FAILURE_VIEW`: almost always a page that was open for too long."""
    here = [{"label": _("Open the page again"), "url": request.get_full_path()}]
    return sorry_page(
        request,
        403,
        title=_("This page had been open for a long time"),
        message=_("For safety, open it again and send once more."),
        way_out=here,
    )


def _kind_words(status):
    words = {
        400: (
            _("We did not understand that"),
            _("Something was missing from the request. Go back and try again."),
        ),
        403: (
            _("This page is not open to you"),
            _("Perhaps you need to sign in, or it belongs to another group."),
        ),
        404: (
            _("We did not find that page"),
            _("The address may be old or mistyped. Nothing is wrong on your side."),
        ),
        405: (
            _("This page opens from the one before it"),
            _("Nothing was sent. Begin on the page before."),
        ),
        409: (_("This cannot be done now"), _("Something has changed since you opened the page.")),
        413: (_("The file is too large"), _("Choose a smaller file and try again.")),
        429: (
            _("Please wait a moment"),
            _("Many messages came at once. Try again in a few minutes."),
        ),
    }
    trouble = (
        _("Something broke on our side"),
        _("We are sorry. We have been told. Please try again in a moment."),
    )
    return words.get(status, trouble)
