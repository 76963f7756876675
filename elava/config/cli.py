"""The console command `elava`: one list in plain words, and each command where it belongs."""

import os
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[1]

COMMANDS = {
    "serve": "Start the web server and, beside it, the worker.",
    "work": "Start the worker alone: mails, search index, due dates.",
    "demo": "Fill a database with an invented programme; --serve shows it in the browser.",
    "migrate": "Bring the database up to this version.",
    "doctor": "Look at this installation and say what is missing.",
    "create-coordinator": "Make the first person who can open the desk.",
    "import-ideas": "Bring in ideas from a table (CSV), with a trial run and an undo.",
    "reindex": "Build the search index anew.",
    "backup": "Put everything into one folder.",
    "restore": "Build an installation from such a folder.",
    "verify": "Check that nobody has altered the journal.",
    "texts": "Collect, check and compile the texts of the interface.",
}
DJANGO_HAS = {"migrate"}
NEED_TABLES = {"work", "create_coordinator", "import_ideas", "reindex", "backup", "verify"}


def is_there(command):
    """Whether a package of the house (or Django) has this command."""
    file = f"{command.replace('-', '_')}.py"
    return command in DJANGO_HAS or any(HOUSE.glob(f"*/management/commands/{file}"))


def overview():
    """The list that `elava` prints: every command that exists, with one line each."""
    there = {name: words for name, words in COMMANDS.items() if is_there(name)}
    width = max(map(len, there))
    lines = [f"  elava {name:<{width}}  {words}" for name, words in there.items()]
    return "\n".join([*lines, "", "  elava COMMAND --help says more about one of them."])


def main():
    """Run one command; a mistake in the settings or in the name is told in a sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "elava.config.settings")
    command, arguments = (sys.argv[1:2] or ["help"])[0], sys.argv[2:]
    if command in {"help", "--help", "-h"} and not arguments:
        sys.stdout.write(overview() + "\n")
        return
    run(command.replace("-", "_") if command in COMMANDS else command, arguments)


def run(command, arguments):
    """Hand the command to Django."""
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import ManagementUtility, get_commands

    try:
        django.setup()
    except ImproperlyConfigured as error:
        sys.exit(f"elava cannot start: {error}")
    if command not in {*get_commands(), "help", "--version", "version"}:
        sys.exit(f"There is no command “{command}”.\n\n{overview()}")
    if command in NEED_TABLES and not {"-h", "--help"} & set(arguments):
        refuse_without_tables()
    ManagementUtility(["elava", command, *arguments]).execute()


def refuse_without_tables():
    """Before a command that reads or writes rows: say in a sentence that there are none."""
    from django.conf import settings
    from django.db import DatabaseError, connection

    from elava.config.doctor import pending_changes

    where = settings.ELAVA_DATA if connection.vendor == "sqlite" else "DATABASE_URL"
    try:
        lacks = len(pending_changes())
    except DatabaseError as error:
        sys.exit(f"The database in {where} does not answer: {str(error).strip()}")
    if lacks:
        sys.exit(
            f"The database in {where} lacks {lacks} changes. Is it the right place? If so, run "
            "`elava migrate` first; `elava doctor` says more."
        )


if __name__ == "__main__":
    main()
