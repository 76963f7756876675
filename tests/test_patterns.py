"""No pattern of ours is slow on a text that was made to be: its time grows with the text alone."""

import importlib
import pkgutil
import re
import time
from collections import deque

import pytest

import elava

LENGTH = 20_000
# Of what a plain pattern takes; one that looks twice at each pair of signs takes thousands of it.
GENEROUS = 400
SEEDS = (
    "a", "ä", "1", " ", "\n", "\n ", "-", "a-", "'", "(", "%", "%(", "{", "http://", "https://a",
    "?secret=", "@", "a@", ".", "a.", "=", "&", "/", "\\", '"', "<", "a b", "oi", "\t\x0b",
)  # fmt: skip
ENDS = ("", "!", "\n", "\x00", "é")


def patterns():
    """Every compiled pattern that stands in a module of the house, by its place."""
    found = {}
    for module in pkgutil.walk_packages(elava.__path__, "elava."):
        if {"tests", "migrations", "wsgi"} & set(module.name.split(".")):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found.setdefault(value.pattern, f"{module.name}.{name}")
    return {place: re.compile(pattern) for pattern, place in found.items()}


def seconds(pattern, text):
    """The shortest of a few times that a pattern needs for a text."""
    best = float("inf")
    for _each in range(3):
        begun = time.perf_counter()
        deque(pattern.finditer(text), maxlen=0)
        pattern.fullmatch(text)
        best = min(best, time.perf_counter() - begun)
    return best


@pytest.mark.parametrize(("place", "pattern"), patterns().items(), ids=lambda one: str(one)[:60])
def test_a_pattern_is_quick_on_a_text_made_to_be_slow(place, pattern):
    plain = max(seconds(re.compile("[^a]"), "a" * LENGTH), 1e-5)
    texts = ((seed * LENGTH)[:LENGTH] + end for seed in SEEDS for end in ENDS)
    slow = [text[:12] for text in texts if seconds(pattern, text) > GENEROUS * plain]
    assert not slow, f"{place} is slow on {slow}"


def test_a_slow_pattern_would_be_noticed():
    plain = max(seconds(re.compile("[^a]"), "a" * LENGTH), 1e-5)
    assert seconds(re.compile("a+b"), "a" * LENGTH) > GENEROUS * plain
