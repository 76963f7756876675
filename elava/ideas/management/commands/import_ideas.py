"""`elava import-ideas`: bring in ideas from a table, with a trial run, a report and an undo."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django_scopes import scope

from elava.foundation.errors import NotAllowed, NotNow
from elava.foundation.ids import read_id
from elava.ideas.actions import begin_import, import_rows, show_import, undo_import
from elava.ideas.management.report import counts, problems
from elava.ideas.management.table import HEADINGS, UnreadableTable, read_table
from elava.ideas.management.words import WITHDRAWN, meanings, reasons_for, rows_for
from elava.ideas.models import Answer, IdeaImport
from elava.people.models import Person
from elava.programmes.models import Programme

AT_ONCE = 50


class Command(BaseCommand):
    """Everything is read and judged first; only then is anything written.

    The command line speaks English; what is said of the rows speaks the programme's first language.
    """

    help = "Bring in ideas from a table (CSV), with a trial run and an undo."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="the table, as CSV")
        parser.add_argument("--programme", help="the programme's host, where there are several")
        parser.add_argument("--by", metavar="EMAIL", help="the coordinator who does it")
        parser.add_argument("--source", default="", help="where the ideas were given")
        parser.add_argument("--language", default="", help="of rows that do not say it")
        parser.add_argument("--column", action="append", default=[], metavar="NAME=HEADING",
                            help=f"which column holds what: {', '.join(HEADINGS)}")  # fmt: skip
        outcomes = ", ".join([*Answer.Outcome.values, WITHDRAWN])
        parser.add_argument("--state", action="append", default=[], metavar="WORD=OUTCOME",
                            help=f"what a word of the state column means: {outcomes}")  # fmt: skip
        parser.add_argument("--dry-run", action="store_true", help="judge the table, write nothing")
        parser.add_argument("--report", type=Path, help="write the row-by-row report to this file")
        parser.add_argument("--show", metavar="IMPORT", help="let everybody read an import")
        parser.add_argument("--undo", metavar="IMPORT", help="take an import out again")

    def handle(self, *, programme, **options):
        try:
            programme = self.programme(programme)
            with scope(programme=programme), translation.override("en"):
                self.in_programme(programme, **options)
        except (UnreadableTable, NotAllowed, NotNow) as trouble:
            raise CommandError(str(trouble)) from trouble

    def in_programme(self, programme, *, by, undo, show, dry_run, **options):
        """Show or undo an import, or read a table and bring it in."""
        coordinator = self.coordinator(by) if not dry_run else None
        if undo or show:
            return self.change(undo or show, coordinator, is_undo=bool(undo))
        if not options["file"] or not options["source"]:
            raise CommandError("Say which file, and with --source where the ideas were given.")
        with translation.override(programme.first_language):
            table = read_table(options["file"], _pairs(options["column"]))
            words = meanings(table, _pairs(options["state"]))
            self.tell_about(table, words, options["report"])
        if dry_run:
            return self.stdout.write("This was a trial run: nothing has been written.")
        language = options["language"] or programme.first_language
        rows = rows_for(table, words, language)
        batch = begin_import(options["source"], by=coordinator, file_hash=table.file_hash)
        with translation.override(programme.first_language):
            self.write(batch, rows, coordinator)
        return self.say_how_to_go_on(programme, batch, len(rows))

    def write(self, batch, rows, coordinator):
        """Bring the usable rows in, some at once."""
        for start in range(0, len(rows), AT_ONCE):
            some = rows[start : start + AT_ONCE]
            import_rows(batch, some, by=coordinator, reasons=reasons_for(batch.source))
            self.progress(start + len(some), len(rows))

    def say_how_to_go_on(self, programme, batch, count):
        """The two commands with which an import is shown, or taken out again."""
        which = f" --programme {programme.host}" if Programme.objects.count() > 1 else ""
        self.stdout.write(
            f"{count} ideas are in, hidden so far. Import: {batch.pk}\n"
            f"Read some of them, then:  elava import-ideas --show {batch.pk} --by EMAIL{which}\n"
            f"To take them out again:   elava import-ideas --undo {batch.pk} --by EMAIL{which}"
        )

    def change(self, number, coordinator, *, is_undo):
        """Show or undo an earlier import."""
        batch = IdeaImport.objects.filter(pk=read_id(number)).first()
        if batch is None:
            raise CommandError("There is no import with this number.")
        if is_undo:
            gone, stays = undo_import(batch, by=coordinator)
            said = f"{gone} ideas were taken out. {stays} stay: people have acted on them."
            return self.stdout.write(said)
        count = show_import(batch, by=coordinator)
        return self.stdout.write(f"Everybody can now read {count} ideas.")

    def tell_about(self, table, words, report):
        """What was read, and row by row what is odd."""
        for line in counts(table, words):
            self.stdout.write(line)
        lines = problems(table)
        if report:
            try:
                report.write_text("\n".join(lines) + "\n", encoding="utf-8")
            except OSError as error:
                raise CommandError(f"{report} cannot be written: {error.strerror}.") from error
        else:
            for line in lines:
                self.stdout.write(line)

    def progress(self, done, total):
        """A line that moves, on a terminal; nothing in a log."""
        if sys.stderr.isatty():
            self.stderr.write(f"\r  {done} / {total}", ending="\n" if done == total else "")

    def programme(self, host):
        """The programme of a host, or the only one there is."""
        found = Programme.objects.filter(host=host) if host else Programme.objects.all()
        if found.count() != 1:
            hosts = ", ".join(Programme.objects.order_by("host").values_list("host", flat=True))
            raise CommandError(f"Say which programme: --programme HOST. There are: {hosts}")
        return found.get()

    def coordinator(self, email):
        """The person of the programme who signs in with this address."""
        found = Person.objects.filter(account__email=email or "").first()
        if found is None:
            raise CommandError("Say with --by EMAIL who does it: a coordinator's address.")
        return found


def _pairs(given):
    """["a=b"] as {"a": "b"}."""
    for pair in given:
        if "=" not in pair:
            raise CommandError(f"Write it as NAME=VALUE: {pair}")
    return dict(pair.split("=", 1) for pair in given)
