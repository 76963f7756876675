from elava.network.actions import form_body, start_membership
from elava.network.models import Body
from elava.people.actions import add_person
from elava.people.models import OPERATOR


def a_person(called="Aino", *, in_support_group=False):
    """Somebody in the programme."""
    person = add_person(called=called, by=OPERATOR, source="test")
    if in_support_group:
        start_membership(person, by=OPERATOR, source="test", body=a_body(Body.Kind.SUPPORT))
    return person


def a_coordinator(called="Kaisa"):
    """Somebody who works in the coordination team."""
    person = a_person(called)
    start_membership(person, by=OPERATOR, source="test", body=a_body(Body.Kind.COORDINATION))
    return person


def a_helper(called="Helka"):
    """Somebody who writes down what others say."""
    helper = a_person(called)
    body = a_body(Body.Kind.SUPPORT)
    start_membership(helper, by=OPERATOR, source="test", body=body, role="helper")
    return helper


def a_body(kind):
    """The programme's body of a kind."""
    found = Body.objects.filter(kind=kind).order_by("pk").first()
    return found or form_body(by=OPERATOR, kind=kind, slug=kind, name={"fi": str(kind)})
