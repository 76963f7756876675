"""The worker: one loop over readers of the journal, errands of the day, and the outbox."""

import logging
import signal
import time

from django.db import DatabaseError, close_old_connections
from django_scopes import scope, scopes_disabled

from elava.foundation import clock
from elava.foundation.tables import look_at_the_tables
from elava.journal.readers import behind, read_on
from elava.programmes.models import Programme

from .errands import run_errands
from .models import Message
from .sending import send_messages

log = logging.getLogger(__name__)

PAUSE = 1.0  # seconds between two looks
BREATH = 0.02  # seconds between two steps while there is much to do: others write, too
LONG_PAUSE = 10.0  # seconds after the database did not answer
LOOK_AT_DATES = 60.0  # seconds between two looks at the errands


class Worker:
    """Works until told to stop; what it has begun it finishes."""

    def __init__(self):
        self.is_over = False
        self.has_trouble = False
        self.dates_seen_at = None

    def stop(self, *_signal):
        """End after the present step."""
        self.is_over = True

    def drain(self):
        """Do everything that is due now, and return."""
        while self.step(with_dates=True):
            pass

    def keep_on(self):
        """Work until told to stop."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        while not self.is_over:
            time.sleep(self._one_look())

    def _one_look(self):
        """One step; how long to rest after it."""
        close_old_connections()
        try:
            is_time = self.dates_seen_at is None or (
                time.monotonic() - self.dates_seen_at > LOOK_AT_DATES
            )
            done = self.step(with_dates=is_time)
        except DatabaseError:
            log.exception("the database did not answer; the worker goes on in a moment")
            return LONG_PAUSE
        if done:
            return BREATH
        return LONG_PAUSE if self.has_trouble else PAUSE

    def step(self, *, with_dates):
        """One round through everything; how much there was to do."""
        self.has_trouble = False
        done = self.read()
        if with_dates:
            done += self.run_dates()
        return done + self.send()

    def read(self):
        """Let every reader that is behind read some entries."""
        done, programmes = 0, {}
        for pk, reader in behind():
            programme = programmes.get(pk) or Programme.objects.get(pk=pk)
            programmes[pk] = programme
            done += self._in(programme, reader.name, read_on, reader)
        return done

    def run_dates(self):
        """Run the errands of the day."""
        self.dates_seen_at = time.monotonic()
        look_at_the_tables()
        programmes = Programme.objects.order_by("pk")
        return sum(self._in(one, "errands", run_errands) for one in programmes)

    def send(self):
        """Send what is due, programme by programme."""
        with scopes_disabled():
            waiting = Message.objects.filter(
                state=Message.State.QUEUED, next_try_at__lte=clock.now()
            ).values("programme")
            ids = set(waiting.values_list("programme", flat=True))
        programmes = Programme.objects.filter(pk__in=ids).order_by("pk")
        return sum(self._in(one, "outbox", send_messages) for one in programmes)

    def _in(self, programme, name, work, *arguments):
        """Work in the scope of a programme; what fails there does not stop the others."""
        if self.is_over:
            return 0
        try:
            with scope(programme=programme):
                return work(*arguments)
        except Exception:
            log.exception("%s failed in %s", name, programme.host)
            self.has_trouble = True
            return 0
