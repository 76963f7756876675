"""Numbers that people read aloud: five digits and a Damm check digit, shown in threes."""

import re

# The quasigroup of order 10 by H. Michael Damm (dissertation, Marburg 2004):
# it catches every wrong digit and every swap of neighbours.
DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def check_digit(digits):
    """The Damm digit that makes `digits` (a string of 0–9) check out."""
    interim = 0
    for digit in digits:
        interim = DAMM[interim][int(digit)]
    return str(interim)


def is_sound(number):
    """True when the last digit of `number` is the check digit of those before it."""
    return number.isdecimal() and len(number) > 1 and check_digit(number[:-1]) == number[-1]


def with_check_digit(serial, width=5):
    """The number for a serial: `width` digits, zero-padded, and the check digit."""
    digits = f"{serial:0{width}d}"
    return digits + check_digit(digits)


def as_typed(text):
    """The digits of what a person typed, without spaces, dots or dashes."""
    return re.sub(r"[^0-9]", "", text)[:12]


def in_threes(number):
    """482917 as 482 917, the way it is shown and read aloud."""
    head = len(number) % 3
    parts = ([number[:head]] if head else []) + [
        number[at : at + 3] for at in range(head, len(number), 3)
    ]
    return " ".join(parts)
