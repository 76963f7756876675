"""One form for each outcome: the reason, how it was decided, and exactly one follow-up."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.decisions.models import Decision, Vote
from elava.ui.forms import (
    CardsField,
    ComingDayField,
    EurosField,
    Form,
    LongTextField,
    ManyCardsField,
    WholeNumberField,
)

OUTCOME = Decision.Outcome


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
        """Add one field for each vote at the table; errors stand in the order of the page."""
        super().__init__(*args, **kwargs)
        self.order_fields([*self.after, "propose"])
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

    def what_another_asks(self, typed):
        """(name, value) of what was typed for another outcome: it stays until it is needed."""
        others = {name for kind in FORM_OF.values() for name in kind.after} - set(self.after)
        return [(name, value) for name in sorted(others) for value in typed.getlist(name) if value]

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
    euros = EurosField(label=gettext_lazy("Money from the purse, in euros"), required=False)
    propose = forms.BooleanField(required=False)
    after = ("carriers", "follow_up_words", "euros")

    def __init__(self, *args, organisations=(), above=None, **kwargs):
        """Offer who could carry it out; `above` decides what is beyond the mandate."""
        super().__init__(*args, **kwargs)
        self.fields["carriers"].choices = [(str(one.pk), one.name) for one in organisations]
        self.fields["propose"].label = _("We propose this to: %(above)s") % {"above": above}
        self.asks_to_propose = "propose" in self.data

    def ask_to_propose(self, words):
        """What was decided is beyond the mandate: ask whether it is meant as a proposal."""
        self.asks_to_propose = True
        self.add_error("propose", words)

    @property
    def follow_up(self):
        """The fields of the follow-up, and the question about a proposal where it was asked."""
        return [*super().follow_up, *([self["propose"]] if self.asks_to_propose else [])]


class TryIfForm(TryForm):
    """Let us try it, if: which condition, by when?"""

    condition = forms.CharField(label=gettext_lazy("If what?"), max_length=1000)
    due_on = ComingDayField(label=gettext_lazy("When do we check it?"), required=False)
    after = ("condition", "due_on", "carriers", "euros")


class JoinForm(DecideForm):
    """Join with which other idea?"""

    joined_to = forms.ChoiceField(label=gettext_lazy("With which idea?"))
    after = ("joined_to",)

    def __init__(self, *args, ideas=(), found_nothing=False, **kwargs):
        """Offer the other ideas; `found_nothing` says that these are all, as no word was found."""
        super().__init__(*args, **kwargs)
        self.found_nothing = found_nothing
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
    why = LongTextField(
        label=gettext_lazy("Why do we ask?"), rows=2, max_length=3000, required=False,
        help_text=gettext_lazy("Without it they read what we answered the giver."),
    )  # fmt: skip
    due_on = ComingDayField(label=gettext_lazy("By when do we ask for an answer?"))
    after = ("receiver_name", "receiver", "receiver_email", "asks", "why", "due_on")

    def __init__(self, *args, receivers=(), **kwargs):
        """Offer the organisations of the network."""
        super().__init__(*args, **kwargs)
        choices = [("", _("Not in the network")), *((str(one.pk), one.name) for one in receivers)]
        self.fields["receiver"].choices = choices


class NotNowForm(DecideForm):
    """Not now: when do we look again?"""

    due_on = ComingDayField(label=gettext_lazy("When do we look again?"), required=False)
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
