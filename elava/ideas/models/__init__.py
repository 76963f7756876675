from .answers import Answer
from .clusters import Cluster, ClusterPart
from .company import Comment, Companion, Offer, Support
from .ideas import Idea, IdeaChallenge, IdeaLifeStage
from .imports import IdeaImport
from .intakes import Intake
from .screening import Hiding, Report

__all__ = [
    "Answer",
    "Cluster",
    "ClusterPart",
    "Comment",
    "Companion",
    "Hiding",
    "Idea",
    "IdeaChallenge",
    "IdeaImport",
    "IdeaLifeStage",
    "Intake",
    "Offer",
    "Report",
    "Support",
]
