"""What a page of the programme's own is made of: its words, parts, facts and sources."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from elava.programmes.models import PageFact, PagePart, PageSource
from elava.ui.forms import EurosField, LongTextField, ManyCards, WholeNumberField
from elava.ui.text_forms import TextsForm

ORDER = {"label": _("Place in the list"), "min_value": 0, "max_value": 999, "initial": 0}


class _Versioned(TextsForm):
    """A text that two may change at once: it carries the version that the editor saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, sources=(), **kwargs):
        """Take the sources of the page, among which its parts and facts choose."""
        super().__init__(*args, **kwargs)
        if "sources" in self.fields:
            chosen = self.fields["sources"]
            chosen.choices = [(source.number, str(source)) for source in sources]
            if not chosen.choices:
                del self.fields["sources"]


def _sources():
    return forms.TypedMultipleChoiceField(
        label=_("Where did we read it?"), coerce=int, required=False, widget=ManyCards()
    )


class PageForm(_Versioned):
    """What stands above and below the parts."""

    texts = ("title", "lead", "note", "closing")
    title = forms.CharField(label=_("Heading of the page"), max_length=120)
    lead = LongTextField(label=_("The first sentences"), rows=3, max_length=600)
    note = LongTextField(label=_("A note in a box"), rows=2, max_length=600, required=False)
    closing = LongTextField(label=_("The last words"), rows=2, max_length=600, required=False)
    order = WholeNumberField(**ORDER)


class PartForm(_Versioned):
    """A heading and its paragraphs."""

    texts = ("heading", "words")
    heading = forms.CharField(label=_("Heading"), max_length=120)
    words = LongTextField(
        label=_("Paragraphs"), rows=6, max_length=5000,
        help_text=_("An empty line begins a new paragraph."),
    )  # fmt: skip
    sources = _sources()
    order = WholeNumberField(**ORDER)


class SourceForm(_Versioned):
    """Where a fact was read; it gets the next number by itself."""

    texts = ("name",)
    name = forms.CharField(label=_("Name of the source"), max_length=200)
    url = forms.URLField(label=_("Web address"), assume_scheme="https")


class FactForm(_Versioned):
    """A sum, a share or a name that belongs to a part."""

    texts = ("label",)
    label = forms.CharField(label=_("What is it?"), max_length=200)
    euros = EurosField(label=_("Euros"), required=False)
    percent = forms.DecimalField(
        label=_("Per cent"), max_digits=6, decimal_places=2, required=False
    )
    sources = _sources()
    order = WholeNumberField(**ORDER)

    def clean(self):
        """One figure at most; euros become cents."""
        cleaned = super().clean()
        euros = cleaned.pop("euros", None)
        if euros is not None and cleaned.get("percent") is not None:
            self.add_error("percent", _("Write euros or per cent, not both."))
        cleaned["cents"] = euros
        return cleaned


@dataclass(frozen=True)
class OnPage:
    """Something that stands on a page: its model, its form, what stands above it, its names."""

    model: type
    form: type
    above: str
    add: object


ON_PAGE = {
    "part": OnPage(PagePart, PartForm, "page", _("Add a part")),
    "source": OnPage(PageSource, SourceForm, "page", _("Add a source")),
    "fact": OnPage(PageFact, FactForm, "part", _("Add a figure or a name")),
}
