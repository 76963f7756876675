"""Choices among the rows of a noun, read from the programme of the scope when a form is made."""

from django import forms

from elava.ui.forms import ManyCards


class _FromScope:
    """Reads its rows anew for each form; the order is that of their making."""

    def __init__(self, noun, **kwargs):
        self.noun = noun
        super().__init__(noun._base_manager.none(), **kwargs)

    def __deepcopy__(self, memo):
        one = super().__deepcopy__(memo)
        one.queryset = self.noun.objects.order_by("created_at", "pk")
        return one


class RowField(_FromScope, forms.ModelChoiceField):
    """One row of a noun."""


class RowsField(_FromScope, forms.ModelMultipleChoiceField):
    """Several rows of a noun, all visible."""

    def __init__(self, noun, **kwargs):
        """Take the noun and what any field takes."""
        super().__init__(noun, widget=ManyCards(), **kwargs)
