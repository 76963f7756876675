"""`elava demo`: two invented programmes in the database, dated from today."""

import gc
import hashlib
import json
import shutil
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection  # noqa: TID251  only to build in haste

from elava.demo.build import build_both, catch_up
from elava.demo.tables import make_tables
from elava.foundation import clock
from elava.programmes.models import Programme

HOUSE = Path(__file__).parents[3]


class Command(BaseCommand):
    """Builds the demo where there is none of today; `--serve` then gives way to the web server."""

    help = "Fill the database with two invented programmes; --serve shows them in the browser."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--serve", action="store_true", help="then start the web server")
        parser.add_argument("--anew", action="store_true", help="build it even if it is there")

    def handle(self, *, serve, anew, **options):
        if settings.ELAVA_MODE == "production":
            raise CommandError("This is a real installation: the demo needs ELAVA_MODE=demo.")
        refuse_real_programmes()
        if anew or not is_of_today():
            self.build()
        else:
            self.tell("The demo of today is here already.")
        if serve:
            call_command("serve")

    def build(self):
        """Empty the database, bring it up to this version, and let the two towns happen."""
        if stamp_file().exists():  # then the uploads are those of an older demo
            shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
            stamp_file().unlink()
        self.tell("Making the tables …")
        gc.disable()  # a seventh of the time; what it would free comes to a few dozen megabytes
        prepare_database()
        build_both(clock.today(), self.show_progress)
        self.tell("Making it all findable …")
        catch_up()
        gc.enable()
        stamp_file().write_text(json.dumps(stamp()), "utf-8")
        self.tell("The demo is built.")

    def show_progress(self, town, share):
        """One line for each town on a screen; two in a log."""
        name = town.texts["programme"]["name"]["fi"]
        percent = round(share * 100)
        if sys.stderr.isatty() and percent != getattr(self, "percent_shown", None):
            self.percent_shown = percent
            self.stderr.write(f"\r{name}: {percent} %", ending="\n" if share == 1 else "")
        elif share == 1:
            self.tell(f"{name} has been lived through.")

    def tell(self, words):
        """Progress goes to stderr: stdout belongs to the server's last line."""
        self.stderr.write(words)


def stamp_file():
    """Where we remember which demo stands in the database."""
    return settings.ELAVA_DATA / "demo.json"


def stamp():
    """The day and the version of a demo: what it is made of, and the tables it lies in."""
    made_of = hashlib.sha256()
    files = {*HOUSE.glob("demo/**/*.py"), *HOUSE.glob("demo/texts/*.toml")}
    for file in sorted(files | set(HOUSE.glob("*/migrations/*.py"))):
        made_of.update(file.read_bytes())
    database = connection.settings_dict
    return {
        "day": clock.today().isoformat(),
        "made_of": made_of.hexdigest(),
        "database": f"{database['HOST']}/{database['NAME']}",
    }


def is_of_today():
    """Whether today's demo, of this version, stands in this database."""
    try:
        return json.loads(stamp_file().read_text("utf-8")) == stamp() and has_programmes()
    except (OSError, ValueError):
        return False


def has_programmes(**which):
    """Whether there is any such programme; False where there are no tables yet."""
    try:
        return Programme.objects.filter(**which).exists()
    except DatabaseError:
        return False


def refuse_real_programmes():
    """A database in which somebody works is never touched."""
    if has_programmes(is_example=False):
        raise CommandError(
            "This database holds a programme that is not an example. "
            "Set ELAVA_DATA or DATABASE_URL to another place for the demo."
        )


def prepare_database():
    """Empty tables: in a new file, or, on a server, those of ours that are there.

    A power cut during the building loses only an unfinished demo, which is built anew.
    """
    if connection.vendor == "sqlite":
        connection.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{connection.settings_dict['NAME']}{ending}").unlink(missing_ok=True)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
        make_tables()
    else:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("flush", verbosity=0, interactive=False)
