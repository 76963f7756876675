"""Forms that ask the same text in every language of the programme."""

import copy

from elava.foundation.translated import Texts
from elava.ui.context import LANGUAGES
from elava.ui.forms import Form


class TextsForm(Form):
    """A form whose fields named in `texts` are asked once for each language.

    The first language is asked for as the field says; the others may wait. What comes out under
    the field's name is `Texts`.
    """

    texts = ()

    def __init__(self, *args, languages, **kwargs):
        """Put a field for each language in the place of each text; `languages` are codes."""
        self.languages = list(languages)
        kwargs["initial"] = self._spread(kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        fields, self.fields = self.fields, {}
        for name, field in fields.items():
            self.fields |= self._in_languages(name, field) if name in self.texts else {name: field}

    def clean(self):
        """Gather the languages of each text; a language left empty is left out."""
        cleaned = super().clean() or self.cleaned_data
        for name in self.texts:
            said = {code: cleaned.pop(f"{name}_{code}", "") for code in self.languages}
            cleaned[name] = Texts({code: text for code, text in said.items() if text})
        return cleaned

    def _spread(self, initial):
        spread = dict(initial)
        for name in self.texts:
            said = spread.pop(name, None) or {}
            spread |= {f"{name}_{code}": said.get(code, "") for code in self.languages}
        return spread

    def _in_languages(self, name, field):
        found = {}
        for code in self.languages:
            one = copy.deepcopy(field)
            own_name, lang, direction = LANGUAGES.get(code, (code, code.split("-")[0], "ltr"))
            if len(self.languages) > 1:
                one.label = f"{field.label} ({own_name})"
            one.required = one.widget.is_required = field.required and not found
            one.widget.attrs |= {"lang": lang, "dir": direction}
            found[f"{name}_{code}"] = one
        return found
