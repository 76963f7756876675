"""`python -m bench.trials`: kills and races at full size, a table, and 1 where a promise breaks.

Stops by itself. TRIALS_DATABASE_URL names an empty PostgreSQL database to try that one instead.
"""

import argparse
import sys
import time

from . import kills, races
from .ground import installation

SHOWN = 5


def main(arguments=None):
    """Run both trials and print what was found; how many promises were broken."""
    parser = argparse.ArgumentParser(prog="bench.trials", description=__doc__)
    parser.add_argument("--kills", type=int, default=500, help="processes to kill (500)")
    parser.add_argument("--races", type=int, default=20, help="rounds of each race (20)")
    parser.add_argument("--seed", type=int, default=0, help="the chance of the kills (0)")
    chosen = parser.parse_args(arguments)
    with installation():
        begun = time.monotonic()
        faults = tell_kills(kills.run(chosen.kills, chosen.seed)) if chosen.kills else 0
        faults += tell_races(races.run(chosen.races), chosen.races)
        print(f"\n{faults} violations in {time.monotonic() - begun:.0f} seconds")
    return faults


def tell_kills(outcome):
    """Print what the kills left behind; the number of faults."""
    rows = [
        ("processes killed in mid-write", outcome.kills),
        ("ideas acknowledged, each there once", outcome.acknowledged),
        ("sent and never acknowledged, there once or not", outcome.unacknowledged),
        ("mails that went with their rows", outcome.mails),
        ("of them sent again after a kill, with the same id", outcome.sent_again),
        ("violations", len(outcome.faults)),
    ]
    for label, value in rows:
        print(f"{label:<52}{value:>8}")
    for fault in outcome.faults[:SHOWN]:
        print(f"  VIOLATION {fault}")
    return len(outcome.faults)


def tell_races(results, rounds):
    """Print how the races ended; the number of faults."""
    for name, faults in results.items():
        print(f"race of {races.AT_ONCE}, {rounds} rounds: {name:<25}{len(faults):>10} violations")
        for fault in faults[:SHOWN]:
            print(f"  VIOLATION {fault}")
    return sum(map(len, results.values()))


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
