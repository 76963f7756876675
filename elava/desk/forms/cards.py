"""Paper cards, typed in ten at a time."""

from itertools import chain

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elava.desk.queries import route_of
from elava.foundation.errors import NotNow
from elava.ideas.models import Idea, Intake
from elava.ideas.queries import words_that_came
from elava.ideas.rules import AGREED_AT, contradictions
from elava.rights.actions import kind_of_way
from elava.ui.context import LANGUAGES
from elava.ui.forms import CardsField, Form, LongTextField, only_if

ROWS = 10
LONGEST = 5000
PAPER = Intake.Door.PAPER
AGREEMENTS = [one for one in Intake.Consent.choices if PAPER in AGREED_AT[one[0]]]
SPEAKERS = [choice for choice in Intake.Speaker.choices if choice[0] != Intake.Speaker.GROUP]
UNSORTED = ("", gettext_lazy("Not said"))
KINDS = [UNSORTED, *(one for one in Idea.Kind.choices if one[0] != Idea.Kind.UNSORTED)]
TICKS = [("", gettext_lazy("Choose as ticked on the card")), *Idea.Visibility.choices]


class BundleForm(Form):
    """What all cards of a bundle have in common."""

    spoken_by = CardsField(
        label=gettext_lazy("Who speaks on these cards?"),
        choices=SPEAKERS,
        help_text=gettext_lazy("A card of a whole group is written down one by one."),
    )
    consent = CardsField(label=gettext_lazy("How did they agree?"), choices=AGREEMENTS)
    language = forms.ChoiceField(label=gettext_lazy("In which language?"))

    def __init__(self, *args, languages, **kwargs):
        """Take the codes of the programme's languages."""
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [(code, LANGUAGES[code][0]) for code in languages]


class CardForm(Form):
    """One card, as it stands there; a row in which nothing is written is no card."""

    text = LongTextField(label=gettext_lazy("The idea"), max_length=LONGEST, rows=3)
    visibility = forms.ChoiceField(label=gettext_lazy("May we show it?"), choices=TICKS)
    first_name = only_if(forms.CharField(label=gettext_lazy("First name, to show"), max_length=40))
    kind = only_if(forms.ChoiceField(label=gettext_lazy("What is it about?"), choices=KINDS))
    to = only_if(
        forms.CharField(label=gettext_lazy("Phone or e-mail, for the answer"), max_length=254)
    )
    external_key = only_if(
        forms.CharField(label=gettext_lazy("Number printed on the card"), max_length=60)
    )

    def __init__(self, *args, number, **kwargs):
        """Take the row's number, which its errors name."""
        super().__init__(*args, empty_permitted=True, prefix=f"card-{number}", **kwargs)
        self.number, self.legend = number, _("Card %(number)s") % {"number": number}
        kind = {
            "text": _("Card %(number)s: write the idea, or empty the row."),
            "visibility": _("Card %(number)s: choose what is ticked. Nothing ticked means no."),
        }
        for name, sentence in kind.items():
            self.fields[name].error_messages["required"] = sentence % {"number": number}

    def clean_first_name(self):
        """A first name is kept only where it is to be shown."""
        name = self.cleaned_data["first_name"]
        if self.cleaned_data.get("visibility") != Idea.Visibility.FIRST_NAME:
            return ""
        if not name:
            self._refuse(_("Card %(number)s: write the first name, or choose another answer."))
        return name

    def clean_kind(self):
        """No choice is a choice, too."""
        return self.cleaned_data["kind"] or Idea.Kind.UNSORTED

    def clean_to(self):
        """A number or an address at which somebody can be reached."""
        to = self.cleaned_data["to"].strip()
        try:
            if to and kind_of_way(to) == "email":
                validate_email(to)
        except (NotNow, ValidationError):
            self._refuse(_("Card %(number)s: check the phone number or the e-mail address."))
        return to

    def refuse_contradictions(self, spoken_by):
        """A card says nothing that contradicts who speaks on it."""
        said = getattr(self, "cleaned_data", {})
        found = contradictions(
            spoken_by=spoken_by, visibility=said.get("visibility"), reply_route=route_of(said)
        )
        if "visibility" in found:
            self.add_error("visibility", self._named(_UNNAMED))
        if "reply_route" in found:
            self.add_error("to", self._named(_UNREACHED))

    def number_is_taken(self):
        """The number of this card stands on another one."""
        self.add_error("external_key", self._named(_TAKEN))

    def came_before(self):
        """This card came before: its slip is printed again, and nobody is added to it."""
        if self.cleaned_data["to"]:
            self.add_error("to", self._named(_LEAVES_NOBODY))

    def _refuse(self, sentence):
        raise ValidationError(self._named(sentence))

    def _named(self, sentence):
        return str(sentence) % {"number": self.number}


_TAKEN = gettext_lazy("Card %(number)s: this card number has been typed in. Check it.")
_UNNAMED = gettext_lazy(
    "Card %(number)s: who stays unknown is shown without a name. Choose another answer."
)
_UNREACHED = gettext_lazy("Card %(number)s: who stays unknown leaves no contact. Empty this field.")
_LEAVES_NOBODY = gettext_lazy(
    "Card %(number)s: this card has come in before. Empty this field to print its slip again; "
    "with the slip a contact can be added."
)


class CardGrid:
    """Ten rows and what they share; checked together, so that one fault keeps all that was typed.

    It has the manners of a form: errors, non_field_errors(), its fields one after the other.
    """

    def __init__(self, data=None, *, person, languages, language):
        """Take what was sent, who types it in, and the languages of the programme."""
        self.shared = BundleForm(data, languages=languages, initial={"language": language})
        self.rows = [CardForm(data, number=n + 1) for n in range(ROWS)]
        self.is_bound, self._person = data is not None, person

    def __iter__(self):
        """All fields, in the order of the page."""
        return chain(self.shared, *self.rows)

    def is_valid(self):
        """True where at least one card is written, and none has a fault."""
        if not self.is_bound:
            return False
        forms = (self.shared, *self.rows)
        sound = [form for form in forms if form.is_valid()]
        written = [row for row in self.rows if row.has_changed()]
        if not written:
            self.rows[0].add_error("text", _("Type in at least one card."))
        self._refuse_taken_numbers([row for row in written if row in sound])
        for row in written:
            row.refuse_contradictions(self.shared.cleaned_data.get("spoken_by"))
        return all(form.is_valid() for form in forms)

    def _refuse_taken_numbers(self, written):
        """No card number stands twice, here or among the cards that came before."""
        keyed = {row: row.cleaned_data["external_key"] for row in written}
        keyed, on_page = {row: key for row, key in keyed.items() if key}, set()
        came = words_that_came(PAPER, keyed.values(), self._person)
        for row, key in keyed.items():
            text = row.cleaned_data["text"]
            if key in on_page or came.get(key, text) != text:
                row.number_is_taken()
            elif key in came:
                row.came_before()
            on_page.add(key)

    @property
    def errors(self):
        """The faults of all rows, by field."""
        found = [form.errors for form in (self.shared, *self.rows) if self.is_bound]
        return {name: said for errors in found for name, said in errors.items()}

    def non_field_errors(self):
        """None: each fault has its field."""
        return []

    @property
    def cards(self):
        """What stands on each written card, with the number of its row."""
        return [{"row": row.number, **row.cleaned_data} for row in self.rows if row.has_changed()]
