"""What happens when: acts are noted in any order and happen in the order of their days."""

from datetime import datetime, time, timedelta
from functools import partial
from heapq import heappop, heappush
from itertools import count

from django.utils import timezone

from elava.foundation import clock
from elava.foundation.actions import action
from elava.people.models import OPERATOR

from .calendar import working_day

SEALED_AT_ONCE = 14  # days


class Timeline:
    """The calendar of one town, counted in days before today.

    `daily_since` so many days ago, what happens is news every evening.
    """

    def __init__(self, today):
        self.today = today
        self.daily_since = 0
        self._acts = []
        self._order = count()

    def day(self, days_ago):
        """The date so many days ago; a negative number is a day to come."""
        return self.today - timedelta(days=days_ago)

    def working_day(self, days_ago):
        """The date so many days ago, or the nearest that is no weekend and no public holiday."""
        return working_day(self.day(days_ago))

    def moment(self, days_ago, at="10:00"):
        """An instant so many days ago; `at` is the time of day."""
        hours, minutes = map(int, at.split(":"))
        day = datetime.combine(self.day(days_ago), time(hours, minutes))
        return timezone.make_aware(day)

    def note(self, days_ago, act, *arguments, at="10:00"):
        """`act(*arguments)` will happen on that day; of two at the same time, the first noted.

        Nothing happens today: the demo may be built at one minute past midnight.
        """
        moment = self.moment(max(days_ago, 1), at)
        heappush(self._acts, (moment, next(self._order), partial(act, *arguments)))

    def then(self, days_later, act):
        """`act()` follows from what happens just now, some days later, unless that is to come."""
        moment = clock.now() + timedelta(days=days_later)
        if moment.date() < self.today:
            heappush(self._acts, (moment, next(self._order), act))

    def happen(self, tell=lambda share: None):
        """Let everything happen, day by day; `tell` hears which share of it has happened."""
        done = 0
        while self._acts:
            evening = self._evening()
            with clock.travel(evening):
                done += live_until(evening, self._acts, by=OPERATOR)
            tell(done / (done + len(self._acts)))

    def _evening(self):
        """When the journal is sealed next: every evening of late, once in so many days before."""
        days_ago = (self.today - timezone.localdate(self._acts[0][0])).days
        days = min(SEALED_AT_ONCE, max(days_ago - self.daily_since, 1))
        return self.moment(days_ago - days + 1, "23:59")


@action
def live_until(evening, acts, *, by):
    """Everything up to an evening happens; the journal is sealed once, at its end."""
    done = 0
    while acts and acts[0][0] <= evening:
        moment, _order, act = heappop(acts)
        with clock.travel(moment):
            act()
        done += 1
    return done
