from allauth.account.models import EmailAddress
from django.utils.translation import gettext as _

from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.foundation.ids import fresh_stamp
from elava.people.models import Account, Person
from elava.people.rules import may_close_account, may_give_account


@action
def give_account(person, *, by, email):
    """A person gets a way to sign in: an account of their own, or the one of this address."""
    require(may_give_account, by, person)
    person, email = Person.objects.locked(person), email.strip().lower()
    if person.account_id:
        raise NotNow(_("%(name)s can sign in already.") % {"name": person.called})
    account, is_new = Account.objects.get_or_create(email=email)
    if is_new:
        EmailAddress.objects.create(user=account, email=email, primary=True, verified=True)
    if Person.objects.filter(account=account).exists():
        raise NotNow(_("Somebody in this programme has this address already."))
    person.account = account
    person.save(update_fields=["account"])
    record("person.got_account", person, by=by)
    return account


@action
def end_sessions(account, *, by):
    """Sign the account out of every browser: asked for, or because its second step changed."""
    account.stamp = fresh_stamp()
    account.save(update_fields=["stamp"])
    record("account.signed_out", account, by=by)


@action
def change_address(email_address, *, by, confirm):
    """The account moves to a confirmed new address; sessions elsewhere end."""
    confirmed = confirm(email_address)
    account = email_address.user
    account.stamp = fresh_stamp()
    account.save(update_fields=["stamp"])
    record("account.moved", account, by=by)
    return confirmed


@action
def close_account(person, *, by):
    """Nobody signs in as this person any more; the account goes, unless another programme uses it.

    All its sessions end.
    """
    require(may_close_account, by, person)
    person = Person.objects.locked(person)
    if person.account_id is None:
        raise NotNow(_("This account is closed already."))
    account, person.account = person.account, None
    account.stamp = fresh_stamp()
    account.save(update_fields=["stamp"])
    person.save(update_fields=["account"])
    record("account.closed", person, by=by)
    Account.forget(Account.objects.filter(pk=account.pk))
    return person
