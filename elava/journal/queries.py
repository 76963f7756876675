from elava.foundation.kinds import kind_of

from .models import Entry


def entries_of(thread):
    """What happened on a thread, the newest last."""
    return Entry.objects.filter(thread=thread).order_by("seq")


def the_story_of(row):
    """What happened to one row, the newest last."""
    return Entry.objects.filter(subject_kind=kind_of(row), subject_id=row.pk).order_by("seq")
