from django.urls import reverse

from elava.foundation.news import Letter, verb
from elava.people.models import Person


class SignInDoor:
    """The door to sign in, as a row that has an address."""

    def __init__(self, programme):
        """Take the programme at whose host the door is."""
        self.programme = programme

    def get_absolute_url(self):
        """Where the code is asked for."""
        return reverse("sign_in")


def tell_how_to_sign_in(entry):
    """Who is invited hears how to come in, as long as the account is theirs."""
    person = Person.objects.select_related("account").get(pk=entry.subject_id)
    if person.account is not None:
        yield Letter(
            "accounts/invitation",
            to=person,
            about=person,
            opens=SignInDoor(person.programme),
            fields={"email": person.account.email},
        )


verb("person.invited", tells=[tell_how_to_sign_in])
verb("person.named_coordinator", tells=[tell_how_to_sign_in])
verb("account.lent")
