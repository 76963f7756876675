"""The programme and its frame: projects, aims, areas, tags, and how it looks and speaks."""

from .aims import Aim, AimGoal, Project, StrategyGoal
from .areas import Area, Place
from .looks import Banner, CrisisLine, FunderPack, Link, Word
from .pages import Page, PageFact, PagePart, PageSource
from .programme import Clock, Programme
from .scope import DeskQuerySet, InProgramme, ProgrammeQuerySet, current_programme, scoped
from .tags import Audience, InclusionKind, LifeStage

__all__ = [
    "Aim",
    "AimGoal",
    "Area",
    "Audience",
    "Banner",
    "Clock",
    "CrisisLine",
    "DeskQuerySet",
    "FunderPack",
    "InProgramme",
    "InclusionKind",
    "LifeStage",
    "Link",
    "Page",
    "PageFact",
    "PagePart",
    "PageSource",
    "Place",
    "Programme",
    "ProgrammeQuerySet",
    "Project",
    "StrategyGoal",
    "Word",
    "current_programme",
    "scoped",
]
