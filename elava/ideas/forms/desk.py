"""What the desk fills in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from elava.challenges.models import Challenge
from elava.ideas.models import Answer, Idea, Intake
from elava.ideas.models.screening import Reason
from elava.ideas.rules import AGREED_AT, contradictions
from elava.ui.context import LANGUAGES
from elava.ui.forms import (
    CardsField,
    ComingDayField,
    Form,
    LongTextField,
    ManyCardsField,
    WholeNumberField,
    only_if,
)

from .giving import LONGEST, MoreForm, VisibleForm

OTHER_DOORS = (Intake.Door.WEB, Intake.Door.IMPORT)
DOORS = [choice for choice in Intake.Door.choices if choice[0] not in OTHER_DOORS]


class EntryForm(VisibleForm):
    """What somebody says, written down for them, in the order in which they speak."""

    door = CardsField(label=_("How did it come in?"), choices=DOORS)
    external_key = forms.CharField(
        label=_("The number of the card or message"), max_length=100, required=False
    )
    spoken_by = CardsField(label=_("Who speaks?"), choices=Intake.Speaker.choices)
    group_size = only_if(
        WholeNumberField(
            label=_("How many are you?"),
            help_text=_("Only if a group speaks."),
            min_value=2,
            max_value=5000,
        )
    )
    text = LongTextField(
        label=_("The idea in their own words"),
        help_text=_("No names, no illnesses. Read it back before you go on."),
        max_length=LONGEST,
        error_messages={"required": _("Write the idea. One sentence is enough.")},
    )
    language = forms.ChoiceField(label=_("In which language?"))
    consent = CardsField(label=_("How did they agree?"), choices=Intake.Consent.choices)
    reply_route = CardsField(label=_("How do they get the answer?"), choices=Intake.Route.choices)
    field_order = (
        "door", "external_key", "spoken_by", "group_size", "language", "text",
        "visibility", "first_name", "consent", "reply_route",
    )  # fmt: skip

    def __init__(self, *args, languages=(), **kwargs):
        """Take the codes of the programme's languages."""
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [(code, LANGUAGES[code][0]) for code in languages]

    def clean(self):
        """Only a group has a size; nothing that is said contradicts the rest."""
        cleaned = super().clean()
        self._refuse_contradictions(cleaned)
        is_group = cleaned.get("spoken_by") == Intake.Speaker.GROUP
        if is_group and not cleaned.get("group_size"):
            self.add_error("group_size", _("Write how many you are."))
        if not is_group:
            cleaned["group_size"] = None
        return cleaned

    def _refuse_contradictions(self, cleaned):
        door, consent = cleaned.get("door"), cleaned.get("consent")
        if door and consent and door not in AGREED_AT[consent]:
            self.add_error("consent", _("They cannot have agreed so there. Choose another answer."))
        told = {name: cleaned.get(name) for name in ("spoken_by", "visibility", "reply_route")}
        found = contradictions(**told)
        if "visibility" in found:
            unnamed = _("Who stays unknown is shown without a name. Choose another answer.")
            self.add_error("visibility", unnamed)
        if "reply_route" in found:
            unreached = _("Who stays unknown leaves no contact. Choose the number or the helper.")
            self.add_error("reply_route", unreached)


class SortForm(MoreForm):
    """The desk's words about an idea: title, kind, area, life stages, challenges."""

    challenges = forms.ModelMultipleChoiceField(
        label=_("Which challenges does it answer?"), queryset=None, required=False
    )

    def __init__(self, *args, **kwargs):
        """Whether the giver helps is the giver's own word."""
        super().__init__(*args, **kwargs)
        del self.fields["wants_to_help"]
        self.fields["title"].required = True
        answered = self.fields["challenges"]
        answered.queryset = Challenge.objects.public().order_by("-created_at", "pk")
        answered.widget = ManyCardsField().widget
        answered.widget.choices = answered.choices


class ReadForm(Form):
    """A new idea is let through; the first name that stands with it may be taken off."""

    without_name = forms.BooleanField(label=_("Take the name off"), required=False)


class HideForm(Form):
    """Why a post cannot be shown, and what its author is told."""

    reason = CardsField(label=_("Why can it not be shown?"), choices=Reason.choices)
    message = LongTextField(
        label=_("Message to the author"),
        help_text=_("Say what can be changed, so that it can be shown. Thank."),
        max_length=2000,
    )


class ReasonForm(Form):
    """A reason in plain words."""

    reason = LongTextField(label=_("The reason in plain words"), max_length=1000, rows=3)


class AppealAnswerForm(Form):
    """The answer to an author who disagrees with a hiding."""

    shows_again = CardsField(
        label=_("What do we do?"),
        choices=[("yes", _("We show it again")), ("no", _("It stays hidden"))],
    )
    words = LongTextField(label=_("Message to the author"), max_length=1000, rows=4)


class AnswerForm(Form):
    """The answer that the giver reads; the chosen outcome asks for its one follow-up."""

    condition = forms.CharField(label=_("What must be in place first?"), max_length=500)
    joins = CardsField(label=_("With which idea do we join it?"))
    receiver = forms.CharField(
        label=_("Who takes it on?"),
        help_text=_("After the answer you can send them a link and ask for theirs."),
        max_length=120,
    )
    look_again_on = ComingDayField(
        label=_("When do we look at it again?"),
        help_text=_("Leave it empty, and the usual time is chosen."),
        required=False,
    )
    FOLLOW_UP = {
        Answer.Outcome.TRY_IF: "condition",
        Answer.Outcome.JOIN: "joins",
        Answer.Outcome.ELSEWHERE: "receiver",
    }

    def __init__(self, *args, outcome, languages=(), asked_in="", ideas=(), **kwargs):
        """Keep the outcome's own field alone; the reason in the giver's language must be there."""
        super().__init__(*args, **kwargs)
        self._outcome, self._languages = outcome, languages
        for its, name in self.FOLLOW_UP.items():
            if its != outcome:
                del self.fields[name]
        if "joins" in self.fields:
            self._offered = {str(idea.pk): idea for idea in ideas}
            self.fields["joins"].choices = list(self._offered.items())
        self._first = asked_in if asked_in in languages else next(iter(languages))
        for code in languages:
            self.fields[f"reason_{code}"] = self._reason_in(code, is_first=code == self._first)

    def _reason_in(self, code, *, is_first):
        label = _("The answer in plain words: %(language)s") % {"language": LANGUAGES[code][0]}
        hint = _("First the decision, then the reason, then what is still possible. Thank.")
        return LongTextField(
            label=label, help_text=hint if is_first else "", max_length=3000, required=is_first,
            rows=5 if is_first else 3,
            error_messages={"required": _("Write the answer in the giver's language.")},
        )  # fmt: skip

    @property
    def asked_first(self):
        """The one follow-up, and the answer in the giver's language."""
        names = [name for name in self.FOLLOW_UP.values() if name in self.fields]
        return [self[name] for name in (*names, f"reason_{self._first}")]

    @property
    def asked_later(self):
        """The answer in other languages, and the day to look again."""
        others = [code for code in self._languages if code != self._first]
        return [self[name] for name in (*(f"reason_{code}" for code in others), "look_again_on")]

    @property
    def reason(self):
        """The answer by language."""
        return {code: self.cleaned_data[f"reason_{code}"] for code in self._languages}

    def follow_up(self, language):
        """What the chosen outcome carries with it, for `answer_ideas`."""
        said = self.cleaned_data
        found = {"look_again_on": said["look_again_on"]}
        if "condition" in said:
            found["condition"] = {language: said["condition"]}
        if "joins" in said:
            found["joins"] = self._offered[said["joins"]]
        if "receiver" in said:
            found["receiver"] = said["receiver"]
        return found


class LookAgainForm(Form):
    """The day to look again has come."""

    what = CardsField(
        label=_("What do we do?"),
        choices=[
            ("reopen", _("Open it anew: it gets a new answer")),
            ("later", _("Look at it again later")),
            ("rest", _("The answer stands")),
        ],
    )
    next_on = only_if(
        ComingDayField(label=_("On which day?"), help_text=_("Only if you chose a later day."))
    )
    words = forms.CharField(label=_("What did you see?"), max_length=500, required=False)

    def clean(self):
        """A later day must be said."""
        cleaned = super().clean()
        if cleaned.get("what") == "later" and not cleaned.get("next_on"):
            self.add_error("next_on", _("Choose a day."))
        return cleaned


class ClusterForm(Form):
    """Ideas that say the same are put together."""

    title = forms.CharField(label=_("What do they have in common?"), max_length=120)
    why = forms.CharField(label=_("Why do they belong together?"), max_length=500, required=False)
    ideas = forms.ModelMultipleChoiceField(label=_("Which ideas?"), queryset=None)

    def __init__(self, *args, among=None, **kwargs):
        """Take the ideas among which to choose."""
        super().__init__(*args, **kwargs)
        self.fields["ideas"].queryset = among if among is not None else Idea.objects.none()
        self.fields["ideas"].widget = forms.CheckboxSelectMultiple()
        self.fields["ideas"].widget.choices = self.fields["ideas"].choices
