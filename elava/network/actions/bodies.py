from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.foundation.kinds import kind_of
from elava.network.models import Body, PurseMovement
from elava.network.queries import purse_of
from elava.network.rules import may_move_purse, may_promise_money, may_shape_network, may_tell_money


@action
def form_body(*, by, **facts):
    """A body is formed, with its rules and its mandate."""
    require(may_shape_network, by)
    body = Body.objects.create(**facts)
    record("body.formed", body, by=by)
    return body


@action
def change_body(body, *, by, **facts):
    """A body is described anew; a change of its rules or mandate makes a new rule version."""
    body = Body.objects.locked(body)
    require(may_shape_network, by, body)
    changed = [name for name, value in facts.items() if getattr(body, name) != value]
    ruled = {name: _plain(getattr(body, name)) for name in changed if name in Body.RULES}
    for name in changed:
        setattr(body, name, facts[name])
    if ruled:
        body.rule_version += 1
    body.save(update_fields=[*changed, "rule_version"])
    record("body.changed", body, by=by, changed=changed, before=ruled, version=body.rule_version)
    return body


def _plain(value):
    return value if value is None or isinstance(value, bool | int) else str(value.pk)


@action
def move_purse(
    body, *, by, kind, cents, what_for, source, on=None, subject=None, is_told=True
):  # fmt: skip
    """Money moves in a body's purse; cents, signed as the kind says.

    The coordinator grants; whoever leads the body promises and releases. No more is promised than
    is left. `subject` is what a promise is for: a second
    promise for the same subject is refused by the database. `is_told=False` keeps it from the
    public until `tell_movements`.
    """
    body = Body.objects.locked(body)
    is_grant = kind == PurseMovement.Kind.GRANTED
    require(may_move_purse if is_grant else may_promise_money, by, body)
    movement = PurseMovement(
        body=body,
        kind=kind,
        cents=cents,
        what_for=what_for,
        source=source,
        on=on or clock.today(),
        subject_kind=kind_of(subject) if subject else "",
        subject_id=subject.pk if subject else None,
        is_told=is_told,
    )
    left = purse_of(body).left + cents
    if cents < 0 and left < 0:
        raise NotNow(_("The purse does not hold that much. Promise less, or add a grant first."))
    movement.save()
    record("purse.moved", movement, by=by, kind=kind, cents=cents)
    return movement


@action
def tell_movements(subject, *, by):
    """What was kept back about a subject may be read by everybody from now on."""
    kept = PurseMovement.objects.filter(
        subject_kind=kind_of(subject), subject_id=subject.pk, is_told=False
    )
    for movement in kept.select_related("body").order_by("pk"):
        require(may_tell_money, by, movement.body)
        movement.is_told = True
        movement.save(update_fields=["is_told"])
        record("purse.told", movement, by=by)
