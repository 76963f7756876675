from elava.foundation.actions import action
from elava.foundation.kinds import kind_of

from .models import Thread, ThreadPart


@action
def open_thread(title, *, by):
    """A new story begins, called by a text in each language; what opens it records why."""
    return Thread.objects.create(title=title)


@action
def name_thread(thread, title, *, by):
    """A story gets another name; the action that names it records why."""
    thread.title = title
    thread.save(update_fields=["title"])


@action
def join_thread(thread, row, *, by):
    """A row becomes part of a story, once."""
    part = ThreadPart(thread=thread, kind=kind_of(row), object_id=row.pk)
    ThreadPart.objects.bulk_create([part], ignore_conflicts=True)


@action
def show_thread(thread, *, by, is_public=True):
    """Everybody may read the story from now on, or no longer."""
    Thread.objects.filter(pk=thread.pk).update(is_public=is_public)
    thread.is_public = is_public
