"""The full-text tables beside the documents: FTS5 in SQLite, GIN (with pg_trgm) in PostgreSQL.

One holds the trigrams of the words, to search them; the other the numbers of the keys, to find
what is alike. They are written here and nowhere else; no trigger keeps them, since SQLite drops
triggers when a table is altered. A word of fewer than three letters has no trigram and is
found by its beginning.
"""

from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from .keys import counted, keys_of, size_of, uncounted
from .lemmas import indexed
from .models import Document

SHORTEST_TRIGRAM = 3
NEWEST = 2000
DIVIDER = "|"  # between the title's words and the others
MATCH = "SELECT rowid FROM search_trigrams WHERE words MATCH %s"

SQLITE = [
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_trigrams USING fts5(words, tokenize='trigram')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_keys USING fts5(keys)",
]
POSTGRESQL = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX IF NOT EXISTS search_document_words ON search_document "
    "USING gin (words gin_trgm_ops)",
    # Stored, since making it anew for each row costs a third of a millisecond.
    "ALTER TABLE search_document ADD COLUMN IF NOT EXISTS key_vector tsvector "
    "GENERATED ALWAYS AS (to_tsvector('simple', keys)) STORED",
    "CREATE INDEX IF NOT EXISTS search_document_keys ON search_document USING gin (key_vector)",
]


def is_sqlite():
    """Whether the house stands on SQLite."""
    return connection.vendor == "sqlite"


def prepare(*_migration):
    """Make the full-text tables where they are missing; a migration and the suite call this."""
    with connection.cursor() as cursor:
        for statement in SQLITE if is_sqlite() else POSTGRESQL:
            cursor.execute(statement)


def put(kind, rows):
    """Let rows of a kind be found as they read now."""
    rows = {row.object_id: row for row in rows}
    known = Document.objects.filter(kind=kind, object_id__in=rows)
    held = dict(known.values_list("object_id", "keys"))
    documents = [_document(kind, row, held.get(pk, "")) for pk, row in rows.items()]
    _write(
        Document.objects.bulk_create(
            documents,
            update_conflicts=True,
            unique_fields=["programme", "kind", "object_id"],
            update_fields=["on", "words", "keys", "size"],
        )
    )


def _document(kind, row, keys_before):
    found = keys_of(row.title, row.text)
    return Document(
        kind=kind,
        object_id=row.object_id,
        on=row.on,
        words=indexed(row.title) + DIVIDER + indexed(row.words or row.text),
        keys=counted(found, keys_before),
        size=size_of(found),
    )


def remove(kind, ids):
    """Let rows no longer be found; called in the action itself where somebody is erased."""
    gone = Document.objects.filter(kind=kind, object_id__in=ids)
    for document in gone.order_by("pk"):
        uncounted(document.keys)
        _unwrite(document)
    gone.delete()


def _unwrite(document):
    if is_sqlite():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_trigrams WHERE rowid = %s", [document.pk])
            cursor.execute("DELETE FROM search_keys WHERE rowid = %s", [document.pk])


def _write(documents):
    if is_sqlite():
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT OR REPLACE INTO search_trigrams (rowid, words) VALUES (%s, %s)",
                [(document.pk, document.words) for document in documents],
            )
            cursor.executemany(
                "INSERT OR REPLACE INTO search_keys (rowid, keys) VALUES (%s, %s)",
                [(document.pk, document.keys) for document in documents],
            )


def matching(alternatives):
    """The newest documents (at most 2,000) that hold one of the forms of each word, as rows.

    `alternatives` is a list of tuples of forms. Returns tuples (kind, object id, on, words).
    """
    documents, long_ones = Document.objects.order_by("-pk"), []
    for forms in alternatives:
        long = [form for form in forms if len(form) >= SHORTEST_TRIGRAM]
        if long:
            long_ones.append(long)
        else:
            documents = documents.filter(words__contains=f" {forms[0]}")
    documents = (_in_sqlite if is_sqlite() else _in_postgresql)(documents, long_ones)
    return documents.values_list("kind", "object_id", "on", "words")[:NEWEST]


def _in_sqlite(documents, words):
    query = " AND ".join(f"({' OR '.join(map(_quoted, forms))})" for forms in words)
    return documents.filter(pk__in=RawSQL(MATCH, [query])) if query else documents  # noqa: S611  words are parameters


def _in_postgresql(documents, words):
    for forms in words:
        documents = documents.filter(reduce(or_, (Q(words__contains=form) for form in forms)))
    return documents


def _quoted(form):
    return '"{}"'.format(form.replace('"', '""'))
