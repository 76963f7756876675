from django.db.models import Q
from django.urls import reverse

from elava.foundation.kinds import kind_of, model_of
from elava.ideas.models import Companion, Hiding, Idea
from elava.ideas.rules import is_giver
from elava.journal.queries import the_story_of

from .shown import journey_of


def idea_of(receipt):
    """The idea that a receipt was given for, or None."""
    about = ("answer__body", "thread", "receipt", "intake", "area")
    return Idea.objects.filter(receipt=receipt).select_related(*about).first()


def hiding_in_force(post):
    """Why a post is hidden now, or None."""
    return Hiding.objects.in_force().filter(kind=kind_of(post), object_id=post.pk).first()


def can_be_opened(idea, person):
    """Whether a person finds the idea's own page."""
    return Idea.objects.seen_by(person).filter(pk=idea.pk).exists()


def team_waits_for_giver(idea):
    """True when a team has formed around an idea and its giver is not yet in it."""
    team = list(Companion.objects.filter(idea=idea).values_list("is_giver", flat=True)[:50])
    return bool(team) and not any(team)


def place_in_team(idea, person, token=""):
    """The place of a person, of a browser's token or of the slip's holder in an idea's team."""
    theirs = Q(person=person.pk, person__isnull=False) | Q(token=token) & ~Q(token="")
    if is_giver.test(person, idea):
        theirs |= Q(is_giver=True)
    return Companion.objects.filter(theirs, idea=idea)


def journey(idea):
    """The steps of an idea's way so far, and those ahead."""
    return journey_of(idea, the_story_of(idea))


def hidden_post(hiding):
    """The idea or comment that a hiding is about."""
    return model_of(hiding.kind).objects.get(pk=hiding.object_id)


class SlipLink:
    """The long link of a receipt, as a row that has an address."""

    def __init__(self, receipt):
        """Take the receipt whose secret the link carries."""
        self.receipt, self.programme = receipt, receipt.programme

    def get_absolute_url(self):
        """Where the secret is exchanged for a cookie."""
        return reverse("open_slip", args=[self.receipt.secret])
