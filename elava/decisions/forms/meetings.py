"""Around a meeting: when, who, what on the agenda, and are its minutes right?"""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.ui.forms import (
    CardsField,
    ClockField,
    ComingDayField,
    DayField,
    Form,
    LongTextField,
)


class CallForm(Form):
    """When and where does the body meet?"""

    body = CardsField(label=gettext_lazy("Who meets?"))
    on = ComingDayField(label=gettext_lazy("Day"))
    at = ClockField(label=gettext_lazy("Time"))
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200)

    def __init__(self, *args, bodies, **kwargs):
        """Offer the bodies that this person may call together."""
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [(str(body.pk), str(body)) for body in bodies]
        if len(bodies) == 1:
            self.fields["body"].initial = str(bodies[0].pk)


class ChangeForm(Form):
    """Another time, another place; who chairs and who writes."""

    on = DayField(label=gettext_lazy("Day"))
    at = ClockField(label=gettext_lazy("Time"))
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200)
    chair = forms.ChoiceField(label=gettext_lazy("Who chairs?"), required=False)
    secretary = forms.ChoiceField(label=gettext_lazy("Who writes the minutes?"), required=False)

    def __init__(self, *args, people, **kwargs):
        """Offer those who sit in the body."""
        super().__init__(*args, **kwargs)
        choices = [("", _("Nobody yet")), *((str(one.pk), one.called) for one in people)]
        self.fields["chair"].choices = self.fields["secretary"].choices = choices

    def clean_on(self):
        """Another day is a day to come; the day that was called may stay."""
        day = self.cleaned_data["on"]
        return day if day == self.initial.get("on") else ComingDayField().clean(day)


class ReasonForm(Form):
    """Why?"""

    reason = forms.CharField(label=gettext_lazy("The reason"), max_length=500)


class FreeItemForm(Form):
    """A matter that is no idea."""

    title = forms.CharField(label=gettext_lazy("What is it about?"), max_length=200)
    brief = LongTextField(
        label=gettext_lazy("What should everybody know?"), rows=3, required=False, max_length=3000
    )
    is_confidential = forms.BooleanField(
        label=gettext_lazy("Leave it out of the public extract"), required=False
    )


class PostponeForm(Form):
    """What is missing, so that it can be decided next time?"""

    because = forms.CharField(label=gettext_lazy("What is missing?"), max_length=500)


class InterestForm(Form):
    """Somebody says that they have an interest."""

    membership = forms.ChoiceField(label=gettext_lazy("Who leaves this item?"))
    words = forms.CharField(
        label=gettext_lazy("Why?"), max_length=300, required=False,
        help_text=gettext_lazy("In a few words. The minutes tell it."),
    )  # fmt: skip

    def __init__(self, *args, people, **kwargs):
        """Offer those at the table."""
        super().__init__(*args, **kwargs)
        self.fields["membership"].choices = people


class CheckForm(Form):
    """Are the minutes right?"""

    person = forms.ChoiceField(label=gettext_lazy("Who has read them?"))
    is_right = CardsField(
        label=gettext_lazy("Are they right?"),
        choices=[("yes", gettext_lazy("Right as they are")), ("no", gettext_lazy("With a remark"))],
    )
    remark = LongTextField(
        label=gettext_lazy("The remark"), rows=2, max_length=2000, required=False
    )

    def __init__(self, *args, people, **kwargs):
        """Offer those who were there."""
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people

    def clean(self):
        """A remark is asked for only where something is not right."""
        said = super().clean()
        if said.get("is_right") == "no" and not said.get("remark"):
            self.add_error("remark", _("Write what is not right."))
        return said


class NoteForm(Form):
    """What is to be corrected?"""

    note = LongTextField(label=gettext_lazy("The correction"), rows=3, max_length=3000)
