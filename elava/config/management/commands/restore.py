"""`elava restore FOLDER`: an installation from a backup."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from elava.config.backups.erasures import erase_again
from elava.config.backups.manifest import key_print
from elava.config.backups.restore import NotRestored, restore_backup


class Command(BaseCommand):
    """Fills an empty installation; on any database, whichever the backup came from."""

    help = "Build an installation from a folder that elava backup has made."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument("--erasures", type=Path, help="the newest list of who was erased")

    def handle(self, *, folder, erasures, **options):
        try:
            told = restore_backup(folder, say=self.stdout.write)
        except NotRestored as error:
            raise CommandError(str(error)) from error
        rows = sum(table["rows"] for table in told["tables"].values())
        self.stdout.write(f"{rows} rows and {len(told['uploads'])} files are back.")
        if erasures:
            self.stdout.write(f"{erase_again(erasures)} people erased since are erased again.")
        if told["key"] != key_print():
            self.stdout.write(
                "SECRET_KEY is another one than before: put the old one into SECRET_KEY_FALLBACKS."
            )
