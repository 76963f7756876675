"""`elava texts`: collect, check and compile the texts of the interface."""

from django.core.management.base import BaseCommand, CommandError

from elava.config.texts import catalogues
from elava.config.texts.collect import update_all
from elava.config.texts.faults import faults
from elava.config.texts.messages import NotTranslatable


class Command(BaseCommand):
    """Without an option: brings the catalogues in line with the code and lists what is missing."""

    help = "Collect the texts of the interface into elava/*/locale; needs no GNU gettext."
    requires_system_checks = ()

    def add_arguments(self, parser):
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--compile", action="store_true", help="only compile what has changed")
        choice.add_argument("--check", action="store_true", help="only say what is wrong, and fail")

    def handle(self, **options):
        try:
            if options["compile"]:
                self.compile()
            elif options["check"]:
                self.check_texts()
            else:
                self.collect()
        except NotTranslatable as error:
            raise CommandError(str(error)) from error

    def compile(self):
        self.stdout.write(f"Compiled {len(catalogues.compile_all())} catalogues.")

    def check_texts(self):
        found = list(faults())
        for fault in found:
            self.stdout.write(fault)
        if found:
            raise CommandError(f"{len(found)} faults in the catalogues.")
        self.stdout.write("Every text is translated.")

    def collect(self):
        for language, entries in update_all().items():
            missing = [entry for entry in entries if not entry.translated()]
            checked = [entry for entry in entries if "checked:" in entry.tcomment]
            self.stdout.write(
                f"{language}: {len(entries)} texts, {len(missing)} not translated, "
                f"{len(checked)} checked by a native speaker"
            )
            for entry in missing:
                self.stdout.write(f"  {entry.occurrences[0][0]}: {entry.msgid!r}")
        self.compile()
