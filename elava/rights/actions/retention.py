from datetime import timedelta

from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.db.models import DateTimeField

from elava.foundation import clock
from elava.foundation.access import HOUSE, require
from elava.foundation.actions import action, record
from elava.foundation.privacy import Erase, described_models, empty_value, forget, privacy_of
from elava.people.models import Attachment
from elava.programmes.models import current_programme
from elava.rights.queries.held import all_rows
from elava.rights.rules import may_let_go

AT_ONCE = 5_000
A_DAY = timedelta(days=1)


def run_retention():
    """Once a day: let go what is due in the programme of the scope."""
    counts = let_go(by=HOUSE)
    _sweep(current_programme())
    return counts


@action
def let_go(*, by):
    """Empty or delete what has been kept as long as the privacy register says; gives counts."""
    programme = current_programme()
    require(may_let_go, by, programme)
    counts = {}
    for model in described_models():
        said = privacy_of(model)
        for name, entry in said.personal.items():
            if entry.keep.days and entry.erase != Erase.STAY:
                column = model._meta.get_field(name)
                past = _past(model, said.counts_from, entry.keep.days, programme)
                count = _let_go(model, past, column, entry.erase)
                if count:
                    counts[f"{model._meta.model_name}.{name}"] = count
    Session.objects.filter(expire_date__lt=clock.now()).delete()
    counts |= _files_past_their_day()
    if counts:
        record("retention.run", programme, by=by, counts=counts)
    return counts


def _past(model, counts_from, days, programme):
    column = model._meta.get_field(counts_from)
    day = clock.today() - timedelta(days=days)
    is_instant = isinstance(column, DateTimeField)
    past = {f"{counts_from}__{'date__lt' if is_instant else 'lt'}": day}
    return all_rows(model, programme).filter(**past)


def _let_go(model, past, column, erase):
    if erase == Erase.EMPTY:
        nothing = empty_value(column)
        bare = {f"{column.name}__isnull": True} if nothing is None else {column.name: nothing}
        ids = list(past.exclude(**bare).values_list("pk", flat=True)[:AT_ONCE])
        return model._base_manager.filter(pk__in=ids).update(**{column.name: nothing})
    ids = list(past.values_list("pk", flat=True)[:AT_ONCE])
    forget(model._base_manager.filter(pk__in=ids))
    return len(ids)


def _files_past_their_day():
    past = Attachment.objects.filter(keep_until__lt=clock.today())
    ids = list(past.values_list("pk", flat=True)[:AT_ONCE])
    if not ids:
        return {}
    Attachment.forget(Attachment.objects.filter(pk__in=ids))
    return {"attachment": len(ids)}


def _sweep(programme):
    """Remove what uploads left in the private store that were never finished."""
    if not default_storage.exists(str(programme.pk)):
        return
    known = {str(pk) for pk in Attachment.objects.values_list("pk", flat=True)}
    for name in default_storage.listdir(str(programme.pk))[0]:
        if name not in known:
            _remove_old(f"{programme.pk}/{name}")


def _remove_old(folder):
    files = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
    if all(clock.now() - default_storage.get_modified_time(file) > A_DAY for file in files):
        for place in (*files, folder):
            default_storage.delete(place)
