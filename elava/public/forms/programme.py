"""What the programme says of itself, in parts that fit a page each."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from elava.programmes.models import Programme
from elava.ui.forms import DayField, Form, LongTextField, ManyCardsField, WholeNumberField
from elava.ui.text_forms import TextsForm


class WordsForm(TextsForm):
    """How the programme is called and what it asks on its front page."""

    title = _("Name and question")
    texts = ("name", "tagline", "about", "question", "hint")
    name = forms.CharField(label=_("Name"), max_length=120)
    tagline = forms.CharField(label=_("One line about it"), max_length=160, required=False)
    about = LongTextField(label=_("What is it about?"), rows=3, max_length=1200, required=False)
    question = forms.CharField(label=_("The question on the front page"), max_length=160)
    hint = forms.CharField(label=_("The hint below it"), max_length=200, required=False)


class TimesForm(Form):
    """When it runs, how it is paid and how fast it answers."""

    title = _("Dates and funding")
    texts = ()
    started_on = DayField(label=_("First day"), required=False)
    ends_on = DayField(label=_("Last day"), required=False)
    funding_model = forms.ChoiceField(label=_("Funding"), choices=Programme.Funding.choices)
    answer_days = WholeNumberField(
        label=_("Within how many days does an idea get its answer?"), min_value=1, max_value=365
    )

    def __init__(self, *args, languages=(), **kwargs):
        """A part without texts has no need of languages."""
        super().__init__(*args, **kwargs)

    def clean(self):
        """A programme ends after it starts."""
        cleaned = super().clean()
        first, last = cleaned.get("started_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day is before the first. Change one of them."))
        return cleaned


class HelpForm(TextsForm):
    """The help line."""

    title = _("Help line")
    texts = ("help_hours", "help_words")
    help_phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    help_email = forms.EmailField(label=_("E-mail address"), required=False)
    help_hours = forms.CharField(label=_("When it answers"), max_length=120, required=False)
    help_words = forms.CharField(label=_("What one may ask"), max_length=300, required=False)


class CryForm(TextsForm):
    """What the desk does when a text is a cry for help."""

    title = _("When somebody may need help")
    texts = ("cry_instruction", "cry_contact")
    cry_instruction = LongTextField(
        label=_("What the desk does first"), rows=4, max_length=2000, required=False
    )
    cry_contact = LongTextField(
        label=_("Whom the desk calls"), rows=2, max_length=400, required=False
    )


class ReadersForm(TextsForm):
    """Who reads what residents write, and who is responsible for it."""

    title = _("Who reads, who is responsible")
    texts = ("who_reads", "who_never", "what_happens", "controller_name", "controller_words")
    who_reads = LongTextField(label=_("Who reads this"), rows=2, max_length=400)
    who_never = LongTextField(label=_("Who never gets it"), rows=2, max_length=400)
    what_happens = LongTextField(
        label=_("What happens to an idea"), rows=2, max_length=400, required=False
    )
    controller_name = forms.CharField(label=_("Data controller"), max_length=120, required=False)
    controller_contact = forms.CharField(
        label=_("Where to ask about data"), max_length=120, required=False
    )
    controller_words = LongTextField(
        label=_("What the controller says"), rows=2, max_length=600, required=False
    )


class AccessibilityForm(TextsForm):
    """What the accessibility statement says of this installation."""

    title = _("Accessibility statement")
    texts = ("accessibility_gaps", "accessibility_supervisor")
    accessibility_gaps = LongTextField(
        label=_("What is not accessible yet"), rows=3, max_length=2000, required=False
    )
    accessibility_supervisor = LongTextField(
        label=_("Which authority supervises"), rows=2, max_length=600, required=False
    )
    accessibility_checked_on = DayField(label=_("Checked by a person on"), required=False)


PARTS = {
    "words": WordsForm,
    "dates": TimesForm,
    "help": HelpForm,
    "readers": ReadersForm,
    "cry": CryForm,
    "accessibility": AccessibilityForm,
}


class LanguagesForm(Form):
    """In which languages does the programme speak?"""

    first = forms.ChoiceField(label=_("The first language"), choices=settings.LANGUAGES)
    others = ManyCardsField(label=_("Languages"), choices=settings.LANGUAGES, required=False)

    def clean(self):
        """The first language and the others, each once, as a list of codes."""
        cleaned = super().clean()
        first, others = cleaned.pop("first", None), cleaned.pop("others", [])
        cleaned["languages"] = [first, *(code for code in others if code != first)]
        return cleaned
