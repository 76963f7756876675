"""What a visitor may do about an idea, each without an account."""

from django import forms
from django.utils.translation import gettext_lazy as _

from elava.ideas.models.screening import Reason
from elava.ui.forms import CardsField, Form, LongTextField

NEVER_PUBLIC = _("Only the coordinators read this. It is never public.")


class InForm(Form):
    """ "I am in": there is nothing to fill in."""


class OfferForm(Form):
    """I can help with …"""

    what = forms.CharField(label=_("I can help with this:"), max_length=300)
    called = forms.CharField(label=_("What may we call you?"), max_length=80, required=False)
    contact = forms.CharField(
        label=_("Phone number or e-mail"),
        help_text=NEVER_PUBLIC,
        max_length=120,
        required=False,
    )


class TeamForm(Form):
    """I join the team around the idea."""

    called = forms.CharField(
        label=_("What may we call you?"), help_text=_("Any name will do."), max_length=80
    )
    contact = forms.CharField(
        label=_("Phone number or e-mail"),
        help_text=NEVER_PUBLIC,
        max_length=120,
        required=False,
    )


class CommentForm(Form):
    """A word about the idea."""

    text = LongTextField(
        label=_("Your comment"),
        help_text=_("Do not write anybody's name or illness here."),
        max_length=1000,
        rows=4,
    )
    called = forms.CharField(
        label=_("Your first name"),
        help_text=_("Only if you are 18 or older and want your first name to be shown."),
        max_length=40,
        required=False,
    )


class ReportForm(Form):
    """Why should this not be shown?"""

    reason = CardsField(label=_("What is wrong with it?"), choices=Reason.choices)
    words = LongTextField(
        label=_("Do you want to tell more?"), max_length=1000, required=False, rows=3
    )
