"""A short text in several languages, kept in one column."""

from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import get_language


class Texts(dict):
    """Language code → text; as a string it speaks the active language, or the nearest one."""

    def __str__(self):
        return self.in_language(get_language() or "")

    def in_language(self, language):
        """The text in `language`, else in its parent language, else the first there is."""
        for code in (language, language.partition("-")[0]):
            if self.get(code):
                return self[code]
        return next((text for code, text in self.items() if text and not code.startswith("_")), "")

    def language_shown(self, language):
        """The code of the language in which `in_language` would answer."""
        shown = self.in_language(language)
        return next((code for code, text in self.items() if text == shown), language)

    @property
    def lang(self):
        """The language that it speaks now, as a browser names it: easy Finnish is Finnish."""
        return self.language_shown(get_language() or "").partition("-")[0]

    def in_all_languages(self):
        """Every text there is, one after the other, to be searched."""
        return "\n".join(text for code, text in self.items() if not code.startswith("_"))

    @property
    def stale(self):
        """The languages whose text is older than the first one."""
        return self.get("_stale", [])


class TextsAttribute(DeferredAttribute):
    """Turns any mapping into `Texts` at the moment it is put on a row."""

    def __set__(self, row, value):
        row.__dict__[self.field.attname] = self.field.to_python(value)


class TranslatedField(models.JSONField):
    """A column that holds `Texts`; a plain string counts as the active language's text."""

    descriptor_class = TextsAttribute

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", Texts)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        return Texts(super().from_db_value(value, expression, connection) or {})

    def to_python(self, value):
        if isinstance(value, str):
            value = {get_language(): value} if value else {}
        return Texts(value or {})
