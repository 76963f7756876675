from django.db import models

from elava.foundation.privacy import Privacy
from elava.programmes.models import InProgramme


class Document(InProgramme, models.Model):
    """Where a public row is found: its words in all their forms, and nothing to be shown.

    What a reader sees is read anew from the row, by the same rule as its page. The number of the
    row is an integer because the full-text tables are keyed by it.
    """

    privacy = Privacy(facts="id programme kind object_id on words")

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=40)
    object_id = models.UUIDField()
    on = models.DateField()
    words = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "kind", "object_id"], name="a_row_is_found_in_one_place"
            )
        ]
