import pytest
from django.urls import reverse
from django_scopes import scope

from elava.network.actions import start_membership
from elava.people.models import OPERATOR, Person
from tests.given.accounts import send
from tests.given.people import a_body, a_person

LOCAL = "other.localhost"


@pytest.fixture
def at_home(client, settings, other_programme):
    """A browser on the machine itself, in a demonstration with people in every role."""
    settings.ELAVA_MODE, settings.ELAVA_DEMO = "demo", True
    client.defaults["HTTP_HOST"] = LOCAL
    with scope(programme=other_programme):
        for called, role in (("Tuula", "chair"), ("Sari", "secretary"), ("Jari", "member")):
            start_membership(a_person(called), by=OPERATOR, source="test", body=a_body("support"),
                             role=role)  # fmt: skip
        start_membership(a_person("Helvi"), by=OPERATOR, source="test", body=a_body("support"),
                         role="helper")  # fmt: skip
        yield client


@pytest.mark.parametrize(
    ("role", "called"),
    [("coordinator", "Olga"), ("chair", "Tuula"), ("secretary", "Sari"), ("member", "Jari"),
     ("helper", "Helvi")],
)  # fmt: skip
def test_one_click_makes_somebody_of_a_newcomer(at_home, role, called):
    page = at_home.get(reverse("step_in")).content.decode()
    assert called in page
    answer = send(at_home, reverse("step_in"), role=role)
    assert answer.status_code == 302
    assert at_home.get(answer.url).status_code == 200
    assert f"{called}: " in at_home.get(reverse("step_in")).content.decode()


def test_the_coordinator_lands_at_the_desk_and_becomes_a_resident_again(at_home):
    assert send(at_home, reverse("step_in"), role="coordinator").url == reverse("desk")
    assert at_home.get(reverse("desk")).status_code == 200
    assert send(at_home, reverse("step_in"), role="resident").url == reverse("home")
    assert at_home.get(reverse("desk")).status_code == 403


def test_every_page_of_the_demonstration_has_the_link(at_home):
    assert reverse("step_in") in at_home.get("/").content.decode()


def test_nobody_can_become_what_nobody_is(at_home):
    assert send(at_home, reverse("step_in"), role="mayor").status_code == 404


@pytest.mark.parametrize(
    ("mode", "extra"),
    [
        ("production", {}),
        ("test", {}),
        ("demo", {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}),
        ("demo", {"HTTP_X_FORWARDED_HOST": "localhost"}),
        ("demo", {"HTTP_FORWARDED": "for=127.0.0.1"}),
        ("demo", {"HTTP_VIA": "1.1 proxy"}),
        ("demo", {"REMOTE_ADDR": "192.0.2.1"}),
        ("demo", {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "127.0.0.1"}),
        ("demo", {"REMOTE_ADDR": "nonsense"}),
        ("demo", {"HTTP_HOST": "testserver"}),
    ],
)
def test_nobody_steps_in_from_elsewhere(at_home, settings, mode, extra):
    settings.ELAVA_MODE = mode
    persons_before = Person.objects.exclude(account=None).count()
    assert at_home.get(reverse("step_in"), **extra).status_code == 404
    fields = {"once_key": "k" * 20, "role": "coordinator"}
    assert at_home.post(reverse("step_in"), fields, **extra).status_code == 404
    assert "_auth_user_id" not in at_home.session
    assert Person.objects.exclude(account=None).count() == persons_before


def test_the_mailed_code_is_on_the_page_only_there(at_home, settings, mailoutbox):
    from tests.given.accounts import an_account, code_in

    with scope(programme=Person.objects.first().programme):
        account = an_account(a_person())
    send(at_home, reverse("sign_in"), email=account.email)
    code, url = code_in(mailoutbox[0]), reverse("account_confirm_login_code")
    assert code in at_home.get(url).content.decode()
    assert code not in at_home.get(url, REMOTE_ADDR="192.0.2.1").content.decode()
    settings.ELAVA_MODE = "production"
    assert code not in at_home.get(url).content.decode()
