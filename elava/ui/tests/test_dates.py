import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from elava.ui import dates

TODAY = dt.date(2024, 3, 18)
DAY = dt.date(2024, 3, 21)
HELSINKI = ZoneInfo("Europe/Helsinki")
TEN = dt.datetime(2024, 3, 21, 8, 0, tzinfo=dt.UTC)
NOON = dt.datetime(2024, 3, 21, 10, 0, tzinfo=dt.UTC)
HALF = dt.datetime(2024, 3, 21, 10, 30, tzinfo=dt.UTC)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "day", "moment", "span"),
    [
        ("fi", "torstaina 21.3.", "torstaina 21.3. klo 10", "torstaina 21.3. klo 10–12.30"),
        (
            "fi-selko",
            "torstaina 21.3.",
            "torstaina 21.3. kello 10",
            "torstaina 21.3. kello 10–12.30",
        ),
        ("sv", "torsdag 21.3", "torsdag 21.3 kl. 10", "torsdag 21.3 kl. 10–12.30"),
        (
            "en",
            "Thursday 21 March",
            "Thursday 21 March at 10:00",
            "Thursday 21 March at 10:00–12:30",
        ),
    ],
)
def test_a_day_is_told_in_the_words_of_the_reader(language, day, moment, span):
    with translation.override(language):
        assert dates.day(DAY, today=TODAY) == day
        assert plain(dates.moment(TEN, today=TODAY)) == moment
        assert plain(dates.span(TEN, HALF, today=TODAY)) == span


@pytest.mark.parametrize(
    ("language", "told"), [("fi", "21.3.2023"), ("sv", "21.3.2023"), ("en", "21 March 2023")]
)
def test_another_year_is_named(language, told):
    with translation.override(language):
        assert dates.short_day(dt.date(2023, 3, 21), today=TODAY) == told


def test_a_time_is_the_time_on_the_wall_in_mikkeli_also_when_the_clocks_change():
    before, after = (
        dt.datetime(2024, 3, 31, 0, 30, tzinfo=dt.UTC),
        dt.datetime(2024, 3, 31, 1, 30, tzinfo=dt.UTC),
    )
    with translation.override("fi"):
        assert plain(dates.moment(before, today=TODAY)) == "sunnuntaina 31.3. klo 2.30"
        assert plain(dates.moment(after, today=TODAY)) == "sunnuntaina 31.3. klo 4.30"


def test_a_late_evening_belongs_to_the_next_day_here():
    with translation.override("fi"):
        assert (
            dates.day(dt.datetime(2024, 3, 20, 22, 30, tzinfo=dt.UTC), today=TODAY)
            == "torstaina 21.3."
        )


def test_spans_over_several_days():
    with translation.override("fi"):
        assert dates.span(DAY, dt.date(2024, 3, 23), today=TODAY) == "21.3.–23.3."
        assert dates.span(DAY, DAY, today=TODAY) == "torstaina 21.3."
        over = dates.span(TEN, NOON + dt.timedelta(days=1), today=TODAY)
        assert plain(over) == "torstaina 21.3. klo 10 – perjantaina 22.3. klo 12"


@pytest.mark.parametrize(
    ("days", "told"),
    [(0, "today"), (1, "tomorrow"), (3, "in 3 days"), (-1, "yesterday"), (-4, "4 days ago")],
)
def test_distance_in_days_is_the_same_from_both_sides(days, told):
    with translation.override("en"):
        date = TODAY + dt.timedelta(days=days)
        assert dates.until(date, today=TODAY) == dates.ago(date, today=TODAY) == told


def test_an_unknown_language_reads_english_dates():
    with translation.override("de"):
        assert dates.day(DAY, today=TODAY) == "Thursday 21 March"


def test_a_range_over_the_turn_of_a_year_says_both_years():
    first, last = dt.date(2026, 7, 24), dt.date(2028, 7, 23)
    with translation.override("fi"):
        assert dates.span(first, last, today=dt.date(2026, 11, 22)) == "24.7.2026–23.7.2028"
        assert dates.span(first, first.replace(day=30), today=first) == "24.7.–30.7."
