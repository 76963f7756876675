from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.decisions.models import Decision, Vote
from elava.ui.forms import (
    CardsField,
    ClockField,
    DayField,
    Form,
    LongTextField,
    ManyCardsField,
    WholeNumberField,
)

OUTCOME = Decision.Outcome


class CallForm(Form):
    """When and where does the body meet?"""

    body = CardsField(label=gettext_lazy("Who meets?"))
    on = DayField(label=gettext_lazy("Day"))
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


class DecideForm(Form):
    """The decision, its reason, and exactly one follow-up."""

    reason = LongTextField(
        label=gettext_lazy("The reason in plain words"), rows=3, max_length=3000,
        help_text=gettext_lazy("The giver reads this. First the decision, then why."),
    )  # fmt: skip
    method = CardsField(
        label=gettext_lazy("How was it decided?"), choices=Decision.Method.choices,
        initial=Decision.Method.CONSENT,
    )  # fmt: skip
    votes_for = WholeNumberField(label=gettext_lazy("Hands for"), required=False, min_value=0)
    votes_against = WholeNumberField(
        label=gettext_lazy("Hands against"), required=False, min_value=0
    )
    votes_abstaining = WholeNumberField(
        label=gettext_lazy("Hands for neither"), required=False, min_value=0
    )
    after = ()

    def __init__(self, *args, seats=(), **kwargs):
        """Add one field for each vote at the table."""
        super().__init__(*args, **kwargs)
        for seat, name in seats:
            self.fields[f"vote_{seat}"] = forms.ChoiceField(
                label=name, choices=[("", "–"), *Vote.Value.choices], required=False
            )

    @property
    def follow_up(self):
        """The fields of the one follow-up."""
        return [self[name] for name in self.after]

    @property
    def hands(self):
        """The fields of a count of hands."""
        return [self[name] for name in ("votes_for", "votes_against", "votes_abstaining")]

    @property
    def votes(self):
        """The fields of a vote by organisation."""
        return [self[name] for name in self.fields if name.startswith("vote_")]

    def cast(self):
        """Seat → value, for those who voted."""
        said = self.cleaned_data
        return {n.removeprefix("vote_"): v for n, v in said.items() if n.startswith("vote_") and v}


class TryForm(DecideForm):
    """Let us try it: who carries it out, with how much money?"""

    carriers = ManyCardsField(label=gettext_lazy("Who carries it out?"), required=False)
    follow_up_words = forms.CharField(
        label=gettext_lazy("Who does what first, and by when?"), max_length=500, required=False
    )
    euros = WholeNumberField(
        label=gettext_lazy("Money from the purse, in euros"), required=False, min_value=0
    )
    after = ("carriers", "follow_up_words", "euros")

    def __init__(self, *args, organisations=(), **kwargs):
        """Offer the organisations of the body."""
        super().__init__(*args, **kwargs)
        self.fields["carriers"].choices = [(str(one.pk), one.name) for one in organisations]


class TryIfForm(TryForm):
    """Let us try it, if: which condition, by when?"""

    condition = forms.CharField(label=gettext_lazy("If what?"), max_length=1000)
    due_on = DayField(label=gettext_lazy("When do we check it?"), required=False)
    after = ("condition", "due_on", "carriers", "euros")


class JoinForm(DecideForm):
    """Join with which other idea?"""

    joined_to = forms.ChoiceField(label=gettext_lazy("With which idea?"))
    after = ("joined_to",)

    def __init__(self, *args, ideas=(), **kwargs):
        """Offer the other ideas."""
        super().__init__(*args, **kwargs)
        self.fields["joined_to"].choices = [("", "–"), *ideas]


class ElsewhereForm(DecideForm):
    """Take it elsewhere: to whom, what do we ask, by when?"""

    receiver_name = forms.CharField(label=gettext_lazy("Who is asked?"), max_length=160)
    receiver = forms.ChoiceField(label=gettext_lazy("If it is in the network"), required=False)
    receiver_email = forms.EmailField(
        label=gettext_lazy("Their e-mail address"), required=False,
        help_text=gettext_lazy("The link goes there. Without it you give the link yourself."),
    )  # fmt: skip
    asks = LongTextField(label=gettext_lazy("What do we ask for?"), rows=3, max_length=2000)
    due_on = DayField(label=gettext_lazy("By when do we ask for an answer?"))
    after = ("receiver_name", "receiver", "receiver_email", "asks", "due_on")

    def __init__(self, *args, receivers=(), **kwargs):
        """Offer the organisations of the network."""
        super().__init__(*args, **kwargs)
        choices = [("", _("Not in the network")), *((str(one.pk), one.name) for one in receivers)]
        self.fields["receiver"].choices = choices


class NotNowForm(DecideForm):
    """Not now: when do we look again?"""

    due_on = DayField(label=gettext_lazy("When do we look again?"), required=False)
    after = ("due_on",)


FORM_OF = {
    OUTCOME.TRY: TryForm,
    OUTCOME.TRY_IF: TryIfForm,
    OUTCOME.JOIN: JoinForm,
    OUTCOME.ELSEWHERE: ElsewhereForm,
    OUTCOME.NOT_NOW: NotNowForm,
    OUTCOME.AGREED: DecideForm,
    OUTCOME.REFUSED: DecideForm,
    OUTCOME.NOTED: DecideForm,
}


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
    due_on = DayField(label=gettext_lazy("By when do we ask for an answer?"))

    def __init__(self, *args, receivers=(), **kwargs):
        """Offer the organisations of the network."""
        super().__init__(*args, **kwargs)
        choices = [("", _("Not in the network")), *((str(one.pk), one.name) for one in receivers)]
        self.fields["receiver"].choices = choices


class AnswerHandOverForm(Form):
    """Taken, not taken because, or done?"""

    said = CardsField(label=gettext_lazy("Your answer"))
    words = LongTextField(
        label=gettext_lazy("A few words"), rows=3, max_length=2000, required=False,
        help_text=gettext_lazy("The giver of the idea reads them, and so does everybody else."),
    )  # fmt: skip

    def __init__(self, *args, choices, **kwargs):
        """Offer what can still be said."""
        super().__init__(*args, **kwargs)
        self.fields["said"].choices = choices

    def clean(self):
        """Whoever does not take it on says why."""
        said = super().clean()
        if said.get("said") == "refused" and not said.get("words"):
            self.add_error("words", _("Write why. Then we know where to ask next."))
        return said
