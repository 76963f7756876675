from datetime import timedelta

import pytest

from elava.foundation import clock, due
from elava.notices.worker import Worker


@pytest.fixture
def errand(monkeypatch):
    """An errand from six o'clock on; it notes where it ran, and fails where told to."""
    ran = []

    def call():
        ran.append(clock.today())
        if len(ran) in call.fails_at:
            raise RuntimeError("no")

    call.fails_at = set()
    monkeypatch.setattr(due, "_errands", {})
    due.due("tests.errand", call, hour=6)
    return ran, call


def at(hour, days=0):
    return clock.travel(clock.now().replace(hour=hour, minute=30) + timedelta(days=days))


def test_an_errand_runs_once_a_day_in_each_programme(errand):
    ran, _call = errand
    for hour, days, count in ((2, 0, 0), (10, 0, 2), (12, 0, 2), (10, 1, 4), (10, 5, 6)):
        with at(hour, days):
            Worker().drain()
        assert len(ran) == count


def test_an_errand_that_fails_is_tried_again_in_an_hour_and_stops_nobody_else(errand, caplog):
    ran, call = errand
    call.fails_at = {1}
    with at(10):
        Worker().drain()
    assert len(ran) == 2
    with at(12):
        Worker().drain()
    assert len(ran) == 3
    assert "tests.errand failed" in caplog.text


def test_what_has_an_hour_of_its_own_is_looked_at_each_time_and_a_fault_stops_nobody(
    monkeypatch, caplog
):
    ran = []

    def one_row():
        ran.append(clock.now().minute)
        return len(ran) < 4

    def broken():
        raise RuntimeError("no")

    monkeypatch.setattr(due, "_errands", {})
    due.ripens("tests.broken", broken)
    due.ripens("tests.ripens", one_row)
    Worker().drain()
    Worker().drain()
    assert len(ran) >= 6
    assert "tests.broken failed" in caplog.text
