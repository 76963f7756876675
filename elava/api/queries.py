"""Public rows in parts: keyset pages in the order of their ids, whatever the size of the table."""

from urllib.parse import urlencode

from elava.foundation.keyset import Keyset

MOST = 100


def page_of(request, rows, shape, *, after, limit, **filters):
    """At most `limit` (1–100) rows that follow the id `after`, and where the next part is."""
    size = max(1, min(limit, MOST))
    part = Keyset(rows.order_by("pk"), size=size, after=after or "")
    there = None
    if part.next:
        given = {name: value for name, value in filters.items() if value}
        there = f"{request.path}?{urlencode({**given, 'after': part.next, 'limit': limit})}"
    return {"items": [shape(row) for row in part.rows], "next": there}
