from django import forms
from django.utils.translation import gettext_lazy as _

from elava.ui.forms import Form


class SearchForm(Form):
    """What are you looking for?"""

    q = forms.CharField(
        label=_("Search words"),
        help_text=_("For example: walking club, library"),
        max_length=100,
        error_messages={"required": _("Write a word to look for.")},
    )
