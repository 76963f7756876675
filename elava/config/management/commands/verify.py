"""`elava verify`: the chain of every journal."""

from django.core.management.base import BaseCommand, CommandError

from elava.config.backups.verify import chains


class Command(BaseCommand):
    """Says of each programme whether its journal is what it was, and fails where one is not."""

    help = "Check that nobody has altered the journal."

    def handle(self, **options):
        broken = []
        for chain in chains():
            if chain.broken_at is None:
                self.stdout.write(f"{chain.host}: {chain.count} entries, and every one holds.")
            else:
                self.stdout.write(f"{chain.host}: entry {chain.broken_at} has been altered.")
                broken.append(chain.host)
        if broken:
            raise CommandError(f"The journal does not hold in {', '.join(broken)}.")
