"""Days and times in the words of the reader's language, in the installation's time zone.

"Torstaina 21.3. klo 10–12": the weekday first, the year only when it is not this one.
"""

import datetime as dt

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from elava.foundation import clock

# Essive in Finnish ("on Thursday"), since a date nearly always stands inside a sentence.
WEEKDAYS = {
    "fi": "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina"
    " sunnuntaina".split(),
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
MONTHS = (
    "January February March April May June July August September October November December".split()
)
AT = {"fi": "klo", "fi-selko": "kello", "sv": "kl.", "en": "at"}
NBSP = "\u00a0"
WITH_YEAR = (
    dt.date.min
)  # given as "today": then no year is this one, and papers kept for years say it


def day(date, *, today=None):
    """A day with its weekday: "torstaina 21.3."."""
    date = _local_day(date)
    return f"{_weekday(date)} {short_day(date, today=today)}"


def short_day(date, *, today=None):
    """A day without its weekday: "21.3."."""
    date = _local_day(date)
    is_this_year = date.year == (today or clock.today()).year
    language = _language()
    if language == "en":
        return f"{date.day} {MONTHS[date.month - 1]}" + ("" if is_this_year else f" {date.year}")
    if language == "sv":
        return f"{date.day}.{date.month}" + ("" if is_this_year else f".{date.year}")
    return f"{date.day}.{date.month}." + ("" if is_this_year else f"{date.year}")


def moment(instant, *, today=None):
    """An instant: "torstaina 21.3. klo 10"."""
    local = timezone.localtime(instant)
    return f"{day(local, today=today)} {_at()}{NBSP}{_clock(local)}"


def span(start, end, *, today=None):
    """From one instant (or day) to another: "torstaina 21.3. klo 10–12"."""
    if not isinstance(start, dt.datetime):
        return _days(start, end, today)
    first, last = timezone.localtime(start), timezone.localtime(end)
    if first.date() == last.date():
        return f"{moment(start, today=today)}–{_clock(last)}"
    return f"{moment(start, today=today)} – {moment(end, today=today)}"


def until(date, *, today=None):
    """How far ahead a day is: "3 päivän päästä"; a day behind is told by `ago`."""
    days = (_local_day(date) - (today or clock.today())).days
    if days < 0:
        return ago(date, today=today)
    if days <= 1:
        return _("tomorrow") if days else _("today")
    return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}


def ago(date, *, today=None):
    """How far behind a day is: "3 päivää sitten"; a day ahead is told by `until`."""
    days = ((today or clock.today()) - _local_day(date)).days
    if days < 0:
        return until(date, today=today)
    if days <= 1:
        return _("yesterday") if days else _("today")
    return ngettext("%(days)d day ago", "%(days)d days ago", days) % {"days": days}


def _language():
    code = (get_language() or "fi").lower()
    if code in AT:
        return code
    short = code.split("-")[0]
    return short if short in AT else "en"


def _weekday(date):
    return WEEKDAYS[_language().removesuffix("-selko")][date.weekday()]


def _at():
    return AT[_language()]


def _clock(local):
    if _language() == "en":
        return f"{local.hour}:{local.minute:02}"
    return f"{local.hour}.{local.minute:02}" if local.minute else f"{local.hour}"


def _local_day(date):
    if isinstance(date, dt.datetime):
        return timezone.localtime(date).date() if timezone.is_aware(date) else date.date()
    return date


def _days(first, last, today):
    if first == last:
        return day(first, today=today)
    if first.year != last.year:
        today = WITH_YEAR
    return f"{short_day(first, today=today)}–{short_day(last, today=today)}"
