import pytest
from django.urls import reverse

from elava.foundation.once import fresh_key
from elava.people.models import Consent, ContactWay, Person, Receipt
from elava.people.queries import reply_route_of
from elava.rights.actions import ask_for
from elava.rights.models import DataRequest
from tests.given.accounts import signed_in
from tests.given.ideas import an_idea
from tests.given.people import a_coordinator, a_person
from tests.given.rights import a_full_life


def entered(client, person):
    """The person is signed in, with both steps."""
    signed_in(client, person)
    return person


def post(client, name, *args, **fields):
    return client.post(reverse(name, args=args), {"once_key": fresh_key(), **fields})


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("aino@example.org", "email"),
        ("040 123 4567", "sms"),
        ("015 123 456", "phone"),
    ],
)
def test_the_giver_of_an_idea_leaves_one_line_and_gets_the_answer_there(client, typed, kind):
    receipt = an_idea().receipt
    client.get(reverse("open_slip", args=[receipt.secret]))
    assert "answer-yourself" not in client.get(reverse("slip")).content.decode()
    sent = post(client, "reach_slip", secret=receipt.secret, to=typed)
    assert sent.url == reverse("slip")
    way = reply_route_of(receipt)
    assert (way.kind, way.language) == (kind, "fi")
    assert Consent.objects.get(receipt=receipt).text.body.startswith("Käytämme tätä vain")
    shown = client.get(reverse("slip")).content.decode()
    assert way.to_shown in shown
    post(client, "reach_slip", secret=receipt.secret, stop=str(way.pk))
    assert reply_route_of(receipt) is None


def test_a_line_that_reaches_nobody_is_asked_for_again_and_stays_as_typed(client):
    receipt = an_idea().receipt
    page = post(client, "reach_slip", secret=receipt.secret, to="soita joskus")
    assert "soita joskus" in page.content.decode()
    assert not ContactWay.objects.exists()


def test_a_wrong_secret_reaches_nobody(client):
    an_idea()
    assert post(client, "reach_slip", secret="a" * 32, to="040 123 4567").status_code == 404


def test_whoever_got_the_message_confirms_or_stops_it(client):
    person, _idea = a_full_life()
    way = reply_route_of(person)
    url = way.get_absolute_url()
    other = "b" if url[-2] == "a" else "a"
    assert client.get(f"{url[:-2]}{other}/").status_code == 404
    assert client.get(url).status_code == 200
    client.post(url, {"once_key": fresh_key(), "confirm": "yes"})
    way.refresh_from_db()
    assert way.verified_on
    assert "Kiitos" in client.get(url).content.decode()
    client.post(url, {"once_key": fresh_key(), "stop": "yes"})
    assert client.get(url).status_code == 404


def test_a_visitor_has_no_own_page(client):
    for name in ("me", "change_me", "everything_about_me", "forget_me", "add_way", "parcel"):
        assert client.get(reverse(name)).status_code == 403


def test_a_person_sees_what_we_know_and_changes_it(client):
    person, idea = a_full_life()
    entered(client, person)
    page = client.get(reverse("me")).content.decode()
    for word in ("Aino", "aino@example.org", idea.receipt.number_shown):
        assert word in page
    everything = client.get(reverse("everything_about_me")).content.decode()
    assert idea.title in everything
    changed = post(client, "change_me", called="Aino K.", language="sv", visibility="network")
    assert changed.url == reverse("me")
    person.refresh_from_db()
    assert (person.called, person.language, person.visibility) == ("Aino K.", "sv", "network")
    assert post(client, "change_me", called=" ").status_code == 200


def test_a_person_adds_and_stops_ways_and_takes_a_yes_back(client):
    person, _idea = a_full_life()
    entered(client, person)
    added = post(
        client, "add_way", kind="phone", to="015 123 456", quiet_from="21", quiet_until="9"
    )
    assert added.url == reverse("me")
    way = ContactWay.objects.get(person=person, kind="phone")
    assert way.quiet_from.hour == 21
    post(client, "stop_way", way.pk)
    way.refresh_from_db()
    assert way.stopped_on
    assert post(client, "add_way", kind="sms", to="x").status_code == 200
    assert post(client, "add_way", kind="sms", quiet_from="9").status_code == 200
    post(client, "take_back_consent", "news")
    assert Consent.objects.filter(person=person).order_by("-order").first().said == "withdrawn"


def test_a_slip_is_taken_as_ones_own_from_its_page(client):
    person, receipt = entered(client, a_person()), an_idea().receipt
    client.get(reverse("open_slip", args=[receipt.secret]))
    assert reverse("take_slip") in client.get(reverse("slip")).content.decode()
    assert post(client, "take_slip", secret=receipt.secret).url == reverse("me")
    assert Receipt.objects.get(pk=receipt.pk).claimed_by == person
    assert post(client, "take_slip", secret="a" * 32).status_code == 404


def test_a_person_takes_everything_along_as_one_file(client):
    entered(client, a_person())
    parcel = client.get(post(client, "take_along").url)
    assert parcel["Content-Type"] == "application/zip"
    assert "no-store" in parcel["Cache-Control"]


def test_a_person_without_a_seat_is_forgotten_at_once(client):
    person = entered(client, a_person())
    assert post(client, "forget_me").status_code == 200, "the box must be ticked"
    gone = post(client, "forget_me", is_sure="on")
    assert gone.url == reverse("forgotten")
    assert client.get(gone.url).status_code == 200
    assert client.get(reverse("me")).status_code == 403
    assert Person.objects.get(pk=person.pk).called == ""


def test_a_member_of_a_body_is_forgotten_by_the_desk_and_may_stay_after_all(client):
    person = entered(client, a_person(in_support_group=True))
    assert post(client, "forget_me", is_sure="on").url == reverse("me")
    asked = DataRequest.objects.get()
    assert (asked.due_on - asked.created_at.date()).days in (29, 30, 31)
    assert reverse("keep_me") in client.get(reverse("me")).content.decode()
    post(client, "keep_me")
    asked.refresh_from_db()
    assert asked.end == "taken_back"
    assert Person.objects.get(pk=person.pk).called


def test_the_desk_writes_a_request_down_and_does_it(client):
    entered(client, a_coordinator())
    person, _idea = a_full_life("Kerttu")
    page = client.get(reverse("data_requests"), {"who": "kerttu"}).content.decode()
    new = reverse("new_data_request", args=["person", person.pk])
    assert new in page
    form = {"once_key": fresh_key(), "kind": "take", "channel": "phone", "is_known": "on"}
    one = client.post(new, form).url
    assert one in client.get(reverse("desk")).content.decode()
    assert client.get(one).status_code == 200
    assert client.get(f"{one}parcel/").content
    client.post(one, {"once_key": fresh_key()})
    assert DataRequest.objects.get().end == "done"
    form = {"once_key": fresh_key(), "kind": "erase", "channel": "phone", "is_known": "on"}
    two = client.post(new, form).url
    client.post(two, {"once_key": fresh_key()})
    assert Person.objects.get(pk=person.pk).called == ""
    assert client.post(two, {"once_key": fresh_key()}).status_code == 409
    assert client.get(reverse("data_requests")).status_code == 200


def test_the_holder_of_a_slip_is_forgotten_by_its_number(client):
    entered(client, a_coordinator())
    idea = an_idea("Penkki rantaan", is_open=True)
    page = client.get(reverse("data_requests"), {"who": idea.receipt.number_shown})
    new = reverse("new_data_request", args=["slip", idea.receipt.pk])
    assert new in page.content.decode()
    wrong = {"once_key": fresh_key(), "kind": "take", "channel": "phone", "is_known": "on"}
    assert client.post(new, wrong).status_code == 200
    asked = {"once_key": fresh_key(), "kind": "erase", "channel": "phone", "is_known": "on"}
    client.post(client.post(new, asked).url, {"once_key": fresh_key()})
    idea.refresh_from_db()
    assert idea.text == ""


def test_a_request_taken_back_by_phone_is_done_with(client):
    coordinator = entered(client, a_coordinator())
    asked = ask_for(a_person(), by=coordinator, kind="erase", channel="phone")
    post(client, "take_back_request", asked.pk)
    asked.refresh_from_db()
    assert asked.end == "taken_back"
    assert client.get(reverse("request_parcel", args=[asked.pk])).status_code == 404


def test_requests_are_the_desks_business_alone(client):
    entered(client, a_person(in_support_group=True))
    assert client.get(reverse("data_requests")).status_code == 403
    new = reverse("new_data_request", args=["person", a_person().pk])
    assert client.get(new).status_code == 403


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_of_requests_takes_the_same_queries_for_one_and_for_five(
    client, rows, django_assert_max_num_queries
):
    coordinator = entered(client, a_coordinator())
    for _ in range(rows):
        ask_for(a_person(), by=coordinator, kind="take", channel="phone")
    with django_assert_max_num_queries(12):
        assert client.get(reverse("data_requests")).status_code == 200
