"""The two programmes are built: chapter by chapter noted, then lived through day by day."""

from functools import partial

from django.db import transaction
from django.test.utils import override_settings
from django.utils import translation
from django_scopes import scope

from elava.foundation import clock, ids
from elava.journal.readers import behind, read_on
from elava.programmes.models import Programme

from . import (
    answers,
    company,
    crowd,
    frame,
    hand_overs,
    ideas,
    meetings,
    network,
    post,
    programme,
    texts,
    workshops,
)
from .town import Town

CHAPTERS = (
    network, frame, crowd, workshops, ideas, company, answers, meetings, hand_overs, post,
)  # fmt: skip
NOWHERE = "django.core.mail.backends.dummy.EmailBackend"
FIRST_HOST, SECOND_HOST = "127.0.0.1", "toinen.localhost"


def build_both(today, tell=lambda town, share: None):
    """Build the model town and the small one beside it; `tell(town, share)` hears how far it is."""
    for said, host in ((texts.first_town(), FIRST_HOST), (texts.second_town(), SECOND_HOST)):
        town = Town(said, host=host, today=today)
        live_through(town, partial(tell, town))


@transaction.atomic
def live_through(town, tell=lambda share: None):
    """Everything that happened in a town happens again, in one transaction."""
    started = town.timeline.moment(town.texts["programme"]["started_days_ago"], "08:00")
    seed = f"{town.host} {town.timeline.today}"
    with ids.repeatable(seed), override_settings(EMAIL_BACKEND=NOWHERE):
        with clock.travel(started):
            town.programme = programme.begin(town)
        with scope(programme=town.programme), translation.override(town.first_language):
            for chapter in CHAPTERS:
                chapter.plan(town)
            town.timeline.happen(tell)
            with clock.travel(town.timeline.moment(1, "23:30")):
                post.empty_the_box()


def catch_up():
    """Whoever reads the journal reads what is left of it: the search index, above all."""
    for pk, reader in behind():
        with scope(programme=Programme.objects.get(pk=pk)):
            while read_on(reader):
                pass
