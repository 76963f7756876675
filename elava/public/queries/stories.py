"""What the front door reads, made ready to be shown."""

from django.utils.translation import gettext as _

from elava.foundation import news
from elava.foundation.keyset import Keyset
from elava.journal.models import Thread
from elava.journal.parts import rank_of, word_for
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
    """The line of a thread: each kind once, the cause before what follows, from when to when.

    Where something happened last the line is lit, until the matter has its end.
    """
    of_kind = {}
    for part in parts:
        of_kind.setdefault(part.kind, []).append(part)
    last = parts[-1] if parts else None
    lit = last.kind if last and last.kind not in ENDS and not last.is_end else None
    return [
        {
            "word": word_for(kind) + (f" ({len(found)})" if len(found) > 1 else ""),
            "state": "now" if kind == lit else "done",
            "when": _from_to(found[0].at, found[-1].at),
        }
        for kind, found in sorted(of_kind.items(), key=lambda item: rank_of(item[0]))
    ]


def _from_to(first, last):
    days = short_day(first), short_day(last)
    return days[0] if days[0] == days[1] else " – ".join(days)


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
