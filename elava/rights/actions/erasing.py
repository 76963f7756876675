import json

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.foundation.kinds import model_of
from elava.foundation.privacy import Erase, empty_value, forget, forgetters, privacy_of
from elava.journal.models import Thread, ThreadPart
from elava.network.models import Membership
from elava.network.queries import is_only_coordinator
from elava.people.models import Person
from elava.rights.queries import rows_held
from elava.rights.rules import may_erase


@action
def erase_person(person, *, by):
    """A person is forgotten: their fields are emptied or go, as the privacy register says.

    What stays is a row without a name, so that the journal and decisions keep their order.
    """
    person = Person.objects.locked(person)
    require(may_erase, by, person)
    _refuse_the_last_coordinator(person)
    _end_roles(person)
    _end_sessions(person)
    for forgets in forgetters():
        forgets(person)
    held = list(rows_held(person))
    record("person.erased", person, by=by)
    _rename_threads(dict(held))
    for model, fields in held:
        _empty(model, fields)
    for model, fields in held:
        _delete(model, fields)
    return person


def _refuse_the_last_coordinator(person):
    if is_only_coordinator(person):
        raise NotNow(_("You are the only coordinator. Let somebody else become one first."))


def _end_roles(person):
    running = Membership.objects.on(clock.today()).filter(person=person)
    running.update(until=clock.today())


def _end_sessions(person):
    """Whoever is still signed in somewhere is so no longer, nor in the midst of signing in."""
    if person.account_id is None:
        return
    email = json.dumps(person.account.email)
    for session in Session.objects.order_by("pk").iterator():
        said = session.get_decoded()
        if said.get(SESSION_KEY) == str(person.account_id) or email in json.dumps(said):
            session.delete()


def _empty(model, fields):
    said = privacy_of(model)
    for name, ids in fields.items():
        if said.personal[name].erase == Erase.EMPTY:
            nothing = {name: empty_value(model._meta.get_field(name))}
            model._base_manager.filter(pk__in=ids).update(**nothing)


def _delete(model, fields):
    said = privacy_of(model)
    ids = [ids for name, ids in fields.items() if said.personal[name].erase == Erase.DELETE]
    if ids:
        forget(model._base_manager.filter(pk__in=set().union(*ids)))


def _rename_threads(held):
    """The headline of an idea stands on its thread, too."""
    ideas = held.get(model_of("idea"), {}).get("title", set())
    threads = ThreadPart.objects.filter(kind="idea", object_id__in=ideas).values("thread")
    Thread.objects.filter(pk__in=threads).update(title={})
