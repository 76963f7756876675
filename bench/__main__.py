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


def installation_at(folder):
    """The environment of a demo installation that lives in a folder."""
    return {"ELAVA_MODE": "demo", "ELAVA_DATA": folder, "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "elava.config.settings"}  # fmt: skip


def prepare(folder):
    """The demo programme and ideas up to IDEAS, in a folder of its own."""
    env = installation_at(folder)
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


REACH = {"fresh": "≤ 12 (home and thread 10)", "kept": "≤ 1.5", "signed in": "≤ 1.5 × fresh"}


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
            memory = house.memory() + memory_of(worker.pid), memory_of_two(env, public)
            say("weight …")
            weights = weight.measure(f"http://127.0.0.1:{house.port}", public)
        finally:
            for process in (hello, house):
                process.stop()
            worker.terminate()
            worker.wait(timeout=30)
        say("start …")
        started = start.measure(env)
        on_postgresql = giving_on_postgresql()
    write(ratios, (rate, slowest), on_postgresql, memory, started, weights)


def memory_of_two(env, public):
    """Megabytes of two web processes together, after some reading."""
    two = Server("elava.config.wsgi:application", env, processes=2)
    try:
        for _turn in range(50):
            for path in public.values():
                two.connection.close()
                two.get(path, "fresh=1")
        return two.memory()
    finally:
        two.stop()


def giving_on_postgresql():
    """P5 on the empty PostgreSQL database of BENCH_DATABASE_URL, or None without one."""
    url = os.environ.get("BENCH_DATABASE_URL")
    if not url:
        return None
    say("giving ideas on PostgreSQL …")
    with tempfile.TemporaryDirectory() as folder:
        env = installation_at(folder) | {"DATABASE_URL": url}
        run(["-m", "elava.config.cli", "demo"], env)
        run(["-m", "elava.config.cli", "collectstatic", "--no-input"], env)
        house = Server("elava.config.wsgi:application", env)
        try:
            return giving.compare(house, env)
        finally:
            house.stop()


def write(ratios, given, on_postgresql, memory, started, weights):
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
        *given_lines("SQLite", given),
        *given_lines("PostgreSQL", on_postgresql),
        f"| P11 memory of web and worker (PSS) | {memory[0]:.0f} MB | ≤ 220 MB |",
        f"| P11 memory of two web processes (PSS) | {memory[1]:.0f} MB | ≤ 320 MB |",
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


def given_lines(database, measured):
    """The two lines of P5 on one database; none where it was not measured."""
    if measured is None:
        return []
    rate, slowest = measured
    return [
        f"| P5 ideas given on {database}, share of the bare rate | {rate:.0%} | ≥ 10 % |",
        f"| P5 on {database}: slowest hundredth, of the bare one | {slowest:.1f} × | ≤ 3 × |",
    ]


if __name__ == "__main__":
    main()
