"""Identifiers of rows: in order of time where order is harmless, random where it would betray.

Whatever the house leaves to chance it draws here, so that the demo of a day can be made twice.
"""

import random
import secrets
import time
import uuid
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count

from . import clock

NOISE_BITS = 74
LOW_BITS = (1 << 62) - 1

_unforeseen = random.SystemRandom()
_chance = ContextVar("chance", default=None)
_ticks = ContextVar("ticks", default=None)


def chance():
    """The source of chance: the operating system's, which nobody can foresee."""
    return _chance.get() or _unforeseen


@contextmanager
def repeatable(seed):
    """Let ids and numbers come out the same for the same seed. For invented data only."""
    before = _chance.set(random.Random(seed)), _ticks.set(count())  # noqa: S311  no secret
    try:
        yield
    finally:
        _chance.reset(before[0])
        _ticks.reset(before[1])


def time_ordered_id():
    """A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits."""
    ticks = _ticks.get()
    noise = chance().getrandbits(NOISE_BITS)
    if ticks is None:
        milliseconds = time.time_ns() // 1_000_000
    else:
        milliseconds = int(clock.now().timestamp() * 1000)
        noise = (next(ticks) % 4096 << 62) | (noise & LOW_BITS)
    value = (milliseconds << 80) | (0x7 << 76) | ((noise >> 62) << 64) | (0b10 << 62)
    return uuid.UUID(int=value | (noise & LOW_BITS))


def random_id():
    """A UUID of version 4, for rows whose order must tell nothing about a person."""
    return uuid.UUID(int=chance().getrandbits(128), version=4)


def fresh_stamp():
    """128 random bits as text; what hung on the old stamp ends when a new one is made.

    Never repeatable: sessions hang on it.
    """
    return secrets.token_hex(16)


def read_id(text):
    """The id that stands in an address or a form, or None for anything else."""
    try:
        return uuid.UUID(str(text))
    except ValueError:
        return None
