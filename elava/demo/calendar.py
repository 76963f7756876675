"""The days on which nobody meets and nothing is due: weekends and Finnish public holidays."""

from datetime import date, timedelta

FIXED = ((1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26), (12, 31))
AFTER_EASTER = (-2, 0, 1, 39)  # Good Friday, Easter Sunday and Monday, Ascension Day
SATURDAY, JUNE = 5, 6


def is_day_off(day):
    """Whether a day is a weekend, a public holiday, or one of the three eves kept like one."""
    easter = easter_of(day.year)
    return (
        day.weekday() >= SATURDAY
        or (day.month, day.day) in FIXED
        or any(day == easter + timedelta(days=days) for days in AFTER_EASTER)
        or _is_midsummer_eve(day)
    )


def working_day(day):
    """The day itself, or the nearest on which people work; of two as near, the earlier."""
    steps = (sign * days for days in range(10) for sign in (-1, 1))
    return next(near for step in steps if not is_day_off(near := day + timedelta(days=step)))


def _is_midsummer_eve(day):
    return day.month == JUNE and day.weekday() == SATURDAY - 1 and 19 <= day.day <= 25


def easter_of(year):
    """Easter Sunday of a Gregorian year (the anonymous algorithm of 1876, as told by Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, days = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, days + 1)
