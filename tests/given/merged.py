"""Helsinki's merged proposals (OmaStadi, round 1), where ELAVA_REAL_DATA names the folder."""

import csv
import os
import time
from collections import defaultdict
from pathlib import Path
from uuid import UUID

from elava.foundation import clock
from elava.foundation.actions import permitted_to_write
from elava.search import index
from elava.search.findable import Found
from elava.search.likeness import alike

SHOWN = 5


class Merged:
    """The proposals, and which of them the city worked into the same plan."""

    def __init__(self):
        """Read both tables."""
        self.proposals = {int(row["id"]): row for row in _table("proposals_round1.csv")}
        plans = defaultdict(set)
        for row in _table("merges_round1.csv"):
            plans[row["plan_id"]].add(int(row["proposal_id"]))
        self.mates = defaultdict(set)
        for plan in plans.values():
            together = plan & self.proposals.keys()
            for one in together:
                self.mates[one] |= together - {one}
        self.mates = {one: mates for one, mates in self.mates.items() if mates}

    def put(self):
        """Let all proposals be found."""
        rows = [
            Found(UUID(int=one), row["title"], row["text"], clock.today(), "", words=row["title"])
            for one, row in self.proposals.items()
        ]
        with permitted_to_write("search"):
            index.put("idea", rows)

    def hits(self):
        """The share of merged proposals with a mate among the first five; all times, sorted."""
        found, times = 0, []
        for one, mates in self.mates.items():
            row, start = self.proposals[one], time.perf_counter()
            like = alike("idea", row["title"], row["text"], least=0)
            times.append(time.perf_counter() - start)
            others = [other.int for other in like if other.int != one]
            found += bool(mates & set(others[:SHOWN]))
        return found / len(self.mates), sorted(times)


def _table(name):
    folder = Path(os.environ["ELAVA_REAL_DATA"], "omastadi")
    with (folder / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
