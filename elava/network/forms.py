from django import forms
from django.utils.translation import gettext_lazy as _

from elava.programmes.models import Area, Project
from elava.ui.forms import DayField, EurosField, Form, LongTextField, WholeNumberField
from elava.ui.row_fields import RowField
from elava.ui.text_forms import TextsForm

from .models import Body, Group, Membership, Organisation, PurseMovement


class SearchForm(Form):
    """Who is it?"""

    name = forms.CharField(label=_("Name"), max_length=60, required=False)


class OrganisationForm(TextsForm):
    """What an organisation is, does, and whom it welcomes."""

    texts = ("what_it_does", "who_is_welcome")
    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("What is it?"), choices=Organisation.Kind.choices)
    what_it_does = LongTextField(label=_("What it does"), rows=3, max_length=600)
    who_is_welcome = LongTextField(
        label=_("Who is welcome"), rows=2, max_length=400, required=False
    )
    website = forms.URLField(label=_("Web address"), required=False, assume_scheme="https")
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    area = RowField(Area, label=_("Area"), required=False)
    is_public_body = forms.BooleanField(
        label=_("It is a public body: its votes count under the ceiling."), required=False
    )
    sponsor = RowField(
        Organisation, label=_("Acts through"), required=False,
        help_text=_("Only for a group without registration."),
    )  # fmt: skip

    def clean(self):
        """A group without registration acts through somebody who can carry money."""
        cleaned = super().clean()
        if cleaned.get("kind") == Organisation.Kind.UNREGISTERED and not cleaned.get("sponsor"):
            self.add_error("sponsor", _("Choose the organisation through which the group acts."))
        return cleaned


class GroupForm(TextsForm):
    """What a theme group is called and talks about."""

    texts = ("name", "about")
    name = forms.CharField(label=_("Name"), max_length=80)
    about = LongTextField(label=_("What is it about?"), rows=2, max_length=400)


class SeatForm(Form):
    """Which organisation joins, and when?"""

    organisation = RowField(Organisation, label=_("Organisation"))
    since = DayField(label=_("From"), required=False)
    until = DayField(label=_("To"), required=False)


class BodyForm(TextsForm):
    """A body with its rules and its mandate."""

    texts = ("name", "about")
    name = forms.CharField(label=_("Name"), max_length=80)
    about = LongTextField(label=_("What is it for?"), rows=2, max_length=400)
    kind = forms.ChoiceField(label=_("What is it?"), choices=Body.Kind.choices)
    project = RowField(
        Project, label=_("Project"), required=False,
        help_text=_("Leave empty for a body of the whole programme."),
    )  # fmt: skip
    group = RowField(Group, label=_("Theme group"), required=False)
    quorum = WholeNumberField(label=_("How many votes must be present?"), min_value=1)
    one_organisation_one_vote = forms.BooleanField(
        label=_("Each organisation has one vote."), required=False
    )
    ceiling_for_public_bodies = WholeNumberField(
        label=_("The most votes that public bodies may have, per cent"), min_value=0, max_value=100
    )
    minutes_checkers = WholeNumberField(
        label=_("How many members check the minutes?"), min_value=0, max_value=9
    )
    may_postpone = forms.BooleanField(
        label=_("A matter may wait once for the next meeting."), required=False
    )
    may_start_experiments = forms.BooleanField(label=_("It may start experiments."), required=False)
    euros_each = EurosField(label=_("Euros at a time"))
    euros_in_all = EurosField(label=_("Euros in all"))
    proposes_to = RowField(Body, label=_("Beyond that it proposes to"), required=False)

    def clean(self):
        """A group with a purse names its group; sums become cents."""
        cleaned = super().clean()
        if cleaned.get("kind") == Body.Kind.GROUP_PURSE and not cleaned.get("group"):
            self.add_error("group", _("Choose the theme group that holds the purse."))
        for name in ("each", "in_all"):
            cleaned[f"cents_{name}"] = cleaned.pop(f"euros_{name}", None) or 0
        return cleaned


class MovementForm(Form):
    """Money into the purse, promised out of it, or released again."""

    kind = forms.ChoiceField(
        label=_("What happened?"), choices=PurseMovement.Kind.choices, widget=forms.RadioSelect
    )
    euros = EurosField(
        label=_("Euros"), may_be_cut=True,
        help_text=_("Put a minus before a grant that is cut."),
    )  # fmt: skip
    what_for = forms.CharField(label=_("What for?"), max_length=200)
    source = forms.CharField(
        label=_("Where is it written?"), max_length=200,
        help_text=_("For example the minutes of a meeting, or a funding decision."),
    )  # fmt: skip
    on = DayField(label=_("Day"), required=False)

    def clean(self):
        """The sum gets the sign of its kind, in cents."""
        cleaned = super().clean()
        cents, kind = cleaned.pop("euros", None), cleaned.get("kind")
        if cents is not None and kind:
            signs = {"promised": -abs(cents), "released": abs(cents)}
            cleaned["cents"] = signs.get(kind, cents)
            if not cents:
                self.add_error("euros", _("Write a sum that is not zero."))
        return cleaned


class RoleForm(Form):
    """Which role, where, for whom, from when to when?"""

    place = forms.ChoiceField(label=_("Where?"))
    role = forms.ChoiceField(label=_("Role"), choices=Membership.Role.choices)
    for_organisation = RowField(
        Organisation, label=_("Speaks for"), required=False,
        help_text=_("In a body: the organisation whose vote this is."),
    )  # fmt: skip
    deputy_of = forms.ChoiceField(label=_("Stands in for"), required=False)
    since = DayField(label=_("From"), required=False)
    until = DayField(label=_("To"), required=False)
    source = forms.CharField(
        label=_("How do we know?"), max_length=80,
        help_text=_("For example the minutes of a meeting, or a call."),
    )  # fmt: skip

    def __init__(self, *args, places, principals, **kwargs):
        """Take the places as choices in groups, and the members for whom deputies may stand."""
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [("", ""), *places]
        self.fields["deputy_of"].choices = [("", ""), *principals]

    def clean(self):
        """A day that comes after another stands after it."""
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day is before the first. Change one of them."))
        return cleaned


class EndForm(Form):
    """The last day."""

    on = DayField(label=_("Last day"), required=False, help_text=_("Empty means today."))
