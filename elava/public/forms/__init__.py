"""What the front door and the programme's frame ask for."""

from .feedback import FeedbackAnswerForm, FeedbackForm
from .frame import NOUNS, PictureForm
from .programme import PARTS, LanguagesForm

__all__ = [
    "NOUNS",
    "PARTS",
    "FeedbackAnswerForm",
    "FeedbackForm",
    "LanguagesForm",
    "PictureForm",
]
