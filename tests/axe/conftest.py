"""The demo programme as a newcomer starts it, walked by a browser with the accessibility rules."""

import os
import socket
import subprocess
import sys

import pytest

PATIENCE = 240  # seconds until the demo must be ready


def pytest_addoption(parser):
    """`--all`: every page in every look, not only a pairwise choice; `--demo`: one that runs."""
    parser.addoption("--all", action="store_true", help="look at every combination")
    parser.addoption("--demo", help="the address of a demo programme that runs already")


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def demo(tmp_path_factory, request):
    """The address of a demo programme, in a process and a folder of its own unless one is given."""
    if running := request.config.getoption("--demo"):
        yield running
        return
    port = _free_port()
    env = os.environ | {
        "ELAVA_MODE": "demo",
        "ELAVA_DATA": str(tmp_path_factory.mktemp("demo")),
        "DJANGO_SETTINGS_MODULE": "elava.config.settings",
        "DATABASE_URL": "",
        "PORT": str(port),
    }
    command = [sys.executable, "-m", "elava.config.cli", "demo", "--serve"]
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    try:
        for line in process.stdout:
            if line.startswith("Ready: "):
                break
        else:
            raise RuntimeError("the demo did not start")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)
        process.stdout.close()
