import pytest
from django.urls import reverse
from django_scopes import scope

from elava.network.models import Body, Membership, Organisation
from elava.network.queries import purse_of
from elava.people.actions import change_own_words
from elava.people.models import OPERATOR, Person
from tests.given.accounts import send, signed_in
from tests.given.network import a_group, a_member, a_support_group, an_organisation
from tests.given.people import a_coordinator, a_person

LISTS = ("organisations", "groups", "bodies")


def body_of(page):
    return page.content.decode()


def named(person, visibility=Person.Visibility.NETWORK):
    """The same person, whose name those who work in the programme may read."""
    words = {"called": person.called, "language": "fi", "visibility": visibility}
    return change_own_words(person, by=OPERATOR, **words)


def some(count):
    """So many organisations, each in a group, a body and a role of its own."""
    for _number in range(count):
        group, body = a_group(), a_support_group(granted=1000)
        organisation = an_organisation(group=group)
        a_member(body, for_organisation=organisation)
        a_member(organisation, role=Membership.Role.CONTACT)


@pytest.mark.parametrize("name", [*LISTS, "directory"])
def test_a_list_asks_as_often_for_one_row_as_for_five(
    client, name, django_assert_max_num_queries, django_assert_num_queries
):
    signed_in(client, a_coordinator())
    some(1)
    with django_assert_max_num_queries(14) as first:
        client.get(reverse(name))
    some(4)
    with django_assert_num_queries(len(first)):
        client.get(reverse(name))


def test_a_page_asks_as_often_for_one_member_as_for_five(
    client, django_assert_max_num_queries, django_assert_num_queries
):
    group, body = a_group(), a_support_group(granted=1000)
    for row in (group, body):
        a_member(body, for_organisation=an_organisation(group=group))
        with django_assert_max_num_queries(14) as first:
            client.get(row.get_absolute_url() + "?fresh")
        for _number in range(4):
            a_member(body, for_organisation=an_organisation(group=group))
        with django_assert_num_queries(len(first)):
            client.get(row.get_absolute_url() + "?fresh")


def test_persons_are_never_on_public_pages(client):
    organisation, group = an_organisation(), a_group()
    body = a_support_group()
    for place in (organisation, group, body):
        a_member(place, called="Salme Salainen", role=Membership.Role.CHAIR)
    pages = [reverse(name) for name in LISTS]
    for address in [*pages, *(row.get_absolute_url() for row in (organisation, group, body))]:
        assert "Salme" not in body_of(client.get(address))
    assert client.get(reverse("directory")).status_code == 403


def test_whoever_works_in_the_network_finds_people_by_name_and_group(client):
    group = a_group("Nuoret")
    named(a_member(group, called="Salme").person)
    named(a_member(a_group(), called="Pentti").person)
    a_member(group, called="Hilja")
    signed_in(client, a_member(an_organisation()).person)
    everybody = body_of(client.get(reverse("directory")))
    assert "Salme" in everybody
    assert "Pentti" in everybody
    assert "Hilja" not in everybody
    found = body_of(client.get(reverse("directory"), {"group": group.slug}))
    assert "Salme" in found
    assert "Pentti" not in found
    found = body_of(client.get(reverse("directory"), {"name": "pent"}))
    assert "Pentti" in found
    assert "Salme" not in found


def test_a_hidden_name_is_read_by_the_coordinator_and_by_its_owner_only(client):
    hidden = a_member(a_group(), called="Hilja").person
    for reader in (a_coordinator(), hidden):
        assert "Hilja" in body_of(signed_in(client, reader).get(reverse("directory")))


def test_a_long_list_is_walked_forth_and_back_without_a_gap(client):
    names = [an_organisation(f"Järjestö {number:02}").name for number in range(60)]
    address, seen = reverse("organisations"), []
    while address:
        page = client.get(address)
        seen.append([row.name for row in page.context["organisations"]])
        address = page.context["next"]
    assert [name for page in seen for name in page] == names
    back = client.get(page.context["previous"])
    assert [row.name for row in back.context["organisations"]] == seen[-2]


def test_a_list_is_filtered_by_kind_and_by_group(client):
    group = a_group()
    an_organisation("Kuoro", group=group)
    an_organisation("Kirjasto", kind=Organisation.Kind.CITY_UNIT)
    by_kind = body_of(client.get(reverse("organisations"), {"kind": "city_unit"}))
    assert "Kirjasto" in by_kind
    assert "Kuoro" not in by_kind
    by_group = body_of(client.get(reverse("organisations"), {"group": group.slug}))
    assert "Kuoro" in by_group
    assert "Kirjasto" not in by_group


def test_a_body_tells_its_rules_and_its_money_in_plain_words(client):
    body = a_support_group(granted=300_000, quorum=8)
    page = body_of(client.get("/en" + body.get_absolute_url()))
    assert "at least 8 votes" in page
    assert "€3,000" in page
    assert "€500 at a time" in page


def test_another_towns_pages_are_not_ours(client, other_programme):
    with scope(programme=other_programme):
        rows = [an_organisation(), a_group(), a_support_group()]
    for row in rows:
        assert client.get(row.get_absolute_url()).status_code == 404


DESK = ("add_organisation", "add_group", "add_body")


@pytest.mark.parametrize("name", DESK)
def test_only_the_coordinator_shapes_the_network(client, name):
    assert client.get(reverse(name)).status_code == 403
    signed_in(client, a_person(in_support_group=True))
    assert client.get(reverse(name)).status_code == 403
    signed_in(client, a_coordinator())
    assert client.get(reverse(name)).status_code == 200


def test_the_coordinator_adds_an_organisation_and_changes_it(client):
    signed_in(client, a_coordinator())
    form = {"name": "Kuoro ry", "kind": "association", "what_it_does_fi": "Laulaa."}
    page = send(client, reverse("add_organisation"), **form)
    found = Organisation.objects.get(name="Kuoro ry")
    assert page.url == found.get_absolute_url() == "/organisations/kuoro-ry/"
    address = reverse("change_organisation", args=[found.slug])
    send(client, address, **form | {"what_it_does_sv": "Sjunger."})
    found.refresh_from_db()
    assert found.what_it_does == {"fi": "Laulaa.", "sv": "Sjunger."}


def test_an_organisation_describes_itself_but_not_how_it_counts(client):
    found = an_organisation(kind=Organisation.Kind.CITY_UNIT)
    signed_in(client, a_member(found, role=Membership.Role.CONTACT).person)
    form = {"name": "Uusi nimi", "what_it_does_fi": "Auttaa.", "kind": "association"}
    send(client, reverse("change_organisation", args=[found.slug]), **form)
    found.refresh_from_db()
    assert (found.name, found.kind, found.is_public_body) == ("Uusi nimi", "city_unit", True)


def test_a_form_with_an_error_keeps_what_was_written(client):
    signed_in(client, a_coordinator())
    page = send(client, reverse("add_organisation"), kind="unregistered", what_it_does_fi="Ui.")
    assert "Ui." in body_of(page)
    assert not Organisation.objects.exists()


def test_the_coordinator_forms_a_body_and_fills_its_purse(client):
    signed_in(client, a_coordinator())
    form = {
        "name_fi": "Ohjausryhmä", "about_fi": "Päättää.", "kind": "steering", "quorum": "4",
        "one_organisation_one_vote": "on", "ceiling_for_public_bodies": "49",
        "minutes_checkers": "2", "may_postpone": "on",
        "euros_each": "500", "euros_in_all": "6000",
    }  # fmt: skip
    send(client, reverse("add_body"), **form)
    body = Body.objects.get(kind="steering")
    assert (body.slug, body.cents_each, body.quorum) == ("ohjausryhma", 50_000, 4)
    address = reverse("move_purse", args=[body.slug])
    send(client, address, kind="granted", euros="3000", what_for="Raha", source="Päätös")
    assert purse_of(body).left == 300_000
    send(client, reverse("change_body", args=[body.slug]), **form | {"quorum": "5"})
    body.refresh_from_db()
    assert (body.quorum, body.rule_version) == (5, 2)


def test_the_coordinator_gives_a_role_and_ends_it(client):
    signed_in(client, a_coordinator())
    body, person, organisation = a_support_group(), a_person("Tuula"), an_organisation()
    address = reverse("add_role", args=[person.pk])
    send(
        client, address, place=f"body.{body.pk}", role="chair", source="Kokous",
        for_organisation=str(organisation.pk),
    )  # fmt: skip
    role = Membership.objects.get(person=person)
    assert (role.place, role.role, role.for_organisation) == (body, "chair", organisation)
    send(client, reverse("end_role", args=[role.pk]))
    role.refresh_from_db()
    assert role.until is not None
    assert "Kokous" in body_of(client.get(reverse("roles", args=[person.pk])))


def test_an_organisation_joins_a_group_and_leaves_it(client):
    signed_in(client, a_coordinator())
    group, organisation = a_group(), an_organisation()
    send(client, reverse("join_group", args=[group.slug]), organisation=str(organisation.pk))
    seat = group.seats.get()
    assert body_of(client.get(reverse("change_group", args=[group.slug]))).count(seat.end_url)
    send(client, reverse("end_seat", args=[seat.pk]))
    seat.refresh_from_db()
    assert seat.until is not None


def test_a_leader_who_ends_a_role_comes_back_to_the_group(client):
    group = a_group()
    leader, member = a_member(group, role="chair").person, a_member(group)
    signed_in(client, Person.objects.get(pk=leader.pk))
    answer = send(client, reverse("end_role", args=[member.pk]))
    assert answer.url == group.get_absolute_url()
    assert client.get(answer.url).status_code == 200
