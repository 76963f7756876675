from django.db.models import Q

from elava.foundation.kinds import kind_of

from .models import Entry, ThreadPart


def entries_of(thread):
    """What happened on a thread and to the decisions that stand on it, the newest last."""
    decisions = ThreadPart.objects.filter(thread=thread, kind="decision").values("object_id")
    its_own = Q(thread=thread) | Q(subject_kind="decision", subject_id__in=decisions)
    return Entry.objects.filter(its_own).order_by("seq")


def the_story_of(row):
    """What happened to one row, the newest last."""
    return Entry.objects.filter(subject_kind=kind_of(row), subject_id=row.pk).order_by("seq")
