from django import forms
from django.utils.translation import gettext_lazy as _

from elava.people.models import ContactWay, Person
from elava.ui.forms import CardsField, ClockField, Form

from .models import DataRequest

Kind = ContactWay.Kind


class ReachForm(Form):
    """One line on the slip: where to send the answer."""

    secret = forms.CharField(max_length=64, widget=forms.HiddenInput)
    to = forms.CharField(
        max_length=254,
        required=False,
        label=_("Your phone number or e-mail address"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class WayForm(Form):
    """A way to reach a person, with the hours in which they want to be left alone."""

    kind = CardsField(label=_("How do we reach you?"), choices=Kind.choices)
    to = forms.CharField(
        max_length=254,
        required=False,
        label=_("Where do we reach you?"),
        help_text=_("A phone number, an e-mail address, or a postal address"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    quiet_from = ClockField(required=False, label=_("Do not disturb from"))
    quiet_until = ClockField(required=False, label=_("Do not disturb until"))

    def clean(self):
        """Quiet hours have a beginning and an end."""
        said = super().clean()
        if (said.get("quiet_from") is None) != (said.get("quiet_until") is None):
            self.add_error("quiet_until", _("Write both times, or leave both empty."))
        return said


class PersonForm(Form):
    """What a person is called, and who may see it."""

    called = forms.CharField(
        max_length=80,
        label=_("What may we call you?"),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = CardsField(label=_("Which language do you want?"))
    visibility = CardsField(
        label=_("Who may see your name?"),
        choices=Person.Visibility.choices,
        hints={
            Person.Visibility.HIDDEN: _("You need not say why. Nobody asks."),
            Person.Visibility.NETWORK: _("Your name stands in the members' directory."),
            Person.Visibility.PUBLIC: _("Only if you are 18 or older."),
        },
    )

    def __init__(self, *args, languages, is_minor=False, **kwargs):
        """Offer the programme's languages; a public name only from 18 on."""
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages
        if is_minor:
            seen = self.fields["visibility"]
            public = Person.Visibility.PUBLIC
            seen.choices = [choice for choice in seen.choices if choice[0] != public]


class EraseForm(Form):
    """One tick before everything goes."""

    is_sure = forms.BooleanField(
        label=_("I want to be forgotten. I know that this cannot be undone."),
        error_messages={"required": _("Tick the box if you are sure.")},
    )


class SearchForm(Form):
    """Whom the desk looks for."""

    who = forms.CharField(
        max_length=254,
        label=_("Name, e-mail address or the number of a slip"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class AskForm(Form):
    """What somebody asked for, and how we know that it was they."""

    kind = CardsField(label=_("What was asked for?"), choices=DataRequest.Kind.choices)
    channel = CardsField(
        label=_("How did they ask?"),
        choices=[c for c in DataRequest.Channel.choices if c[0] != DataRequest.Channel.OWN_PAGE],
    )
    is_known = forms.BooleanField(
        label=_("I have made sure that it is this person."),
        error_messages={"required": _("Make sure first, for example by calling back.")},
    )

    def __init__(self, *args, is_slip=False, **kwargs):
        """Whoever holds a slip reads all of it there; by phone it can only be forgotten."""
        super().__init__(*args, **kwargs)
        if is_slip:
            erase = DataRequest.Kind.ERASE
            self.fields["kind"].choices = [(erase.value, erase.label)]
