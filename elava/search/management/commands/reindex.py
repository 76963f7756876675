"""`elava reindex`: build the search index anew, programme by programme."""

import sys

from django.core.management.base import BaseCommand
from django.db import transaction
from django_scopes import scope

from elava.foundation.actions import permitted_to_write
from elava.programmes.models import Programme
from elava.search import index, lemmas
from elava.search.findable import findables
from elava.search.models import Document

BATCH = 200


class Command(BaseCommand):
    """Reads every public row; what is not public any more is not found any more."""

    help = "Build the search index anew."

    def handle(self, **options):
        self.tell("Reading the dictionaries …")
        lemmas.load()
        index.prepare()
        for programme in Programme.objects.order_by("pk"):
            with scope(programme=programme), permitted_to_write("search"):
                self.tell(f"{programme}: {self.rebuild()} pages can be found.")

    def rebuild(self):
        """Index the programme of the scope; how many rows can be found."""
        count = 0
        for one in findables():
            rows = list(one.reads(None))
            self.forget_others(one.kind, {row.object_id for row in rows})
            for start in range(0, len(rows), BATCH):
                with transaction.atomic():
                    index.put(one.kind, rows[start : start + BATCH])
                count += len(rows[start : start + BATCH])
                self.tell(f"  {one.label}: {min(start + BATCH, len(rows))} of {len(rows)}")
        return count

    def forget_others(self, kind, ids):
        """Drop the documents of rows that are not public any more."""
        known = set(Document.objects.filter(kind=kind).values_list("object_id", flat=True))
        with transaction.atomic():
            index.remove(kind, known - ids)

    def tell(self, words):
        """Progress goes to stderr."""
        self.stderr.write(words)
        sys.stderr.flush()
