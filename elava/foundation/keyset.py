"""Pages of a long list by the keys of their edge rows: the last page costs what the first does."""

from django.db.models import Q

from .ids import read_id


class Keyset:
    """One page of at most `size` of the `rows`, in their own order, which ends in the primary key.

    `after` and `before` are ids of rows as they came in an address; what is none of the rows means
    the start of the list. `rows` may have no column in their order that is empty.
    """

    def __init__(self, rows, *, size, after="", before=""):
        self._rows, self._size = rows, size
        self._order = list(rows.query.order_by)
        if self._order[-1].lstrip("-") != "pk":
            raise TypeError("the order of a list ends in the primary key")
        first = self._edge(after) or self._edge(before)
        self._backwards = bool(before) and not after and first is not None
        self.rows = self._page(first)

    def _edge(self, row_id):
        """Column → value of the row at the edge; None where there is no such row."""
        pk = read_id(row_id)
        if pk is None:
            return None
        columns = [name.lstrip("-") for name in self._order]
        if len(columns) == 1:
            return {"pk": pk}
        return self._rows.filter(pk=pk).values(*columns).first()

    def _page(self, edge):
        rows = self._rows.reverse() if self._backwards else self._rows
        if edge is not None:
            rows = rows.filter(self._further(edge))
        found = list(rows[: self._size + 1])
        is_more = len(found) > self._size
        found = found[: self._size]
        self._has_next = is_more if not self._backwards else True
        self._has_previous = is_more if self._backwards else edge is not None
        return found[::-1] if self._backwards else found

    def _further(self, edge):
        """What stands behind the edge: later by a column, the columns before it being the same."""
        further, same = Q(), {}
        for name in self._order:
            column = name.lstrip("-")
            way = "lt" if name.startswith("-") != self._backwards else "gt"
            further |= Q(**same, **{f"{column}__{way}": edge[column]})
            same[column] = edge[column]
        return further

    @property
    def next(self):
        """The id after which the next page starts, or ""."""
        return str(self.rows[-1].pk) if self.rows and self._has_next else ""

    @property
    def previous(self):
        """The id before which the previous page ends, or ""."""
        return str(self.rows[0].pk) if self.rows and self._has_previous else ""
