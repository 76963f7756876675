"""Servers under the bench: started on a free loopback port, their CPU time and memory read."""

import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
PATIENCE = 60  # seconds until a server must answer


def free_port():
    """A loopback port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def tree(pid):
    """A process and its descendants."""
    children = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        waiting += children.get(found[-1], [])
    return found


class Server:
    """One WSGI application under granian: processes of four threads each, one unless told."""

    def __init__(self, application, env, processes=1):
        self.port = free_port()
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(self.port),
                   "--host", "127.0.0.1", "--workers", str(processes), "--blocking-threads", "4",
                   "--no-ws", "--log-level", "warning", application]  # fmt: skip
        self.process = subprocess.Popen(command, env=os.environ | env, stdout=sys.stderr)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self._wait()

    def _wait(self):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                self.get("/")
            except (OSError, http.client.HTTPException):
                self.connection.close()
                time.sleep(0.2)
            else:
                return
        raise RuntimeError("the server did not answer")

    def get(self, path, cookie=""):
        """Read one page over the kept connection; returns (status, body)."""
        headers = {"Accept-Encoding": "gzip"} | ({"Cookie": cookie} if cookie else {})
        self.connection.request("GET", path, headers=headers)
        response = self.connection.getresponse()
        return response.status, response.read()

    def cpu(self):
        """Seconds of processor time that the server has used so far."""
        ticks = 0
        for pid in tree(self.process.pid):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / TICK

    def cpu_per_request(self, path, cookie, requests):
        """Milliseconds of processor time for one request of a path."""
        self.connection.close()  # a connection that lay idle may have been hung up on
        before = self.cpu()
        for _request in range(requests):
            status, _body = self.get(path, cookie)
            if status != 200:
                raise RuntimeError(f"{path} answered {status}")
        return (self.cpu() - before) / requests * 1000

    def memory(self):
        """Megabytes of proportional memory of the server's processes."""
        return sum(memory_of(pid) for pid in tree(self.process.pid))

    def stop(self):
        """End what was started here."""
        self.connection.close()
        self.process.terminate()
        self.process.wait(timeout=30)


def memory_of(pid):
    """Megabytes of proportional set size of one process."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0
