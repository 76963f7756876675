"""Marks the pages that everybody sees alike, so that the page cache may keep them whole."""

from functools import wraps

from django.views.decorators.http import require_safe

LONGEST_VALUE = 60


def public_page(view=None, *, query=()):
    """Let a reading view be kept for visitors; `query` names the parameters it listens to.

    Such a page starts from `public()` or `seen_by()`, holds no writing form and sets no cookie.
    """
    if view is None:
        return lambda wrapped: public_page(wrapped, query=query)

    @wraps(view)
    def shown(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        given = request.GET
        response.may_be_kept = set(given) <= set(query) and all(
            len(value) <= LONGEST_VALUE for name in given for value in given.getlist(name)
        )
        return response

    shown.is_public_page = True
    return require_safe(shown)
