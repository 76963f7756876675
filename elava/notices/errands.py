"""What is due: errands of the day once a day in each programme, the others at every look."""

import logging
from datetime import timedelta

from django.db import DatabaseError, transaction
from django.utils import timezone

from elava.foundation import clock, due
from elava.foundation.actions import permitted_to_write

from .models import Errand

log = logging.getLogger(__name__)

PAUSE = timedelta(hours=1)


def run_errands():
    """Run what is due in the scope's programme; how much was done."""
    today, hour = clock.today(), timezone.localtime(clock.now()).hour
    done = set(Errand.objects.filter(done_on__gte=today).values_list("name", flat=True))
    daily = [d for d in due.errands() if d.hour is not None and d.name not in done]
    ripe = sum(_look(d) for d in due.errands() if d.hour is None)
    return ripe + sum(_run(d) for d in daily if hour >= d.hour)


def _look(errand):
    try:
        return int(errand.call())
    except DatabaseError:
        raise
    except Exception:
        log.exception("errand %s failed; it is tried again in a minute", errand.name)
        return 0


def _run(errand):
    if not _take(errand):
        return 0
    today = clock.today()
    try:
        errand.call()
    except DatabaseError:
        raise
    except Exception:
        log.exception("errand %s failed; it is tried again in an hour", errand.name)
        return 0
    with permitted_to_write("notices"):
        Errand.objects.filter(name=errand.name).update(done_on=today)
    return 1


def _take(errand):
    """Whether it is ours now: nobody else runs it, and it did not fail in the last hour."""
    now = clock.now()
    with transaction.atomic(), permitted_to_write("notices"):
        Errand.objects.get_or_create(name=errand.name, defaults={"next_try_at": now})
        row = Errand.objects.not_taken().filter(name=errand.name, next_try_at__lte=now).first()
        if row is None or row.done_on == clock.today():
            return False
        row.next_try_at = now + PAUSE
        row.save(update_fields=["next_try_at"])
    return True
