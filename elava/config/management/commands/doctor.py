"""`elava doctor`: what this installation has, lacks, and could gain."""

from django.core.management.base import BaseCommand, CommandError

from elava.config.doctor import BAD, EXAMINATIONS, GOOD, HINT

MARKS = {GOOD: "  good     ", HINT: "  could be ", BAD: "  REPAIR   "}


class Command(BaseCommand):
    """Prints one plain sentence per finding, and fails when something must be repaired."""

    help = "Look at this installation and say in plain sentences what is missing."
    requires_system_checks = ()

    def handle(self, **options):
        findings = [finding for examine in EXAMINATIONS for finding in examine()]
        for finding in findings:
            self.stdout.write(MARKS[finding.kind] + finding.sentence)
        to_repair = sum(finding.kind == BAD for finding in findings)
        if to_repair:
            raise CommandError(f"To repair: {to_repair}.")
        self.stdout.write("Nothing needs repair.")
