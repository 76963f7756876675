from django.db import models
from django.utils.translation import gettext as _
from django_scopes import ScopedManager, get_scope

from elava.foundation.access import is_coordinator
from elava.foundation.errors import NotAllowed
from elava.foundation.models import HouseQuerySet
from elava.foundation.privacy import Privacy

from .programme import Programme


def current_programme():
    """The programme of the running scope, or None."""
    return get_scope().get("programme")


class ProgrammeQuerySet(HouseQuerySet):
    """A queryset whose bulk writes keep to the programme, too."""

    def bulk_create(self, rows, *args, **kwargs):
        """Create rows, each of them settled in the programme of the scope."""
        rows = list(rows)
        for row in rows:
            row.settle()
        return super().bulk_create(rows, *args, **kwargs)


class DeskQuerySet(ProgrammeQuerySet):
    """Rows of which nothing is public: the desk reads them, and a person what is their own."""

    def public(self):
        """None of them."""
        return self.none()

    def seen_by(self, person):
        """The desk reads all of them, a person their own, a visitor none."""
        if is_coordinator(person):
            return self
        return self.none() if person.pk is None else self.owned_by(person)

    def owned_by(self, person):
        """A person's own rows; none, where a noun does not say which these are."""
        return self.none()


def scoped(queryset=ProgrammeQuerySet):
    """The manager of a table with a programme: without a scope, it refuses to answer."""
    return ScopedManager(
        programme="programme", _manager_class=models.Manager.from_queryset(queryset)
    )


class InProgramme(models.Model):
    """A row that belongs to one programme, and never points into another."""

    privacy = Privacy(facts="programme")

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = scoped()

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, *args):
        """A row of the scope's programme knows it already: it is not asked for row by row."""
        row, scope = super().from_db(*args), current_programme()
        if scope is not None and row.__dict__.get("programme_id") == scope.pk:
            row._state.fields_cache["programme"] = scope
        return row

    def save(self, *args, **kwargs):
        """Save the row, settled in the programme of the scope."""
        self.settle(kwargs.get("update_fields"))
        super().save(*args, **kwargs)

    def settle(self, fields=None):
        """Take the programme of the scope; refuse another one, and any key into another one."""
        scope = current_programme()
        if self.programme_id is None and scope is not None:
            self.programme = scope
        if scope is not None and self.programme_id != scope.pk:
            raise NotAllowed(_("This belongs to another programme."))
        for key in self._meta.concrete_fields:
            if key.is_relation and (fields is None or key.name in fields):
                self._refuse_foreign(key)

    def _refuse_foreign(self, key):
        if not issubclass(key.related_model, InProgramme) or getattr(self, key.attname) is None:
            return
        if key.is_cached(self):
            is_ours = getattr(self, key.name).programme_id == self.programme_id
        else:
            rows = key.related_model._base_manager
            target = {key.target_field.name: getattr(self, key.attname)}
            is_ours = rows.filter(programme=self.programme_id, **target).exists()
        if not is_ours:
            raise NotAllowed(_("This belongs to another programme."))
