"""What happens when: acts are noted in any order and happen in the order of their days."""

from datetime import datetime, time, timedelta
from functools import partial
from heapq import heappop, heappush
from itertools import count

from django.utils import timezone

from elava.foundation import clock
from elava.foundation.actions import action
from elava.people.models import OPERATOR


class Timeline:
    """The calendar of one town, counted in days before today."""

    def __init__(self, today):
        self.today = today
        self._acts = []
        self._order = count()

    def day(self, days_ago):
        """The date so many days ago; a negative number is a day to come."""
        return self.today - timedelta(days=days_ago)

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
            done += live_a_day(self._acts, by=OPERATOR)
            tell(done / (done + len(self._acts)))


@action
def live_a_day(acts, *, by):
    """Everything of the earliest day happens; the journal is sealed once, in the evening."""
    done, today = 0, acts[0][0].date()
    while acts and acts[0][0].date() == today:
        moment, _order, act = heappop(acts)
        with clock.travel(moment):
            act()
        done += 1
    return done
