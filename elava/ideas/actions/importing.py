"""Ideas that were given elsewhere come in as a table, and can be taken out again."""

from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ideas.models import Answer, Idea, IdeaImport, Intake
from elava.ideas.queries import acted_upon, ideas_of_import, ideas_to_show
from elava.ideas.rules import may_import
from elava.journal.actions import name_thread, show_thread
from elava.people.actions import take_back_receipt

from .answering import answer_ideas
from .giving import give_idea, withdraw_idea
from .screening import open_idea

WITHDRAWN = "withdrawn"


@action
def begin_import(source, *, by, file_hash):
    """A table from another service is brought in under the name of its source."""
    require(may_import, by)
    if IdeaImport.objects.filter(file_hash=file_hash, undone_on=None).exists():
        raise NotNow(_("This file has already been brought in. Undo that import first."))
    batch = IdeaImport.objects.create(source=source, file_hash=file_hash, by=by)
    record("import.begun", batch, by=by)
    return batch


@action
def import_rows(batch, rows, *, by, reasons):
    """Some rows (dicts of key, title, text, area, language, outcome, on) become ideas of a batch.

    What was decided where they come from, `on` that day if it is known, stands as an answer given
    elsewhere: `reasons` maps each outcome to its texts. The outcome "withdrawn" withdraws, ""
    leaves the idea waiting. Whatever comes in by a table stays hidden until `show_import`.
    """
    require(may_import, by)
    decided = {}
    for row in rows:
        idea = give_idea(
            row["text"], by=by, door=Intake.Door.IMPORT, title=row["title"], area=row["area"],
            visibility=Idea.Visibility.WITHOUT_NAME, language=row["language"], batch=batch,
            external_key=f"{batch.pk.hex}:{row['key']}",
        )  # fmt: skip
        idea = open_idea(idea, by=by)
        show_thread(idea.thread, by=by, is_public=False)
        decided.setdefault((row["outcome"], row["on"]), []).append(idea)
    Idea.objects.filter(pk__in=[idea.pk for some in decided.values() for idea in some]).update(
        is_hidden=True
    )
    for (outcome, day), ideas in decided.items():
        if outcome == WITHDRAWN:
            for idea in ideas:
                withdraw_idea(idea, by=by)
        elif outcome:
            answer_ideas(ideas, by=by, outcome=outcome, reason=reasons[outcome], undo_minutes=0,
                         source=batch.source, sourced_on=day)  # fmt: skip
    record("import.read", batch, by=by, rows=len(rows))


@action
def show_import(batch, *, by):
    """Everybody may read the ideas of the batch from now on, once; returns how many.

    What somebody has hidden with a reason in the meantime stays hidden.
    """
    batch = IdeaImport.objects.locked(batch)
    require(may_import, by)
    if batch.undone_on:
        raise NotNow(_("This import has already been undone."))
    if batch.shown_on:
        raise NotNow(_("These ideas are shown already."))
    batch.shown_on = clock.today()
    batch.save(update_fields=["shown_on"])
    count = 0
    for idea in ideas_to_show(batch):
        idea.is_hidden = False
        idea.save(update_fields=["is_hidden"])
        show_thread(idea.thread, by=by)
        record("idea.opened", idea, by=by)
        count += 1
    record("import.shown", batch, by=by, rows=count)
    return count


@action
def undo_import(batch, *, by):
    """Take the ideas of a batch out again; those on which people have acted since then stay.

    Returns how many were taken out and how many stay.
    """
    batch = IdeaImport.objects.locked(batch)
    require(may_import, by)
    if batch.undone_on:
        raise NotNow(_("This import has already been undone."))
    ideas = ideas_of_import(batch)
    stays = set(acted_upon(ideas).values_list("pk", flat=True))
    gone = [idea for idea in ideas if idea.pk not in stays]
    for idea in gone:
        _take_out(idea, by)
    Answer.objects.filter(source=batch.source, ideas=None).delete()
    batch.undone_on = clock.today()
    batch.save(update_fields=["undone_on"])
    record("import.undone", batch, by=by, rows=len(gone))
    return len(gone), len(stays)


def _take_out(idea, by):
    show_thread(idea.thread, by=by, is_public=False)
    name_thread(idea.thread, "", by=by)
    record("idea.taken_out", idea, by=by)
    # The note keeps pointing at the idea by its id, which Django forgets when it deletes.
    Idea.objects.filter(pk=idea.pk).delete()
    Intake.objects.filter(pk=idea.intake_id).delete()
    take_back_receipt(idea.receipt, by=by)
