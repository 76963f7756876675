from .absence import AbsenceForm
from .cards import CardGrid

__all__ = ["AbsenceForm", "CardGrid"]
