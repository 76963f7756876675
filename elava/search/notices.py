from elava.journal.readers import journal_reader

from . import index
from .findable import touched


def keep_index(entries):
    """Let what happened be found, and what is no longer public not."""
    for one, ids in touched(entries).items():
        rows = list(one.reads(list(ids)))
        index.put(one.kind, rows)
        index.remove(one.kind, ids - {row.object_id for row in rows})


FEW = 20  # entries: the dictionaries take some milliseconds for each text

journal_reader("search", keep_index, at_once=FEW)
