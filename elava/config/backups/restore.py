"""An installation from a backup: empty before, the same as the old one after, or untouched."""

import shutil
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.color import no_style
from django.db import connection, transaction
from django_scopes import scopes_disabled

from elava.foundation.actions import permitted_to_write
from elava.people.models import Account
from elava.programmes.models import Programme

from . import manifest
from .rows import CHUNK, models_kept, row_from, structure
from .verify import broken_chains


class NotRestored(Exception):
    """Why nothing was restored, in plain words."""


def restore_backup(folder, say=lambda words: None):
    """Fill this empty installation from a folder; the manifest, once everything in it holds."""
    folder = Path(folder)
    told = _examined(folder)
    call_command("migrate", verbosity=0)
    _ensure_empty()
    with transaction.atomic(), permitted_to_write("restore"), scopes_disabled():
        for model in models_kept():
            count = _load(folder, model)
            if count:
                say(f"{count:>9} rows  {model._meta.label}")
        _compare(told)
    _set_counters()
    home = folder / "uploads"
    if home.is_dir():
        shutil.copytree(home, settings.MEDIA_ROOT, dirs_exist_ok=True)
    if "reindex" in get_commands():
        call_command("reindex", verbosity=0)
    return told


def _examined(folder):
    try:
        told = manifest.read(folder)
    except ValueError as error:
        raise NotRestored(str(error)) from error
    faults = list(manifest.faults(folder, told))
    if faults:
        raise NotRestored("This backup is damaged: " + " ".join(faults[:5]))
    if told["structure"] != structure():
        raise NotRestored(
            f"This backup was made by Elävä {told['elava']}, whose tables differ from ours. "
            "Install that version, restore, then upgrade."
        )
    return told


def _ensure_empty():
    if Programme.objects.exists() or Account.objects.exists():
        raise NotRestored(
            "This installation is not empty. Set ELAVA_DATA or DATABASE_URL to a new place."
        )


def _load(folder, model):
    count = 0
    with (folder / "rows" / f"{model._meta.label_lower}.jsonl").open(encoding="utf-8") as stream:
        while lines := list(islice(stream, CHUNK)):
            model._base_manager.bulk_create([row_from(model, line) for line in lines])
            count += len(lines)
    return count


def _compare(told):
    """Counts, heads and chains are those of the old installation, or nothing is kept."""
    for model in models_kept():
        said = told["tables"][f"rows/{model._meta.label_lower}.jsonl"]["rows"]
        if model._base_manager.count() != said:
            raise NotRestored(f"{model._meta.label} has another number of rows than it had.")
    if manifest.heads() != told["heads"]:
        raise NotRestored("The journal ends elsewhere than it did.")
    if broken := broken_chains():
        raise NotRestored("The journal does not hold: " + ", ".join(broken))


def _set_counters():
    """PostgreSQL counts rows apart from the table; let it go on after the last one."""
    with connection.cursor() as cursor:
        for line in connection.ops.sequence_reset_sql(no_style(), models_kept()):
            cursor.execute(line)
