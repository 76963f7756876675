"""Payloads in every field that holds a text, found by walking the schema."""

from itertools import count, cycle, islice

from django.apps import apps
from django.db import models

from elava.decisions.models import Minutes
from elava.decisions.queries.minutes import content_of
from elava.foundation.actions import permitted_to_write
from elava.foundation.translated import TranslatedField

TEXTS = (models.CharField, models.TextField, TranslatedField)
# What only the house itself writes: addresses, codes, fingerprints, names of kinds and verbs.
BY_THE_HOUSE = set(
    "host slug code room_code language number key token letter verb stamp salt sha256 media_type "
    "secret_hash body_hash file_hash hash head commitment consent_version external_key kind "
    "subject_kind owner_kind about_kind to_kind".split()
)
BY_THE_MACHINE = {"journal.reader", "notices.errand", "foundation.submission", "search.document"}
LONGEST = 1_000
LANGUAGES = ("fi", "sv", "en", "fi-selko")


def text_fields(model):
    """The columns of a model in which people's words stand."""
    if model._meta.label_lower in BY_THE_MACHINE or not model.__module__.startswith("elava."):
        return []
    return [
        column
        for column in model._meta.concrete_fields
        if isinstance(column, TEXTS) and not column.choices and column.name not in BY_THE_HOUSE
    ]


def plant(payloads):
    """Write them into every row of every table; gives the labels of fields that have no row.

    Each text holds as many payloads as it is long for, and the next text goes on where it ended.
    """
    endless, empty = cycle(payloads), []
    with permitted_to_write("test"):
        for model in apps.get_models():
            for column in text_fields(model):
                rows = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
                for pk in rows:
                    value = _value(column, endless, len(payloads))
                    model._base_manager.filter(pk=pk).update(**{column.name: value})
                if not rows:
                    empty.append(f"{model._meta.label}.{column.name}")
        # The minutes keep copies of what stood in other rows when the meeting was closed.
        for minutes in Minutes._base_manager.select_related("meeting"):
            minutes.content = content_of(minutes.meeting)
            minutes.save(update_fields=["content"])
    return empty


def _value(column, endless, how_many):
    if isinstance(column, TranslatedField):
        return {language: _filled(endless, how_many, 160) for language in LANGUAGES}
    if isinstance(column, models.URLField):
        # The field takes no other scheme, which a test of its own says.
        return "https://hit.example/" + _filled(endless, 1, 180)
    length = min(column.max_length or LONGEST, LONGEST)
    # A number before the words, as some texts must differ from one another.
    marked = f"{next(_number)} " if column.max_length else ""
    return marked + _filled(endless, how_many, length - len(marked))


_number = count(1)


def _filled(endless, how_many, length):
    text = ""
    for payload in islice(endless, how_many):
        if len(text) + len(payload) >= length:
            break
        text += payload + "\n"
    return text or next(endless)[:length]
