from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django_scopes import scope

from elava.people.models import Person
from elava.programmes.models import Programme


def run(*args):
    out = StringIO()
    with scope(programme=None):
        call_command("create_coordinator", *args, stdout=out)
    return out.getvalue()


def test_the_first_coordinator_is_told_what_to_do_next(programme):
    said = run("aino@example.org", "--name", "Aino", "--host", programme.host)
    assert "http://testserver" in said
    aino = Person.objects.get(called="Aino")
    assert aino.account.email == "aino@example.org"
    assert any(role.place == "coordination" for role in aino.roles)


def test_a_programme_can_be_started_in_the_same_breath():
    run("aino@example.org", "--name", "Aino", "--programme", "Uusi", "--host", "uusi.example.org")
    started = Programme.objects.get(host="uusi.example.org")
    with scope(programme=started):
        assert Person.objects.get().called == "Aino"


@pytest.mark.parametrize(
    "words",
    [["no-address", "--name", "A"], ["a@example.org", "--name", "A"],
     ["a@example.org", "--name", "A", "--programme", "Uusi"]],
)  # fmt: skip
def test_what_is_missing_is_said_in_a_sentence(words):
    with pytest.raises(CommandError):
        run(*words)


def test_the_same_address_twice_is_refused_in_plain_words(programme):
    words = ("aino@example.org", "--name", "Aino", "--host", programme.host)
    run(*words)
    with pytest.raises(CommandError):
        run(*words)
