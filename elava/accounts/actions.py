from django.utils.text import slugify
from django.utils.translation import gettext as _

from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.ideas.actions import take_names_off
from elava.network.actions import form_body, start_membership
from elava.network.models import Body
from elava.network.queries import is_only_coordinator
from elava.people.actions import add_person, close_account, confirm_age, give_account
from elava.people.models import Account, Person
from elava.rights.actions import ask_for, erase_person
from elava.rights.models import DataRequest
from elava.rights.queries import has_seat

from .rules import may_invite, may_open_coordination


@action
def invite_person(*, by, called, email, language=""):
    """Somebody gets a place in the programme, an account, and a mail that says how to sign in.

    The mail carries no secret: the code that opens comes when it is asked for.
    """
    require(may_invite, by)
    person = add_person(called=called, by=by, source="invited", language=language)
    give_account(person, by=by, email=email)
    record("person.invited", person, by=by)
    return Person.objects.get(pk=person.pk)


@action
def open_coordination(*, by, called, email):
    """The first coordinator of a programme, named by whoever runs the installation."""
    require(may_open_coordination, by)
    person = add_person(called=called, by=by, source="installation")
    body = Body.objects.filter(kind=Body.Kind.COORDINATION).order_by("pk").first() or form_body(
        by=by, kind=Body.Kind.COORDINATION, slug="coordination", name={"fi": "Hanketiimi",
        "sv": "Projektteam", "en": "Coordination team"},
    )  # fmt: skip
    start_membership(person, by=by, source="installation", body=body)
    give_account(person, by=by, email=email)
    record("person.named_coordinator", person, by=by)
    return Person.objects.get(pk=person.pk)


@action
def lend_account(person, *, by):
    """An account for somebody of the demonstration, at an address that no mail can reach."""
    if person.age_confirmed_on is None:
        person = confirm_age(person, by=person, is_minor=False)
    if person.account_id:
        return person.account
    name = slugify(person.called).replace("-", ".") or "someone"
    if Account.objects.filter(email=f"{name}@example.org").exists():
        name = f"{name}.{person.pk.hex[-6:]}"
    account = give_account(person, by=by, email=f"{name}@example.org")
    record("account.lent", person, by=by)
    return account


@action
def say_own_age(person, *, by, is_minor):
    """Somebody who signs in says that they are 13 or older; under 18 their names are taken off."""
    person = confirm_age(person, by=by, is_minor=is_minor)
    if is_minor:
        take_names_off(person, by=by)
    return person


@action
def leave_account(person, *, by):
    """A person closes their account, unless nobody else leads the programme."""
    if is_only_coordinator(person):
        raise NotNow(_("You are the only coordinator. Let somebody else become one first."))
    return close_account(person, by=by)


@action
def leave_too_young(person, *, by):
    """Somebody under 13 goes and is forgotten: at once, or by the desk where they sit in a body."""
    if not has_seat(person):
        return erase_person(person, by=by)
    erase, own_page = DataRequest.Kind.ERASE, DataRequest.Channel.OWN_PAGE
    ask_for(person, by=person, kind=erase, channel=own_page)
    return leave_account(person, by=by)
