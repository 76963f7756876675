"""`elava work`: the worker of an installation."""

from django.core.management.base import BaseCommand

from elava.notices.worker import Worker


class Command(BaseCommand):
    """Runs until told to stop, or with --once until nothing is left to do."""

    help = "Read the journal, send what waits, and do what a date brings."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")

    def handle(self, *, once, **options):
        worker = Worker()
        if once:
            worker.drain()
        else:
            worker.keep_on()
