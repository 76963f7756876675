from django import forms
from django.utils.translation import gettext_lazy as _

from elava.ui.forms import Form, LongTextField


class FeedbackForm(Form):
    """What could you not use?"""

    words = LongTextField(
        label=_("What could you not use or understand?"),
        max_length=4000,
        error_messages={"required": _("Tell us what happened. One sentence is enough.")},
    )
    page = forms.CharField(
        label=_("On which page?"), max_length=300, required=False,
        help_text=_("Its address, or its heading."),
    )  # fmt: skip
    contact = forms.CharField(
        label=_("Where may we answer you?"), max_length=120, required=False,
        help_text=_("An e-mail address or a telephone number. Without it we cannot answer you."),
    )  # fmt: skip


class FeedbackAnswerForm(Form):
    """What did we answer?"""

    answer = LongTextField(label=_("What you answered"), max_length=4000)
