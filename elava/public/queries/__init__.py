from .about import banner_of_programme, feedback_to_answer, picture_of
from .stories import (
    how_an_idea_travels,
    journey_of,
    page_of_threads,
    told,
    what_happened_on,
)

__all__ = [
    "banner_of_programme",
    "feedback_to_answer",
    "how_an_idea_travels",
    "journey_of",
    "page_of_threads",
    "picture_of",
    "told",
    "what_happened_on",
]
