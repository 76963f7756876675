from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.network.models import Group
from elava.programmes.models import LifeStage, Place, StrategyGoal, current_programme
from elava.ui.context import LANGUAGES
from elava.ui.forms import (
    ClockField,
    ComingDayField,
    DayField,
    Form,
    LongTextField,
    ManyCards,
    WholeNumberField,
)

from .models import HeadcountTally, Note

MOST_LINES = 100


class WorkshopForm(Form):
    """When and where people meet."""

    title = forms.CharField(label=gettext_lazy("What is the workshop called?"), max_length=120)
    group = forms.ModelChoiceField(
        Group.objects.none(), label=gettext_lazy("Which group holds it?"), required=False
    )
    place = forms.ModelChoiceField(
        Place.objects.none(), label=gettext_lazy("Place"), required=False
    )
    where = forms.CharField(
        label=gettext_lazy("Room, or another place"), max_length=160, required=False
    )
    on = DayField(label=gettext_lazy("Day"))
    starts = ClockField(label=gettext_lazy("Starts at"))
    ends = ClockField(label=gettext_lazy("Ends at"))

    def __init__(self, *args, **kwargs):
        """Offer the groups and places of the programme."""
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = Group.objects.order_by("slug", "pk")
        self.fields["place"].queryset = Place.objects.order_by("slug", "pk")

    def clean(self):
        """A place or a room, and an end after the start."""
        cleaned = super().clean()
        if not cleaned.get("place") and not cleaned.get("where"):
            self.add_error("where", _("Choose a place, or write where you meet."))
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("The workshop ends after it starts. Check the times."))
        return cleaned

    @property
    def facts(self):
        """What the actions want to know."""
        given = self.cleaned_data
        zone = timezone.get_current_timezone()
        facts = {name: given[name] for name in ("title", "group", "place", "where")}
        for name in ("starts", "ends"):
            facts[f"{name}_at"] = datetime.combine(given["on"], given[name], tzinfo=zone)
        return facts

    @staticmethod
    def of(workshop):
        """The first values for a workshop that stands."""
        starts, ends = timezone.localtime(workshop.starts_at), timezone.localtime(workshop.ends_at)
        facts = {name: getattr(workshop, name) for name in ("title", "group", "place", "where")}
        return {**facts, "on": starts.date(), "starts": starts.time(), "ends": ends.time()}


class CodeForm(Form):
    """Which wall?"""

    code = forms.CharField(
        label=gettext_lazy("Code of the room"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class NoteForm(Form):
    """One thought for the wall."""

    words = LongTextField(
        label=gettext_lazy("What is hard in everyday life?"),
        help_text=gettext_lazy("One thought on a note. Do not write anybody's name."),
        rows=3,
        max_length=Note.LONGEST,
        error_messages={"required": gettext_lazy("Write one thought.")},
    )


class PaperForm(Form):
    """Notes from paper, as they hung together on the wall."""

    name = forms.CharField(
        label=gettext_lazy("Heading over the notes"), max_length=80, required=False
    )
    lines = LongTextField(label=gettext_lazy("The notes, one on each line"), rows=10)

    def clean_lines(self):
        """The lines as a list, none of them too long for a note."""
        lines = self.cleaned_data["lines"].splitlines()
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(_("Save at most a hundred notes at a time."))
        for number, line in enumerate(lines, start=1):
            if len(line.strip()) > Note.LONGEST:
                message = _("Line %(number)s is longer than 300 characters. Shorten it.")
                raise forms.ValidationError(message % {"number": number})
        return lines


class ChosenNotesForm(Form):
    """Which notes belong together, and under which name?"""

    note = forms.ModelMultipleChoiceField(
        Note.objects.none(),
        label=gettext_lazy("Notes"),
        error_messages={"required": gettext_lazy("Choose at least one note.")},
    )
    name = forms.CharField(label=gettext_lazy("Name"), max_length=80, required=False)

    def __init__(self, *args, workshop, **kwargs):
        """Offer the notes of one workshop."""
        super().__init__(*args, **kwargs)
        self.fields["note"].queryset = Note.objects.on_the_wall().filter(workshop=workshop)


class PressForm(Form):
    """A tally button, and how many at once."""

    STEPS = {"adult": 1, "child": 1, "less_adult": -1, "less_child": -1}

    press = forms.ChoiceField(choices=[(step, step) for step in STEPS])
    many = WholeNumberField(
        label=gettext_lazy("How many at once?"), min_value=1, max_value=500, required=False
    )

    @property
    def facts(self):
        """Whom the press counts, and by how many."""
        press = self.cleaned_data["press"]
        many = self.cleaned_data["many"] or 1
        who = HeadcountTally.Who(press.removeprefix("less_"))
        return {"who": who, "change": self.STEPS[press] * many}


class ReasonForm(Form):
    """Why?"""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)


class WordsForm(Form):
    """A challenge in the languages of the programme; only the first one is asked for."""

    def __init__(self, *args, **kwargs):
        """Add a title and words for each language, the life stages and the goals."""
        super().__init__(*args, **kwargs)
        self.codes = [language["code"] for language in current_programme().languages]
        fields = {}
        for code in self.codes:
            is_first, language = code == self.codes[0], LANGUAGES.get(code, (code,))[0]
            for name, field in self._texts(language).items():
                field.required = is_first
                fields[f"{name}_{code}"] = field
        self.fields = fields | self.fields
        self._offer("life_stages", LifeStage.objects.order_by("order", "pk"),
                    label=_("Where in life is it met?"))  # fmt: skip
        reached = _("Which goals of the city or the county does it help to reach?")
        self._offer("goals", StrategyGoal.objects.order_by("pk"), label=reached)

    def _offer(self, name, rows, *, label):
        """A choice of many, where the programme has something to choose."""
        if rows.exists():
            self.fields[name] = forms.ModelMultipleChoiceField(
                rows, label=label, required=False, widget=ManyCards()
            )

    @staticmethod
    def _texts(language):
        named = {"language": language}
        kind = {"required": _("Write it in the first language of the programme.")}
        return {
            "title": forms.CharField(
                label=_("Name of the challenge: %(language)s") % named, max_length=120,
                error_messages=kind,
            ),
            "words": LongTextField(
                label=_("In plain words: %(language)s") % named, max_length=2000, rows=4,
                error_messages=kind,
            ),
        }  # fmt: skip

    def texts(self, name):
        """The texts of all languages under a name."""
        return {code: self.cleaned_data[f"{name}_{code}"] for code in self.codes}

    @property
    def facts(self):
        """What the actions want to know."""
        chosen = {name: self.cleaned_data.get(name, []) for name in ("life_stages", "goals")}
        return {"title": self.texts("title"), "words": self.texts("words"), **chosen}


class RewordForm(WordsForm):
    """Other words; the version says which ones the writer had before them."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class PromiseForm(Form):
    """Who answers, and by when?"""

    group = forms.ModelChoiceField(
        Group.objects.none(), label=gettext_lazy("Which group answers?"), empty_label=None
    )
    answer_by = ComingDayField(label=gettext_lazy("By which day?"))

    def __init__(self, *args, **kwargs):
        """Offer the groups of the programme."""
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = Group.objects.order_by("slug", "pk")


class RaiseForm(WordsForm):
    """A challenge out of notes, and a proposal of who answers it."""

    group = forms.ModelChoiceField(
        Group.objects.none(), label=gettext_lazy("Which group could answer?"), required=False
    )
    answer_by = ComingDayField(label=gettext_lazy("By which day?"), required=False)

    def __init__(self, *args, **kwargs):
        """Offer the groups of the programme."""
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = Group.objects.order_by("slug", "pk")

    @property
    def facts(self):
        """What the action wants to know."""
        proposal = {name: self.cleaned_data[name] for name in ("group", "answer_by")}
        return super().facts | proposal


class ReviewForm(Form):
    """What changed, and what is still hard?"""

    review = LongTextField(
        label=gettext_lazy("What changed, and what is still hard?"),
        help_text=gettext_lazy("Two or three sentences that everybody understands."),
        max_length=2000,
    )
