from django.db import models

from elava.foundation.privacy import Privacy
from elava.programmes.models import InProgramme


class Document(InProgramme, models.Model):
    """Where a public row is found: its words in all their forms, and nothing to be shown.

    What a reader sees is read anew from the row, by the same rule as its page. The number of the
    row is an integer because the full-text tables are keyed by it. `keys` are the numbers of the
    keys of its title and text, each as often as it stands there; `size` is how much these say.
    """

    privacy = Privacy(facts="id programme kind object_id on words keys size")

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=40)
    object_id = models.UUIDField()
    on = models.DateField()
    words = models.TextField()
    keys = models.TextField()
    size = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "kind", "object_id"], name="a_row_is_found_in_one_place"
            )
        ]


class Key(InProgramme, models.Model):
    """The beginning of a word, and in how many documents of the programme it stands.

    The empty key stands in every document, so that it counts them.
    """

    privacy = Privacy(facts="id programme key documents")

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=6)
    documents = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="a_key_is_counted_once")
        ]
