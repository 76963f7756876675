from django.db import connection, models
from django.utils.translation import gettext as _

from . import clock, ids
from .errors import NotNow
from .privacy import Privacy


class HouseQuerySet(models.QuerySet):
    """The questions that every table of the house can answer."""

    def locked(self, row):
        """The same row, read anew and locked until the action ends."""
        found = next(iter(self.select_for_update(of=("self",)).filter(pk=row.pk)), None)
        if found is None:
            raise NotNow(_("This has been removed in the meantime."))
        return found

    def not_taken(self):
        """The rows that no other worker has locked, locked; SQLite has one writer at a time."""
        can_skip = connection.features.has_select_for_update_skip_locked
        return self.select_for_update(skip_locked=can_skip, of=("self",) if can_skip else ())


class TimeOrdered(models.Model):
    """A row whose id and stamp may tell when it was made."""

    privacy = Privacy(facts="id created_at")

    id = models.UUIDField(primary_key=True, default=ids.time_ordered_id, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        abstract = True


class Unordered(models.Model):
    """A row that may hold something anonymous or assisted: a random id, and only a date."""

    privacy = Privacy(facts="id created_on")

    id = models.UUIDField(primary_key=True, default=ids.random_id, editable=False)
    created_on = models.DateField(default=clock.today, editable=False)

    class Meta:
        abstract = True


class Submission(models.Model):
    """One accepted form, message or card: the same key never writes twice.

    `scope` is the id of the tenant, kept as a plain value since the foundation knows no tenant.
    """

    privacy = Privacy(facts="id scope key body_hash answer subject_kind subject_id at")

    scope = models.UUIDField()
    key = models.CharField(max_length=100)
    body_hash = models.CharField(max_length=64)
    answer = models.CharField(max_length=300, blank=True)
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_id = models.UUIDField(null=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "key"], name="one_answer_per_key")]


class KeptPage(models.Model):
    """A public page as it was sent, good for one version of the programme and one day.

    One row for each address: what is out of date is written over, so the table stays small.
    """

    privacy = Privacy(facts="key version day headers body")

    key = models.CharField(max_length=64, primary_key=True)
    version = models.PositiveBigIntegerField()
    day = models.DateField()
    headers = models.JSONField()
    body = models.BinaryField()
