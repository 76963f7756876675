"""One programme in the making: its texts, its calendar, and the rows made so far by their keys."""

import random
from functools import cached_property

from .timeline import Timeline


class Town:
    """What the chapters of the story share."""

    def __init__(self, texts, *, host, today):
        self.texts = texts
        self.host = host
        self.timeline = Timeline(today)
        self.chance = random.Random(f"{host} {today}")
        self._rows = {}
        for kind in ("meeting", "workshop"):
            for said in self.texts_of(kind):
                self._keep_to_working_days(said)

    def __getitem__(self, kind_and_key):
        return self._rows[kind_and_key]

    def get(self, kind, key):
        """A row by its key, or None where there is none (yet)."""
        return self._rows.get((kind, key))

    def keep(self, kind, key, row):
        """Remember a row by the key that the texts use for it."""
        self._rows[kind, key] = row
        return row

    def all(self, kind):
        """The rows of a kind, in the order in which they were made."""
        return [row for (kept, _key), row in self._rows.items() if kept == kind]

    def key_of(self, kind, row):
        """The key of a row that was kept."""
        return next(key for (kept, key), one in self._rows.items() if kept == kind and one == row)

    def seats_in(self, body):
        """The seats of a body, by its key."""
        return [
            seat
            for (kept, key), seat in self._rows.items()
            if kept == "seat" and key.startswith(f"{body} ")
        ]

    def texts_of(self, name):
        """The entries of a list in the texts; a tiny town may lack some."""
        return self.texts.get(name, [])

    @property
    def coordinator(self):
        """The person who runs the programme: the first one in the coordination team."""
        return self["person", self.coordinator_key]

    @cached_property
    def coordinator_key(self):
        """The key of the coordinator in the texts."""
        return next(
            person["key"]
            for person in self.texts["person"]
            for role in person["roles"]
            if role["role"] == "coordinator"
        )

    @property
    def first_language(self):
        """The language that the people of the town mostly speak."""
        return self.texts["programme"]["first_language"]

    def _keep_to_working_days(self, said):
        """Nobody meets on a weekend or a holiday: the nearest working day takes its place."""
        key, sign = ("days_ago", 1) if "days_ago" in said else ("in_days", -1)
        day = self.timeline.working_day(sign * said[key])
        said[key] = sign * (self.timeline.today - day).days

    def time_of_day(self, earliest=8, latest=20):
        """Some minute of a day on which people are awake."""
        return f"{self.chance.randrange(earliest, latest):02d}:{self.chance.randrange(60):02d}"
