"""Two children, one fate: web server and worker start together and end together.

Nothing of Django is imported here, so that watching costs no memory.
"""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import time

PATIENCE = 15  # seconds that a child may take to finish what it is doing


def commands(host, port, processes, threads, *, with_worker):
    """The command lines of the children: the web server first."""
    python = [sys.executable, "-P", "-m"]
    web = [*python, "granian", "--interface", "wsgi", "--host", host, "--port", port]
    web += ["--workers", processes, "--blocking-threads", threads, "--no-ws"]
    web += ["--log-level", "warning", "elava.config.wsgi:application"]
    worker = [*python, "elava.config.cli", "work"]
    return [web, worker] if with_worker else [web]


def start(command):
    """Start one child: its words go to stderr, its signals come only from us."""
    return subprocess.Popen(  # noqa: S603  our own command lines
        command, stdin=subprocess.DEVNULL, stdout=sys.stderr, start_new_session=True
    )


def answers(host, port):
    """Whether the web server answers a request, whatever it says."""
    connection = http.client.HTTPConnection(host, int(port), timeout=2)
    try:
        connection.request("GET", "/health/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


class Watch:
    """Remembers that somebody asked us to stop."""

    def __init__(self):
        self.is_over = False
        signal.signal(signal.SIGTERM, self.end)
        signal.signal(signal.SIGINT, self.end)

    def end(self, number, frame):
        """Called by the operating system."""
        self.is_over = True

    def keep(self, children, host, port):
        """Wait until a child ends or we are told to stop, and say once when all is ready."""
        is_ready = False
        while not self.is_over and all(child.poll() is None for child in children):
            if not is_ready and answers(host, port):
                is_ready = True
                print(f"Ready: http://{host}:{port}", flush=True)  # noqa: T201  whoever started us reads it
            time.sleep(0.2)


def finish(children):
    """End what still runs: first kindly, after PATIENCE for good."""
    deadline = time.monotonic() + PATIENCE
    running = [child for child in children if child.poll() is None]
    for child in running:
        child.terminate()
    for child in running:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
    for child in children:
        # A child killed from outside leaves its own children behind, and they hold the port.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)


def main(host, port, processes, threads, worker=""):
    """Run until told to stop (0), or until a child ends by itself (1)."""
    watch = Watch()
    with_worker = worker == "with-worker"
    children = [start(c) for c in commands(host, port, processes, threads, with_worker=with_worker)]
    try:
        watch.keep(children, "127.0.0.1" if host in {"0.0.0.0", "::"} else host, port)  # noqa: S104  asked about, not listened at
    finally:
        finish(children)
    return 0 if watch.is_over else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
