"""What is taken elsewhere, and what the receiver says."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.ui.forms import (
    CardsField,
    ComingDayField,
    Form,
    LongTextField,
    only_if,
)


class HandOverForm(Form):
    """Who is asked to do what by when?"""

    title = forms.CharField(label=gettext_lazy("What is it about?"), max_length=200)
    why = LongTextField(label=gettext_lazy("Why do we ask?"), rows=3, max_length=3000)
    asks = LongTextField(label=gettext_lazy("What do we ask for?"), rows=3, max_length=2000)
    receiver_name = forms.CharField(label=gettext_lazy("Who is asked?"), max_length=160)
    receiver = forms.ChoiceField(label=gettext_lazy("If it is in the network"), required=False)
    receiver_email = forms.EmailField(
        label=gettext_lazy("Their e-mail address"), required=False,
        help_text=gettext_lazy("The link goes there. Without it you give the link yourself."),
    )  # fmt: skip
    due_on = ComingDayField(label=gettext_lazy("By when do we ask for an answer?"))

    def __init__(self, *args, receivers=(), **kwargs):
        """Offer the organisations of the network."""
        super().__init__(*args, **kwargs)
        choices = [("", _("Not in the network")), *((str(one.pk), one.name) for one in receivers)]
        self.fields["receiver"].choices = choices


class AnswerHandOverForm(Form):
    """Taken, not taken because, or done?"""

    said = CardsField(label=gettext_lazy("What do you say?"))
    words = only_if(
        LongTextField(
            label=gettext_lazy("A few words"), rows=3, max_length=2000,
            help_text=gettext_lazy(
                "If you do not take it on, write why. The giver of the idea and everybody else "
                "can read this."
            ),
        )
    )  # fmt: skip

    def __init__(self, *args, choices, **kwargs):
        """Offer what can still be said; whoever has taken it on can only say that it is done."""
        super().__init__(*args, **kwargs)
        self.fields["said"].choices = choices
        if len(choices) == 1:
            self.fields["said"].label = _("How is it going?")
            self.fields["words"].help_text = _(
                "What was done, and where does one see it? Everybody can read this."
            )

    def clean(self):
        """Whoever does not take it on says why."""
        said = super().clean()
        if said.get("said") == "refused" and not said.get("words"):
            self.add_error("words", _("Write why. Then we know where to ask next."))
        return said
