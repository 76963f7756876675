"""The shape of what is typed around meetings and hand-overs."""

from .deciding import FORM_OF
from .handovers import AnswerHandOverForm, HandOverForm
from .meetings import (
    CallForm,
    ChangeForm,
    CheckForm,
    FreeItemForm,
    InterestForm,
    NoteForm,
    PostponeForm,
    ReasonForm,
)

__all__ = [
    "FORM_OF",
    "AnswerHandOverForm",
    "CallForm",
    "ChangeForm",
    "CheckForm",
    "FreeItemForm",
    "HandOverForm",
    "InterestForm",
    "NoteForm",
    "PostponeForm",
    "ReasonForm",
]
