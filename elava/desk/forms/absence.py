from itertools import groupby

from django import forms
from django.utils.translation import gettext_lazy as _

from elava.ui.forms import ComingDayField, DayField, Form


class AbsenceForm(Form):
    """From which day to which day, and who looks after the desk."""

    since = DayField(label=_("First day away"))
    until = ComingDayField(label=_("Last day away"))
    deputy = forms.ModelChoiceField(label=_("Who looks after the desk?"), queryset=None)

    def __init__(self, *args, among, **kwargs):
        """Take the persons among whom to choose."""
        super().__init__(*args, **kwargs)
        field = self.fields["deputy"]
        field.queryset = among
        places = {True: _("The coordination"), False: _("The support group")}
        field.choices = [
            ("", _("Choose somebody")),
            *(
                (places[coordinates], [(person.pk, person.called) for person in persons])
                for coordinates, persons in groupby(among, lambda person: person.coordinates)
            ),
        ]
