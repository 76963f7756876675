from django.db.models import Count

from elava.foundation import news
from elava.foundation.keyset import Keyset
from elava.foundation.kinds import model_of
from elava.ui.dates import moment

from .models import Message

PAGE = 30


def messages_in(state, person, after=""):
    """A page of the messages in a state, the newest first, each with its names."""
    found = Message.objects.seen_by(person).filter(state=state).select_related("entry")
    page = Keyset(found.order_by("-pk"), size=PAGE, after=after)
    with_names(page.rows)
    return page


def messages_to_carry(person, limit=50):
    """What somebody at the desk reads aloud, phones, posts or types, the longest waiting first."""
    found = Message.objects.seen_by(person).filter(state=Message.State.BY_HAND)
    found = found.select_related("entry")
    return with_names(list(found.order_by("next_try_at", "pk")[:limit]))


def how_many_messages(person):
    """State → number of messages."""
    counts = Message.objects.seen_by(person).values("state").order_by("state")
    return dict(counts.annotate(count=Count("pk")).values_list("state", "count"))


def with_names(messages):
    """The messages with what their rows show: to whom, about what, when; one query a kind."""
    rows = _rows(messages)
    for message in messages:
        message.to_shown = _called(rows.get((message.to_kind, message.to_id)))
        message.about_shown = _called(rows.get((message.about_kind, message.about_id)))
        message.said_shown = message.subject or str(news.get(message.entry.verb).says or "")
        message.when_shown = moment(message.done_at or message.next_try_at)
        message.way_shown = message.get_way_display()
    return messages


def _rows(messages):
    wanted = {}
    for message in messages:
        wanted.setdefault(message.to_kind, set()).add(message.to_id)
        wanted.setdefault(message.about_kind, set()).add(message.about_id)
    return {
        (kind, row.pk): row
        for kind, ids in wanted.items()
        for row in model_of(kind)._default_manager.filter(pk__in=ids).order_by("pk")
    }


def _called(row):
    """A recipient by number or name, anything else by its title; "" where it is gone."""
    return getattr(row, "number_shown", "") or ("" if row is None else str(row))
