"""What went out by post: the last weeks of it, as older messages are not kept."""

from elava.foundation.actions import permitted_to_write
from elava.journal.models import Reader
from elava.journal.readers import journal_readers, read_on
from elava.notices.sending import send_messages
from elava.programmes.models import Clock

LISTENING_SINCE = 36  # days ago


def plan(town):
    """Every morning of the last weeks the post is written and leaves."""
    town.timeline.daily_since = LISTENING_SINCE
    town.timeline.note(LISTENING_SINCE, begin, town, at="06:00")
    for days_ago in range(LISTENING_SINCE - 1, 0, -1):
        town.timeline.note(days_ago, empty_the_box, at="09:00")


def begin(town):
    """What happened before is no news any more."""
    version = Clock.objects.get(programme=town.programme).version
    with permitted_to_write("notices"):
        Reader.objects.update_or_create(name="notices", defaults={"seq": version})


def empty_the_box():
    """The news of the days before become messages, and those that a machine can carry leave."""
    reader = next(one for one in journal_readers() if one.name == "notices")
    while read_on(reader):
        pass
    send_messages()
