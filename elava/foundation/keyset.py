"""Pages of a long list by the keys of their edge rows: the last page costs what the first does."""

from uuid import UUID

from django.db.models import Q


class Keyset:
    """One page of `rows`, which are ordered by `key` and then by their primary key.

    `after` and `before` are ids of rows as they came in an address; a wrong one means the start.
    """

    def __init__(self, rows, key, *, size, after="", before=""):
        self._rows, self._key, self._size = rows, key, size
        first = self._edge(after) or self._edge(before)
        self._backwards = bool(before) and not after and first is not None
        self.rows = self._page(first)

    def _edge(self, row_id):
        try:
            edge = UUID(str(row_id))
        except ValueError:
            return None
        return self._rows.model.objects.filter(pk=edge).values_list(self._key, "pk").first()

    def _page(self, edge):
        rows, key = self._rows, self._key
        if edge is not None:
            way = "lt" if self._backwards else "gt"
            further = {f"{key}__{way}": edge[0]}
            rows = rows.filter(Q(**further) | Q(**{key: edge[0], f"pk__{way}": edge[1]}))
        if self._backwards:
            rows = rows.order_by(f"-{key}", "-pk")
        found = list(rows[: self._size + 1])
        is_more = len(found) > self._size
        found = found[: self._size]
        self._has_next = is_more if not self._backwards else True
        self._has_previous = is_more if self._backwards else edge is not None
        return found[::-1] if self._backwards else found

    @property
    def next(self):
        """The id after which the next page starts, or ""."""
        return str(self.rows[-1].pk) if self.rows and self._has_next else ""

    @property
    def previous(self):
        """The id before which the previous page ends, or ""."""
        return str(self.rows[0].pk) if self.rows and self._has_previous else ""
