"""Public rows in parts: keyset pages in the order of their ids, whatever the size of the table."""

from urllib.parse import urlencode

MOST = 100


def part_of(rows, after, limit):
    """At most `limit` (1–100) rows that follow the id `after`, and whether more follow."""
    limit = max(1, min(limit, MOST))
    if after is not None:
        rows = rows.filter(pk__gt=after)
    found = list(rows.order_by("pk")[: limit + 1])
    return found[:limit], len(found) > limit


def page_of(request, rows, shape, *, after, limit, **filters):
    """One part of a list as the machine door gives it: its items, and where the next part is."""
    found, has_more = part_of(rows, after, limit)
    there = None
    if has_more:
        given = {name: value for name, value in filters.items() if value}
        there = f"{request.path}?{urlencode({**given, 'after': found[-1].pk, 'limit': limit})}"
    return {"items": [shape(row) for row in found], "next": there}
