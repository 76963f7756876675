"""Numbers and money as the reader's language writes them."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import get_language

NBSP = "\u00a0"


def grouped(number, *, decimals=0):
    """A number in groups of three: "1 234 567", in English "1,234,567"."""
    step = Decimal(1).scaleb(-decimals)
    text = f"{Decimal(str(number)).quantize(step, ROUND_HALF_UP):,}"
    if _is_english():
        return text.replace("-", "−")
    return text.replace(",", NBSP).replace(".", ",").replace("-", "−")


def euros(amount):
    """An amount in euros, with cents only when there are some: "1 234 €", in English "€1,234"."""
    amount = Decimal(str(amount))
    text = grouped(amount, decimals=0 if amount == amount.to_integral_value() else 2)
    if not _is_english():
        return f"{text}{NBSP}€"
    return f"−€{text[1:]}" if text.startswith("−") else f"€{text}"


def in_threes(digits):
    """A number for people, in threes from the start: "482 917"."""
    digits = "".join(sign for sign in str(digits) if sign.isdigit())
    return " ".join(digits[at : at + 3] for at in range(0, len(digits), 3))


def _is_english():
    # Languages we have no own rule for are served in English dates and numbers.
    return (get_language() or "fi").split("-")[0] not in {"fi", "sv"}
