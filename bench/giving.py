"""P5: ideas given over HTTP, against a bare transaction of three inserts through the ORM."""

import http.client
import json
import os
import secrets
import subprocess
import sys
import time
import urllib.parse
from itertools import count
from statistics import quantiles

TOKEN = "b" * 32  # a CSRF token of our own: cookie and field must agree, no more


_visitors = count(1)


def a_visitor(server):
    """A connection from a loopback address of its own: one address may not give without end."""
    here = (f"127.0.{next(_visitors) // 250}.{next(_visitors) % 250 + 1}", 0)
    return http.client.HTTPConnection("127.0.0.1", server.port, timeout=60, source_address=here)


def over_http(server, number):
    """Seconds that each of `number` ideas took, one after the other, fifty from one visitor."""
    took, connection = [], None
    cookie = f"token={TOKEN}"
    for turn in range(number):
        if turn % 50 == 0:
            connection = a_visitor(server)
        fields = {
            "text": f"Soutukilpailu lapsille ja isovanhemmille, osa {turn}",
            "visibility": "without_name",
            "once_key": secrets.token_urlsafe(16),
            "csrfmiddlewaretoken": TOKEN,
        }
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        begun = time.perf_counter()
        connection.request("POST", "/ideas/new/send/", urllib.parse.urlencode(fields), headers)
        response = connection.getresponse()
        response.read()
        took.append(time.perf_counter() - begun)
        if response.status != http.client.FOUND:
            raise RuntimeError(f"an idea was answered with {response.status}")
    return took


def bare(env, number):
    """Seconds that each of `number` bare transactions took, in a process of its own."""
    command = [sys.executable, "-m", "bench.giving", str(number)]
    done = subprocess.run(command, env=os.environ | env, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def compare(server, env, number=200):
    """(rate as a share of the bare rate, p99 as a multiple of the bare p99)."""
    took, plain = [], []
    for _round in range(3):
        plain += bare(env, number)
        took += over_http(server, number)
    rate = (len(took) / sum(took)) / (len(plain) / sum(plain))
    return rate, quantiles(took, n=100)[98] / quantiles(plain, n=100)[98]


def _bare_in_this_process(number):
    import django

    django.setup()
    from django.db import transaction

    from elava.foundation.models import Submission

    took, scope = [], "00000000-0000-0000-0000-000000000000"
    for _turn in range(number):
        begun = time.perf_counter()
        with transaction.atomic():
            for _insert in range(3):
                Submission.objects.create(
                    scope=scope, key=secrets.token_urlsafe(16), body_hash=secrets.token_hex(32)
                )
        took.append(time.perf_counter() - begun)
    return took


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_bare_in_this_process(int(sys.argv[1]))))
