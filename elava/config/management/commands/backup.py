"""`elava backup FOLDER`: everything in one folder."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from elava.config.backups.make import make_backup


class Command(BaseCommand):
    """Copies the database at one moment and every uploaded file, while everybody goes on."""

    help = "Put everything into one new folder; elava restore builds an installation from it."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="a folder that is not there yet")

    def handle(self, *, folder, **options):
        if folder.exists():
            raise CommandError(f"{folder} is there already. Name a new folder.")
        told = make_backup(folder, say=self.stdout.write)
        rows = sum(table["rows"] for table in told["tables"].values())
        self.stdout.write(f"{rows} rows and {len(told['uploads'])} files are in {folder}.")
        self.stdout.write("Keep SECRET_KEY beside it, but not in it: it opens what is sealed.")
