"""`make bench`: speed, memory and page weight of the demo programme, as ratios in one run.

Writes bench/RESULTS.md. The machine may be noisy: every figure is a multiple of something bare that
was measured in the same minute.
"""

import os
import platform
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from bench import giving, pages, start, weight
from bench.servers import Server, memory_of

RESULTS = Path(__file__).parent / "RESULTS.md"
IDEAS = int(os.environ.get("BENCH_IDEAS", "5000"))


def say(words):
    """Tell whoever waits what is going on."""
    print(words, file=sys.stderr, flush=True)


def run(command, env):
    """Run a command of the house in the bench's own folder."""
    done = subprocess.run(
        [sys.executable, *command], env=os.environ | env, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def prepare(folder):
    """The demo programme and ideas up to IDEAS, in a folder of its own."""
    env = {"ELAVA_MODE": "demo", "ELAVA_DATA": folder, "DJANGO_SETTINGS_MODULE":
           "elava.config.settings"}  # fmt: skip
    say("building the demo programme …")
    run(["-m", "elava.config.cli", "demo"], env)
    run(["-m", "elava.config.cli", "collectstatic", "--no-input"], env)
    say(f"giving ideas until there are {IDEAS} …")
    run(["-m", "bench.town", str(IDEAS)], env)
    return env


def addresses(env):
    """Pages to measure: name → (path, cookie). A cookie of no meaning asks for a fresh page."""
    idea, thread, session = run(["-m", "bench.choose"], env).splitlines()
    public = {
        "P1 idea list": "/ideas/?state=open",
        "P2 idea page": f"/ideas/{idea}/",
        "P3 home": "/",
        "P3 red thread": f"/threads/{thread}/",
    }
    found = {}
    for name, path in public.items():
        found[f"{name}, fresh"] = (path, "fresh=1")
        found[f"{name}, kept"] = (path, "")
        found[f"{name}, signed in"] = (path, f"elava={session}")
    return public, found


REACH = {"fresh": "≤ 12", "kept": "≤ 1.5", "signed in": "≤ 1.5 × fresh"}


def main():
    """Measure, print and keep the results."""
    with tempfile.TemporaryDirectory() as folder:
        env = prepare(folder)
        public, targets = addresses(env)
        hello = Server("bench.hello.wsgi:application", {})
        house = Server("elava.config.wsgi:application", env)
        worker = subprocess.Popen(
            [sys.executable, "-m", "elava.config.cli", "work"], env=os.environ | env
        )
        try:
            say("pages …")
            ratios = pages.measure(hello, house, targets)
            say("giving ideas …")
            rate, slowest = giving.compare(house, env)
            memory = house.memory() + memory_of(worker.pid)
            say("weight …")
            weights = weight.measure(f"http://127.0.0.1:{house.port}", public)
        finally:
            for process in (hello, house):
                process.stop()
            worker.terminate()
            worker.wait(timeout=30)
        say("start …")
        started = start.measure(env)
    write(ratios, rate, slowest, memory, started, weights)


def write(ratios, rate, slowest, memory, started, weights):
    """The table, on the screen and in RESULTS.md."""
    lines = [
        "# Results of `make bench`",
        "",
        f"{date.today().isoformat()}, {IDEAS} ideas, Python {platform.python_version()}, "  # noqa: DTZ011  this machine's day
        f"{os.cpu_count()} cores, SQLite, one web process of four threads.",
        "",
        "| what | measured | reach |",
        "|---|---|---|",
    ]
    for name, ratio in ratios.items():
        reach = REACH[name.rpartition(", ")[2]]
        lines.append(f"| {name} | {ratio:.1f} × hello | {reach} |")
    lines += [
        f"| P5 ideas given, share of the bare rate | {rate:.0%} | ≥ 10 % |",
        f"| P5 slowest hundredth, of the bare one | {slowest:.1f} × | ≤ 3 × |",
        f"| P11 memory of web and worker (PSS) | {memory:.0f} MB | ≤ 220 MB |",
        f"| P12 start, of a bare Django's | {started:.1f} × | ≤ 3 × |",
    ]
    for name, page in weights.items():
        lines.append(
            f"| P14 {name[3:]} | {page.total:.0f} KB, {page.requests} requests, script "
            f"{page.script:.1f} KB, style {page.style:.1f} KB | ≤ 60 KB (home 100), ≤ 5 (home 8), "
            "≤ 10, ≤ 12 |"
        )
    RESULTS.write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
