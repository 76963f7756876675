from decimal import Decimal

import pytest
from django.utils import translation

from elava.ui import numbers


@pytest.mark.parametrize(
    ("language", "many", "money", "cents"),
    [
        ("fi", "1 234 567", "1 234 €", "−1 234,50 €"),
        ("sv", "1 234 567", "1 234 €", "−1 234,50 €"),
        ("fi-selko", "1 234 567", "1 234 €", "−1 234,50 €"),
        ("en", "1,234,567", "€1,234", "−€1,234.50"),
    ],
)
def test_numbers_are_grouped_as_the_language_does(language, many, money, cents):
    with translation.override(language):
        told = [numbers.grouped(1234567), numbers.euros(1234), numbers.euros(Decimal("-1234.5"))]
    assert [text.replace("\u00a0", " ") for text in told] == [many, money, cents]


def test_a_number_for_people_is_read_in_threes():
    assert numbers.in_threes("482917") == "482 917"
    assert numbers.in_threes("482 917") == "482 917"
