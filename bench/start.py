"""P12: how long the start takes, as a multiple of a bare `import django; setup()`."""

import os
import subprocess
import sys
import time
from statistics import median

BARE = "import django; django.setup()"
HOUSE = f"{BARE}; from django.urls import get_resolver; get_resolver().url_patterns"


def _seconds(code, env):
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], env=os.environ | env, check=True)
    return time.perf_counter() - begun


def measure(env, rounds=5):
    """The median ratio of five interleaved pairs."""
    ratios = []
    for _round in range(rounds):
        bare = _seconds(BARE, {"DJANGO_SETTINGS_MODULE": "bench.hello.settings"})
        ratios.append(_seconds(HOUSE, env) / bare)
    return median(ratios)
