"""`python -m bench.trials`: kills and races at full size, a table, and 1 where a promise breaks.

Stops by itself. TRIALS_DATABASE_URL names an empty PostgreSQL database to try that one instead. A
run at full size is kept in bench/TRIALS-sqlite.md (or -postgresql).
"""

import argparse
import os
import sys
import time
from datetime import date
from pathlib import Path

from . import kills, races
from .ground import installation

SHOWN = 5
KILLS, ROUNDS = 500, 20
KEPT = Path(__file__).parent / "TRIALS.md"


def main(arguments=None):
    """Run both trials and print what was found; how many promises were broken."""
    parser = argparse.ArgumentParser(prog="bench.trials", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS, help="processes to kill (500)")
    parser.add_argument("--races", type=int, default=ROUNDS, help="rounds of each race (20)")
    parser.add_argument("--seed", type=int, default=0, help="the chance of the kills (0)")
    chosen = parser.parse_args(arguments)
    lines = []
    with installation():
        begun = time.monotonic()
        faults = tell_kills(kills.run(chosen.kills, chosen.seed), lines) if chosen.kills else 0
        faults += tell_races(races.run(chosen.races), chosen.races, lines)
        tell(f"\n{faults} violations in {time.monotonic() - begun:.0f} seconds", lines)
    if chosen.kills >= KILLS and chosen.races >= ROUNDS:
        keep(lines)
    return faults


def tell(line, lines):
    """Print a line, and keep it for the results."""
    print(line, flush=True)
    lines.append(line)


def keep(lines):
    """Write what a run at full size found; each database has a file of its own."""
    database = "PostgreSQL" if os.environ.get("TRIALS_DATABASE_URL") else "SQLite"
    head = f"# Results of `make trials` on {database}\n\n{date.today()}, {os.cpu_count()} cores\n"  # noqa: DTZ011  the day of the machine
    file = KEPT.with_stem(f"TRIALS-{database.lower()}")
    file.write_text("\n".join([head, "```", *lines, "```", ""]), "utf-8")


def tell_kills(outcome, lines):
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
        tell(f"{label:<52}{value:>8}", lines)
    for fault in outcome.faults[:SHOWN]:
        tell(f"  VIOLATION {fault}", lines)
    return len(outcome.faults)


def tell_races(results, rounds, lines):
    """Print how the races ended; the number of faults."""
    for name, faults in results.items():
        tell(
            f"race of {races.AT_ONCE}, {rounds} rounds: {name:<25}{len(faults):>10} violations",
            lines,
        )
        for fault in faults[:SHOWN]:
            tell(f"  VIOLATION {fault}", lines)
    return sum(map(len, results.values()))


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
