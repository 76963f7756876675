"""A form for each noun of the programme's frame."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from elava.network.models import Organisation, Partnership
from elava.programmes import models
from elava.ui.forms import DayField, Form, LongTextField, WholeNumberField
from elava.ui.row_fields import RowField, RowsField
from elava.ui.text_forms import TextsForm

ORDER = {"label": _("Place in the list"), "min_value": 0, "max_value": 999, "initial": 0}


def _name(**more):
    return forms.CharField(**{"label": _("Name"), "max_length": 120} | more)


class _Dated(TextsForm):
    """A row that may hold from a day to a day."""

    first_day, last_day = "", ""

    def clean(self):
        """The last day does not come before the first."""
        cleaned = super().clean()
        first, last = cleaned.get(self.first_day), cleaned.get(self.last_day)
        if first and last and last < first:
            self.add_error(
                self.last_day, _("The last day is before the first. Change one of them.")
            )
        return cleaned


class ProjectForm(_Dated):
    """A project under the umbrella."""

    texts = ("name", "purpose", "controller_name")
    first_day, last_day = "started_on", "ends_on"
    name = _name()
    purpose = LongTextField(label=_("What is it for?"), rows=2, max_length=600)
    code = forms.CharField(label=_("Project code"), max_length=40, required=False)
    controller = forms.ChoiceField(
        label=_("Data controller"), choices=models.Project.Controller.choices
    )
    controller_name = _name(label=_("Name of the controller"), required=False)
    controller_contact = _name(label=_("Where to ask about data"), required=False)
    started_on = DayField(label=_("First day"), required=False)
    ends_on = DayField(label=_("Last day"), required=False)


class AimForm(TextsForm):
    """An aim, and the strategy goals that it cites."""

    texts = ("name", "words")
    name = _name()
    words = LongTextField(label=_("In plain words"), rows=2, max_length=600)
    project = RowField(
        models.Project, label=_("Project"), required=False,
        help_text=_("Leave empty for an aim of the whole programme."),
    )  # fmt: skip
    goals = RowsField(
        models.StrategyGoal, label=_("Strategy goals it helps to reach"), required=False
    )
    order = WholeNumberField(**ORDER)


class GoalForm(_Dated):
    """A goal of the city or the wellbeing services county."""

    texts = ("name", "owner")
    first_day, last_day = "valid_from", "valid_until"
    name = _name(label=_("The goal"), max_length=300)
    owner = _name(label=_("Whose goal it is"))
    valid_from = DayField(label=_("From"), required=False)
    valid_until = DayField(label=_("To"), required=False)


class AreaForm(TextsForm):
    """A part of the town."""

    texts = ("name",)
    name = _name()
    is_in_target_area = forms.BooleanField(label=_("It is in the target area."), required=False)
    order = WholeNumberField(**ORDER)


class PlaceForm(TextsForm):
    """A place where something can happen."""

    texts = ("name", "how_to_get_there")
    name = _name()
    area = RowField(models.Area, label=_("Area"))
    address = forms.CharField(label=_("Street address"), max_length=160, required=False)
    is_step_free = forms.BooleanField(label=_("One gets in without steps."), required=False)
    how_to_get_there = LongTextField(
        label=_("How to get there"), rows=2, max_length=400, required=False
    )


class TagForm(TextsForm):
    """A life stage, or for whom something is easy to join."""

    texts = ("name",)
    name = _name()
    order = WholeNumberField(**ORDER)


class InclusionKindForm(TagForm):
    """In what a resident has a part."""

    texts = ("name", "words")
    words = LongTextField(label=_("In plain words"), rows=2, max_length=300, required=False)


class LinkForm(TextsForm):
    """A link of the programme or of a project."""

    texts = ("name",)
    name = _name(label=_("Where does it lead?"))
    kind = forms.ChoiceField(label=_("What is it?"), choices=models.Link.Kind.choices)
    url = forms.URLField(label=_("Web address"), assume_scheme="https")
    project = RowField(models.Project, label=_("Project"), required=False)
    order = WholeNumberField(**ORDER)


class BannerForm(TextsForm):
    """The banner's picture in words, and the line below it."""

    texts = ("alt", "embed_words")
    alt = _name(label=_("What is to be seen in the picture"), max_length=300)
    embed_words = _name(label=_("The line with which others show it"), required=False)
    project = RowField(models.Project, label=_("Project"), required=False)


class FunderPackForm(_Dated):
    """The funder's mark and rules for a time."""

    texts = ("mark", "mark_alt", "emblem_words")
    first_day, last_day = "valid_from", "valid_until"
    name = _name()
    mark = _name(label=_("The mark in words"))
    mark_alt = _name(label=_("What is to be seen in the mark"), required=False)
    emblem_words = LongTextField(
        label=_("The sentence that the funder asks for"), rows=2, max_length=400, required=False
    )
    indicator_set = _name(label=_("Set of indicators"), max_length=80, required=False)
    valid_from = DayField(label=_("From"))
    valid_until = DayField(label=_("To"), required=False)


class CrisisLineForm(TextsForm):
    """A number to call; the emergency number stands before these by itself."""

    texts = ("name", "words")
    name = _name()
    phone = forms.CharField(
        label=_("Telephone"), max_length=40, required=False,
        help_text=_("A line without a number is not shown."),
    )  # fmt: skip
    words = LongTextField(label=_("When to call"), rows=2, max_length=300, required=False)
    order = WholeNumberField(**ORDER)


class WordForm(TextsForm):
    """What the programme calls one of its pages."""

    texts = ("words",)
    key = forms.ChoiceField(label=_("Which page?"), choices=models.Word.Key.choices)
    words = _name(label=_("Your own name for it"), max_length=60)


class PartnershipForm(TextsForm):
    """Which organisation carries a project, or is a partner in it?"""

    organisation = RowField(Organisation, label=_("Organisation"))
    project = RowField(models.Project, label=_("Project"))
    is_carrier = forms.BooleanField(label=_("It carries the project."), required=False)


class PictureForm(Form):
    """A picture from this device."""

    file = forms.FileField(label=_("Picture"), help_text=_("JPEG, PNG or WebP."))


@dataclass(frozen=True)
class Noun:
    """A noun of the frame on the desk: its model, its form and its name there."""

    model: type
    form: type
    title: object
    loads: tuple = ()


NOUNS = {
    "aims": Noun(models.Aim, AimForm, _("Aims")),
    "goals": Noun(models.StrategyGoal, GoalForm, _("Strategy goals")),
    "projects": Noun(models.Project, ProjectForm, _("Projects")),
    "partnerships": Noun(
        Partnership, PartnershipForm, _("Partnerships"), ("organisation", "project")
    ),
    "areas": Noun(models.Area, AreaForm, _("Areas")),
    "places": Noun(models.Place, PlaceForm, _("Places")),
    "life-stages": Noun(models.LifeStage, TagForm, _("Life stages")),
    "audiences": Noun(models.Audience, TagForm, _("Audiences of activities")),
    "inclusion": Noun(models.InclusionKind, InclusionKindForm, _("Kinds of inclusion")),
    "links": Noun(models.Link, LinkForm, _("Links")),
    "banners": Noun(models.Banner, BannerForm, _("Banner")),
    "funder": Noun(models.FunderPack, FunderPackForm, _("Funder's mark")),
    "crisis-lines": Noun(models.CrisisLine, CrisisLineForm, _("Crisis lines")),
    "words": Noun(models.Word, WordForm, _("Own names of pages")),
}
