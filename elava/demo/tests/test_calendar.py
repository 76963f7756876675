from datetime import date, timedelta

import pytest

from elava.demo.calendar import easter_of, is_day_off, working_day


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 12, 26), date(2027, 1, 1), date(2026, 12, 6), date(2026, 4, 3),
        date(2026, 4, 6), date(2026, 5, 14), date(2026, 6, 19), date(2026, 11, 22),
    ],
)  # fmt: skip
def test_nobody_meets_on_a_holiday_or_a_weekend(day):
    assert is_day_off(day)
    assert not is_day_off(working_day(day))
    assert abs(working_day(day) - day) <= timedelta(days=4)


def test_a_working_day_stays_where_it_is():
    assert working_day(date(2026, 11, 24)) == date(2026, 11, 24)


def test_easter_is_where_the_calendar_has_it():
    assert [easter_of(year) for year in (2024, 2025, 2026, 2027)] == [
        date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28),
    ]  # fmt: skip
