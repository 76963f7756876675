"""Eight at once in the network: a role that overlaps, and the last money of a purse."""

import secrets
from datetime import timedelta


def a_body_with_money():
    """A new body with a thousand euros, and the first person of its network: two ids."""
    from elava.network.actions import form_body, move_purse
    from elava.people.actions import add_person
    from elava.people.models import OPERATOR

    slug = secrets.token_hex(8)
    body = form_body(by=OPERATOR, kind="support", slug=slug, name={"fi": slug})
    move_purse(body, by=OPERATOR, kind="granted", cents=100_000, what_for="Raha", source="Koe")
    return f"{body.pk} {add_person(called='Koe', by=OPERATOR, source='trial').pk}"


def take_a_role_that_overlaps(number, body, person):
    """Eight days to begin with, and all of them share the day of today."""
    from elava.foundation import clock
    from elava.network.actions import start_membership
    from elava.network.models import Body
    from elava.people.models import OPERATOR, Person

    today = clock.today()
    return bool(
        start_membership(
            Person.objects.get(pk=person), by=OPERATOR, source="trial",
            body=Body.objects.get(pk=body), since=today - timedelta(number), until=today,
        )
    )  # fmt: skip


def promise_most_of_the_money(number, body):
    """Six hundred of a thousand euros: only one such promise can be kept."""
    from elava.network.actions import move_purse
    from elava.network.models import Body
    from elava.people.models import OPERATOR

    return bool(
        move_purse(
            Body.objects.get(pk=body), by=OPERATOR, kind="promised", cents=-60_000,
            what_for=f"Koe {number}", source="Koe",
        )
    )  # fmt: skip
