"""`elava create-coordinator`: the first person who can open the desk."""

from django.core.management.base import BaseCommand, CommandError
from django.core.validators import ValidationError, validate_email
from django_scopes import scope

from elava.accounts.actions import open_coordination
from elava.accounts.queries import programme_called, programmes_by_host
from elava.foundation.addresses import address_of_page
from elava.foundation.errors import NotNow
from elava.people.models import OPERATOR
from elava.programmes.actions import create_programme

FOUR = [("fi", ""), ("sv", "sv"), ("en", "en"), ("fi-selko", "selko")]


class Command(BaseCommand):
    """Make the first person who can open the desk."""

    help = "Make the first person who can open the desk."

    def add_arguments(self, parser):
        """The person, and the programme where there are several or none."""
        parser.add_argument("email", help="the address to which the codes for signing in go")
        parser.add_argument("--name", required=True, help="what the person is called")
        parser.add_argument("--host", default="", help="the programme's host name")
        parser.add_argument("--programme", default="", help="name of a programme to be started")

    def handle(self, *args, **options):
        """Do it, and say what to do next."""
        email = options["email"].strip().lower()
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError(f"{email} is not an e-mail address.") from None
        programme = self._programme(options["host"], options["programme"])
        with scope(programme=programme):
            try:
                open_coordination(called=options["name"], email=email, by=OPERATOR)
            except NotNow as no:
                raise CommandError(str(no)) from None
        self._say_what_next(programme, options["name"], email)

    def _programme(self, host, name):
        if name:
            if not host:
                raise CommandError(
                    "A new programme needs a host name too: --host elava.example.org"
                )
            languages = [{"code": code, "prefix": prefix} for code, prefix in FOUR]
            return create_programme(by=OPERATOR, host=host, name={"fi": name}, languages=languages)
        found = programme_called(host)
        if found is None:
            hosts = ", ".join(programmes_by_host()) or "none yet"
            raise CommandError(
                f"Which programme? Say --host HOST (there are: {hosts}), or start one with "
                "--programme “Name” --host HOST."
            )
        return found

    def _say_what_next(self, programme, name, email):
        door = address_of_page(programme, "sign_in")
        self.stdout.write(
            f"{name} can now open the desk of {programme}.\n"
            f"1. Start the server: elava serve\n"
            f"2. Open {door} and write {email}; a code comes by mail.\n"
            f"3. Set up the second step with an app on your phone; keep the recovery codes.\n"
            f"4. Then invite the others from the desk: they need no command line."
        )
