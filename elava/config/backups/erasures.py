"""Who was erased since a backup is erased again when it is restored.

The worker keeps a list of ids beside the database. It holds nothing else, so it can be copied to
another machine every hour; a backup cannot know what happened after it.
"""

import json
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string
from django_scopes import scope

from elava.journal.models import Entry
from elava.people.models import OPERATOR, Person
from elava.programmes.models import Programme

VERB = "person.erased"
NAME = "erasures.jsonl"


def keep_list(entries):
    """The reader: each erasure becomes a line; a line twice does no harm."""
    lines = [
        json.dumps({"host": entry.programme.host, "person": str(entry.subject_id)}) + "\n"
        for entry in entries
        if entry.verb == VERB
    ]
    if lines:
        with (Path(settings.ELAVA_DATA) / NAME).open("a", encoding="utf-8") as stream:
            stream.writelines(lines)


def erase_again(file):
    """Erase whoever is on the list and still here; how many that were."""
    file, count = Path(file), 0
    for line in dict.fromkeys(file.read_text("utf-8").splitlines()):
        said = json.loads(line)
        programme = Programme.objects.filter(host=said["host"]).first()
        if programme is not None:
            with scope(programme=programme):
                count += _erase(said["person"])
    return count


def _erase(pk):
    person = Person.objects.filter(pk=pk).first()
    if person is None or Entry.objects.filter(verb=VERB, subject_id=pk).exists():
        return 0
    import_string("elava.rights.actions.erase_person")(person, by=OPERATOR)
    return 1
