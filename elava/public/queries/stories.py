"""What the front door reads, made ready to be shown."""

from django.utils.translation import gettext as _

from elava.foundation import news
from elava.foundation.keyset import Keyset
from elava.journal.models import Thread
from elava.journal.parts import word_for
from elava.journal.queries import entries_of
from elava.ui.dates import short_day
from elava.ui.prose import paragraphs

PAGE = 30
# Where a story may end: nothing of it waits for us then.
ENDS = ("answer", "learning", "practice", "adoption")
MOST = 200


def page_of_threads(person, after=""):
    """A page of threads, in an order that tells nothing about people."""
    found = Thread.objects.seen_by(person).exclude(title={}).order_by("-pk")
    return Keyset(found, size=PAGE, after=after)


def told(parts):
    """The parts of a thread as the page prints them."""
    return [
        {
            "title": part.title,
            "url": part.url,
            "lang": part.lang,
            "title_lang": part.title_lang,
            "kind_shown": word_for(part.kind),
            "day_shown": short_day(part.at),
            "iso": part.at.isoformat(),
            "text_shown": paragraphs(part.text),
        }
        for part in parts
    ]


def journey_of(parts):
    """The line of a thread: each kind once, where it stands last; lit until it has its end."""
    newest = {}
    for part in parts:
        newest.pop(part.kind, None)
        newest[part.kind] = part
    steps = [
        {
            "word": word_for(kind),
            "state": "done",
            "when": short_day(part.at),
        }
        for kind, part in newest.items()
    ]
    last = next(reversed(newest.values()), None)
    if last and last.kind not in ENDS and not last.is_end:
        steps[-1]["state"] = "now"
    return steps


def what_happened_on(thread):
    """The entries of a thread that have a sentence for everybody, the oldest first."""
    verbs = {name: verb.says for name, verb in news.all_verbs().items() if verb.says}
    entries = entries_of(thread).filter(verb__in=verbs)[:MOST]
    return [{"says": verbs[entry.verb], "day_shown": short_day(entry.at)} for entry in entries]


def how_an_idea_travels():
    """The way of every idea, for those who have not given one yet."""
    words = (
        _("You tell us"),
        _("We read it"),
        _("The group decides"),
        _("You get an answer"),
        _("We try it together"),
    )
    return [{"word": word, "state": "next"} for word in words]
