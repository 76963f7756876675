"""What the giver of an idea is asked: two questions, and whatever they want to add later."""

import hashlib

from django import forms
from django.utils.translation import gettext_lazy as _

from elava.ideas.models import Idea
from elava.programmes.models import LifeStage
from elava.programmes.queries import areas
from elava.ui.forms import (
    CardsField,
    Form,
    LongTextField,
    ManyCardsField,
    PhotoField,
    only_if,
)

LONGEST = 5000
SHOWN = _("May we show your idea to everyone?")
KINDS = [choice for choice in Idea.Kind.choices if choice[0] != Idea.Kind.UNSORTED]


def text_field(**more):
    """The field for an idea's own words."""
    return LongTextField(
        label=_("Your idea"),
        help_text=_("One sentence is enough. Do not write anybody's name or illness here."),
        max_length=LONGEST,
        error_messages={"required": _("Write your idea. One sentence is enough.")},
        **more,
    )


class QuestionForm(Form):
    """What would make everyday life better?"""

    first_focus = True
    text = text_field()
    challenge = forms.UUIDField(widget=forms.HiddenInput, required=False)


class VisibleForm(Form):
    """May we show it, and with a first name?"""

    visibility = CardsField(
        label=SHOWN,
        choices=Idea.Visibility.choices,
        error_messages={"required": _("Choose one. You can change it later with your slip.")},
    )
    first_name = only_if(
        forms.CharField(
            label=_("Your first name"),
            help_text=_("Only if you are 18 or older and want your first name to be shown."),
            max_length=40,
        )
    )

    def clean(self):
        """A first name is asked for only where it is to be shown."""
        cleaned = super().clean()
        wants_name = cleaned.get("visibility") == Idea.Visibility.FIRST_NAME
        if wants_name and not cleaned.get("first_name"):
            self.add_error("first_name", _("Write your first name, or choose another answer."))
        return cleaned


def consent_version():
    """The fingerprint of what the giver is asked in the active language."""
    asked = [str(SHOWN), *(str(label) for label in Idea.Visibility.labels)]
    return hashlib.sha256("\n".join(asked).encode()).hexdigest()


class GiveForm(VisibleForm):
    """May we show it?"""

    text = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST)
    challenge = forms.UUIDField(widget=forms.HiddenInput, required=False)


class ChangeForm(VisibleForm):
    """The giver changes the words, or who may read them."""

    text = text_field()
    version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("text", "visibility", "first_name", "version")


class MoreForm(Form):
    """What helps us to understand the idea; nothing here must be answered."""

    title = forms.CharField(label=_("A short title"), max_length=120, required=False)
    kind = CardsField(label=_("What is it about?"), choices=KINDS, required=False)
    area = forms.ModelChoiceField(
        label=_("Which area?"),
        queryset=None,
        required=False,
        empty_label=_("I do not want to say"),
    )
    life_stages = forms.ModelMultipleChoiceField(
        label=_("Whose everyday life is it about?"),
        help_text=_("Tell about the activity, not about yourself."),
        queryset=None,
        required=False,
    )
    wants_to_help = forms.BooleanField(label=_("I want to help with this"), required=False)

    def __init__(self, *args, **kwargs):
        """Ask with the programme's own areas and life stages."""
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = areas()
        stages = self.fields["life_stages"]
        stages.queryset = LifeStage.objects.order_by("order", "pk")
        stages.widget = ManyCardsField().widget
        stages.widget.choices = stages.choices

    def clean_kind(self):
        """No choice is a choice, too."""
        return self.cleaned_data["kind"] or Idea.Kind.UNSORTED


class PhotoForm(Form):
    """A picture that shows what the idea means."""

    photo = PhotoField(
        label=_("Your picture"),
        help_text=_(
            "No faces, please. The place and time that a camera writes into it are removed."
        ),
    )
    alt = forms.CharField(
        label=_("What is to be seen in it?"),
        help_text=_("A few words for those who cannot see it."),
        max_length=300,
    )


class WithdrawForm(Form):
    """The giver takes the idea back."""

    words = LongTextField(
        label=_("Do you want to tell why?"), max_length=1000, required=False, rows=3
    )


class AppealForm(Form):
    """The author of a hidden post disagrees."""

    words = LongTextField(label=_("Why should we show it after all?"), max_length=1000, rows=4)


class NumberForm(Form):
    """Which number is on the slip?"""

    number = forms.CharField(
        label=_("The number on your slip"),
        max_length=20,
        error_messages={"required": _("Write the number on your slip: six digits.")},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "short"}
        ),
    )
