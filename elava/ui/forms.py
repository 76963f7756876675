"""Forms of the house: validated on submit, kind in their errors, the same everywhere."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import DjangoTemplates
from django.forms.utils import pretty_name
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.foundation import clock
from elava.foundation.uploads import Refused, read_photo

OWN = {
    "django/forms/widgets/radio.html": "ui/choices.html",
    "django/forms/widgets/checkbox_select.html": "ui/choices.html",
    "django/forms/errors/list/default.html": "ui/field_errors.html",
    "django/forms/errors/list/ul.html": "ui/field_errors.html",
}


class HouseRenderer(DjangoTemplates):
    """Renders every form, field and choice with the templates of the house."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"

    def get_template(self, template_name):
        """The house's own template where it has one, Django's otherwise."""
        return super().get_template(OWN.get(template_name, template_name))


class Form(forms.Form):
    """A form that asks kindly: no browser blocking, errors that say what to do.

    `first_focus = True` puts the cursor into the first field of a fresh form; a form with errors
    gives the focus to its error summary instead.
    """

    use_required_attribute = False
    first_focus = False

    def __init__(self, *args, **kwargs):
        """Set the manners of all fields once."""
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _ask_kindly(field, field.label or pretty_name(name))
        if self.first_focus and not self.is_bound:
            first = next(
                (field for field in self.fields.values() if not field.widget.is_hidden), None
            )
            if first is not None:
                first.widget.attrs["autofocus"] = True


def _ask_kindly(field, label):
    generic = forms.Field.default_error_messages["required"]
    if field.error_messages.get("required") == generic:
        asks = (
            _("Choose an answer: %(label)s")
            if hasattr(field, "choices")
            else _("Fill in: %(label)s")
        )
        field.error_messages["required"] = asks % {"label": label}
    _say_the_limits_kindly(field, label)


def _say_the_limits_kindly(field, label):
    """What is too long, too small or no number is told with the name of its field."""
    named = {"label": label.replace("%", "%%"), "limit": "%(limit_value)s"}
    if getattr(field, "max_length", None):
        too_long = _("Too long: %(label)s. Write at most %(limit)s characters.")
        field.error_messages.setdefault("max_length", too_long % named)
    if type(field) in (forms.IntegerField, WholeNumberField):
        field.error_messages["invalid"] = _("Write a whole number: %(label)s") % {"label": label}
    if getattr(field, "min_value", None) is not None:
        too_small = _("Too small: %(label)s. Write at least %(limit)s.")
        field.error_messages.setdefault("min_value", too_small % named)


def only_if(field):
    """A field that only another answer asks for: its hint says which, and no "optional" stands."""
    field.required, field.is_conditional = False, True
    return field


class _Hinted:
    """Choices that may carry a second, smaller line each."""

    def __init__(self, *args, hints=None, **kwargs):
        """Take the hints, a mapping from value to text."""
        super().__init__(*args, **kwargs)
        self.hints = hints or {}

    def create_option(self, name, value, *args, **kwargs):
        """One card with its hint."""
        return super().create_option(name, value, *args, **kwargs) | {
            "hint": self.hints.get(value, "")
        }


class Cards(_Hinted, forms.RadioSelect):
    """Radio cards."""


class ManyCards(_Hinted, forms.CheckboxSelectMultiple):
    """Checkbox cards."""


class CardsField(forms.ChoiceField):
    """One choice among a few, all visible, none chosen beforehand."""

    def __init__(self, *, hints=None, **kwargs):
        """Take the choices as usual, and their hints."""
        super().__init__(widget=Cards(hints=hints), **kwargs)


class ManyCardsField(forms.MultipleChoiceField):
    """Several choices among a few, all visible."""

    def __init__(self, *, hints=None, **kwargs):
        """Take the choices as usual, and their hints."""
        super().__init__(widget=ManyCards(hints=hints), **kwargs)


class LongTextField(forms.CharField):
    """A text of several lines."""

    def __init__(self, *, rows=5, **kwargs):
        """Take the number of rows shown at first."""
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class _Typed:
    """A native picker that shows again what was typed, also when that was no valid value."""

    native = ""

    def get_context(self, name, value, attrs):
        """Fall back to a text box for words that the native picker would drop."""
        context = super().get_context(name, value, attrs)
        wrong = isinstance(value, str) and value and not re.fullmatch(r"[\d:-]+", value)
        context["widget"]["type"] = "text" if wrong else self.native
        return context


class DayInput(_Typed, forms.DateInput):
    """The browser's own calendar."""

    native = "date"


class ClockInput(_Typed, forms.TimeInput):
    """The browser's own clock."""

    native = "time"


class DayField(forms.DateField):
    """A day, picked from the browser's calendar or typed as 21.3.2026."""

    def __init__(self, **kwargs):
        """Understand the ways a day is typed here."""
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y"])
        kwargs.setdefault("widget", DayInput(format="%Y-%m-%d"))
        kwargs.setdefault("help_text", gettext_lazy("For example 21.3.2026"))
        kwargs.setdefault(
            "error_messages", {"invalid": gettext_lazy("Write the day like this: 21.3.2026")}
        )
        super().__init__(**kwargs)


class ComingDayField(DayField):
    """Today or a day to come: what is asked for or promised cannot lie behind us."""

    default_error_messages = {"past": gettext_lazy("The day has passed. Choose a day to come.")}

    def validate(self, value):
        """Refuse a day before today."""
        super().validate(value)
        if value and value < clock.today():
            raise ValidationError(self.error_messages["past"], code="past")


class ClockField(forms.TimeField):
    """A time of day, typed as 10, 10.30 or 10:30."""

    def __init__(self, **kwargs):
        """Understand the ways a time is typed here."""
        kwargs.setdefault("input_formats", ["%H:%M", "%H.%M", "%H", "%H:%M:%S"])
        kwargs.setdefault("widget", ClockInput(format="%H:%M"))
        kwargs.setdefault(
            "error_messages", {"invalid": gettext_lazy("Write the time like this: 10:30")}
        )
        super().__init__(**kwargs)


class WholeNumberField(forms.IntegerField):
    """A whole number, typed without the spinning arrows that change it by accident."""

    def __init__(self, **kwargs):
        """Ask the phone for its number keys."""
        attrs = {"inputmode": "numeric", "class": "short", "autocomplete": "off"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(**kwargs)


class EurosField(forms.Field):
    """Money as people write it: 260, 260,50, 260.50 or 1 484,50 €; gives whole cents.

    A comma is always decimal, as in Finnish and Swedish; a dot before three digits is not. Sums end
    below a thousand million.
    """

    widget = forms.TextInput
    default_error_messages = {
        "no_money": gettext_lazy("Write the sum like this: 260 or 260,50 (%(label)s)"),
        "minus": gettext_lazy("Write the sum without a minus (%(label)s)"),
    }

    def __init__(self, *, may_be_cut=False, **kwargs):
        """Ask the phone for its number keys; `may_be_cut` lets a sum have a minus."""
        attrs = {"inputmode": "decimal", "class": "short", "autocomplete": "off"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(**kwargs)
        self.may_be_cut = may_be_cut

    def prepare_value(self, value):
        """What is known in cents as euros; what was typed as it was typed."""
        if not isinstance(value, int):
            return value
        return f"{value // 100},{value % 100:02}" if value % 100 else str(value // 100)

    def to_python(self, value):
        """The cents, or None where nothing was written."""
        if value in self.empty_values or not str(value).strip():
            return None
        typed = re.sub(r"[\s€]|eur(os?|oa)?$", "", str(value).strip().lower()).replace("−", "-")
        found = re.fullmatch(r"(-?)(\d{1,3}(?:\.\d{3}){1,2}|\d{1,9})(?:[.,](\d{1,2}))?", typed)
        if found is None:
            raise self._wrong("no_money")
        minus, whole, cents = found.groups()
        if minus and not self.may_be_cut:
            raise self._wrong("minus")
        return int(minus + re.sub(r"\D", "", whole) + (cents or "").ljust(2, "0"))

    def _wrong(self, code):
        return ValidationError(self.error_messages[code], code=code, params={"label": self.label})


class PhotoInput(forms.FileInput):
    """The phone's own way to take a photo or choose one."""

    def __init__(self, attrs=None):
        """Ask for pictures alone."""
        super().__init__({"accept": "image/jpeg,image/png,image/webp", **(attrs or {})})


class PhotoField(forms.FileField):
    """One photo, opened and freed of hidden data before anything else sees it."""

    widget = PhotoInput

    def clean(self, data, initial=None):
        """The upload, with its sizes made; an error says what would do instead."""
        upload = super().clean(data, initial)
        if upload and upload is not initial:
            try:
                read_photo(upload)
            except Refused as reason:
                raise ValidationError(str(reason)) from None
        return upload
