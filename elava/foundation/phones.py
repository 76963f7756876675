"""Telephone numbers as people write them, and as machines need them."""

from django.utils.translation import gettext as _


class NotANumber(ValueError):
    """Nobody can be called at this; the sentence says what to write."""


def as_dialled(typed, country="FI"):
    """The number in international form (E.164), such as +358401234567.

    Raises NotANumber, with a sentence for the person who typed it.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, country)
    except phonenumbers.NumberParseException:
        raise NotANumber(_("Write the phone number in digits, for example 040 123 4567.")) from None
    if not phonenumbers.is_possible_number(number):
        raise NotANumber(_("This phone number is too short or too long. Check it digit by digit."))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def can_get_texts(dialled):
    """False for a line that is surely fixed: a text message would be lost there."""
    import phonenumbers

    kind = phonenumbers.number_type(phonenumbers.parse(dialled))
    return kind not in {
        phonenumbers.PhoneNumberType.FIXED_LINE,
        phonenumbers.PhoneNumberType.PREMIUM_RATE,
        phonenumbers.PhoneNumberType.VOICEMAIL,
    }


def as_read(dialled):
    """A dialled number as people read it here; what is none stands as it is."""
    import phonenumbers

    try:
        number = phonenumbers.parse(dialled)
    except phonenumbers.NumberParseException:
        return dialled
    at_home = phonenumbers.PhoneNumberFormat.NATIONAL
    abroad = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, at_home if number.country_code == 358 else abroad)
