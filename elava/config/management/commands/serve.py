"""`elava serve`: the web server, and the worker beside it."""

import os
import socket
import sys

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError

from elava.config.variables import read


class Command(BaseCommand):
    """Checks what can go wrong, then gives way to a small supervisor without Django in memory."""

    help = "Start the web server and, beside it, the worker. Ends when either of them ends."
    requires_system_checks = ()

    def add_arguments(self, parser):
        given = read()
        web_processes = given["ELAVA_WEB_PROCESSES"]
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
        parser.add_argument("--port", type=int, default=given["PORT"])
        parser.add_argument("--processes", type=int, default=web_processes, help="web processes")
        parser.add_argument("--threads", type=int, default=4, help="threads in each of them (4)")
        parser.add_argument("--no-worker", action="store_true", help="the web server only")

    def handle(self, *, host, port, processes, threads, no_worker, **options):
        ensure_port_is_free(host, port)
        # Pages name their static files by content, so these must be the ones of this version.
        call_command("collectstatic", interactive=False, verbosity=0)
        supervisor = [sys.executable, "-P", "-m", "elava.config.supervisor", host, str(port)]
        supervisor += [str(processes), str(threads)]
        if not no_worker and "work" in get_commands():
            supervisor.append("with-worker")
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(sys.executable, supervisor)  # noqa: S606  our own interpreter, our own module


def ensure_port_is_free(host, port):
    """Tell in a sentence that another program has the port, before anything is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} is not free. Choose another one, for example PORT={port + 1}."
            ) from error
