"""What says much the same as a text.

Its rarest keys find a few hundred documents at most; plain arithmetic puts these in order (TF-IDF,
where the length of a text counts by its root).
"""

from collections import Counter
from itertools import accumulate
from math import log, sqrt

from django.db.models import BooleanField, F
from django.db.models.expressions import RawSQL

from .index import is_sqlite
from .keys import keys_of, often, size_of
from .models import Document, Key

LIKE_ENOUGH = 0.12  # of OmaStadi's pairs above it, one in six went into the same plan
LOOKED_THROUGH = 400  # a document is met once for each key that it shares, the text itself too
SQLITE = "search_document.id IN (SELECT rowid FROM search_keys WHERE search_keys MATCH %s)"
POSTGRESQL = "search_document.key_vector @@ to_tsquery('simple', %s)"


def alike(kind, title, text, *, limit=20, least=LIKE_ENOUGH):
    """The ids of documents of a kind that say much the same, the likest first: two queries.

    `least` is how like they must be, from 0 to 1. The text itself is among them where it is public.
    """
    asked = Asked(keys_of(title, text))
    if not asked.rare:
        return []
    documents = Document.objects.filter(_with_one_of(asked.rare), kind=kind)
    # Ordered by an expression, since PostgreSQL would rather walk along the ids than ask the index.
    documents = documents.order_by(-F("pk"))[: 2 * LOOKED_THROUGH]
    likely = [
        (asked.likeness(keys, size), object_id)
        for object_id, keys, size in documents.values_list("object_id", "keys", "size")
    ]
    likely.sort(key=lambda row: (-row[0], row[1]))
    return [object_id for likeness, object_id in likely[:limit] if likeness >= least]


class Asked:
    """A text that is compared: what each of its keys weighs, and which of them are rare."""

    def __init__(self, found):
        """Take the keys of the text with how often they stand there."""
        # The empty key, which counts the documents, comes last.
        known = Key.objects.filter(key__in=found, documents__gt=0)
        rows = list(
            known.order_by("documents", F("key").desc()).values_list("pk", "key", "documents")
        )
        every = rows.pop()[2] if rows else 0
        self.rarity = {str(pk): log((every + 1) / (n + 0.5)) for pk, _key, n in rows}
        self.weights = {str(pk): often(found[key]) for pk, key, _n in rows}
        met = accumulate((n for _pk, _key, n in rows), initial=0)
        self.rare = [
            pk for pk, before in zip(self.rarity, met, strict=False) if before < LOOKED_THROUGH
        ]
        self.size = size_of(found)
        self.whole = sum((weight * self.rarity[pk]) ** 2 for pk, weight in self.weights.items())
        # What no document holds is as rare as what one holds, and makes a text less like any.
        new = found.keys() - {key for _pk, key, _n in rows}
        self.whole += sum((often(found[key]) * log((every + 1) / 1.5)) ** 2 for key in new if key)

    def likeness(self, keys, size):
        """How much a document of these keys and this size says the same: 0 nothing, 1 all."""
        its = Counter(keys.split())
        shared = sum(
            self.weights[pk] * often(its[pk]) * self.rarity[pk] ** 2
            for pk in self.weights.keys() & its.keys()
        )
        return shared * sqrt(self.size / size) / self.whole


def _with_one_of(keys):
    if is_sqlite():
        return RawSQL(SQLITE, [" OR ".join(keys)], BooleanField())  # noqa: S611  words are parameters
    return RawSQL(POSTGRESQL, [" | ".join(keys)], BooleanField())  # noqa: S611  words are parameters
