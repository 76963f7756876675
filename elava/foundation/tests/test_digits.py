from hypothesis import given
from hypothesis import strategies as st

from elava.foundation.digits import as_typed, in_threes, is_sound, with_check_digit

serials = st.integers(min_value=0, max_value=99_999)


@given(serials)
def test_a_number_that_we_give_checks_out(serial):
    assert is_sound(with_check_digit(serial))


@given(serials, st.integers(0, 5), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(serial, place, shift):
    number = with_check_digit(serial)
    wrong = str((int(number[place]) + shift) % 10)
    assert not is_sound(number[:place] + wrong + number[place + 1 :])


@given(serials, st.integers(0, 4))
def test_two_swapped_neighbours_are_always_noticed(serial, place):
    number = with_check_digit(serial)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert swapped == number or not is_sound(swapped)


def test_a_number_is_shown_in_threes_and_read_however_typed():
    assert in_threes("482917") == "482 917"
    assert as_typed(" 482-917 ") == "482917"


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_number_or_is_not(text):
    assert is_sound(as_typed(text)) in (True, False)
