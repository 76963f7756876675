from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.urls import reverse
from django_scopes import scope

from elava.foundation.errors import NotNow
from elava.ideas.actions import (
    join_team,
    leave_cluster,
    leave_team,
    make_cluster,
    offer_help,
    show_comment,
    support_idea,
    undo_cluster,
    undo_support,
    write_comment,
)
from elava.ideas.models import Comment, Companion, Offer, Support
from elava.ideas.queries import cluster_of, supporters_of
from elava.people.models import NOBODY, KeyHolder
from tests.given.accounts import send, signed_in
from tests.given.ideas import an_idea
from tests.given.journal import the_last_entry
from tests.given.people import a_coordinator, a_person

AINO, EERO = "a" * 64, "e" * 64


def test_a_voter_is_in_once_and_can_take_it_back():
    idea = an_idea(is_open=True)
    support_idea(idea, by=NOBODY, token=AINO)
    support_idea(idea, by=NOBODY, token=AINO)
    assert supporters_of(idea)[0] == 1
    assert the_last_entry(idea).by is None
    assert undo_support(idea, by=NOBODY, token=AINO)
    assert supporters_of(idea)[0] == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite writes one at a time")
def test_eight_clicks_at_once_make_one_support(programme):
    idea, start = an_idea(is_open=True), Barrier(8)

    def click():
        with scope(programme=programme):
            start.wait()
            support_idea(idea, by=NOBODY, token=AINO)
        connections.close_all()

    threads = [Thread(target=click) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Support.objects.count() == 1
    assert connection.vendor


def test_supporters_are_counted_once_over_a_cluster_and_the_words_stay():
    bench, path = an_idea("Penkkejä rantaan", is_open=True), an_idea("Istuimia", is_open=True)
    for idea in (bench, path):
        support_idea(idea, by=NOBODY, token=AINO)
    support_idea(path, by=NOBODY, token=EERO)
    cluster = make_cluster([bench, path], by=a_coordinator(), title="Istumapaikkoja")
    assert supporters_of(bench, cluster=cluster)[0] == 2
    assert cluster_of(bench, NOBODY)[1] == [path]
    assert path.text == "Istuimia"
    undo_cluster(cluster, by=a_coordinator(), why="Eri asia")
    assert cluster_of(bench, NOBODY) == (None, [])


def test_an_idea_stands_in_one_cluster_at_a_time():
    first, second, third = (an_idea(is_open=True) for _ in range(3))
    make_cluster([first, second], by=a_coordinator(), title="Yhdessä")
    with pytest.raises(NotNow):
        make_cluster([second, third], by=a_coordinator(), title="Toisin")


def test_the_giver_leaves_a_cluster_and_one_idea_alone_is_no_cluster():
    first, second = (an_idea(is_open=True) for _ in range(2))
    cluster = make_cluster([first, second], by=a_coordinator(), title="Yhdessä")
    leave_cluster(first, by=KeyHolder(first.receipt))
    cluster.refresh_from_db()
    assert cluster.undone_at
    assert cluster_of(second, NOBODY) == (None, [])


def test_a_newcomers_first_comment_waits_and_the_next_one_shows():
    idea = an_idea(is_open=True)
    first = write_comment(idea, by=NOBODY, text="Hyvä!", token=AINO)
    assert not Comment.objects.public().exists()
    show_comment(first, by=a_coordinator())
    second = write_comment(idea, by=NOBODY, text="Tulen mukaan", token=AINO)
    assert second.stage == Comment.Stage.SHOWN
    assert Comment.objects.public().count() == 2


def test_the_contact_of_a_helper_is_for_the_desk_alone():
    offer_help(an_idea(is_open=True), by=NOBODY, what="Kahvin keitto", contact="040 0000")
    assert not Offer.objects.seen_by(NOBODY).exists()
    assert not Offer.objects.seen_by(a_person()).exists()
    assert Offer.objects.seen_by(a_coordinator()).exists()


def test_the_giver_joins_the_team_as_the_giver_and_others_do_not():
    idea = an_idea(is_open=True)
    assert not join_team(idea, by=NOBODY, called="Eero", token=EERO).is_giver
    assert join_team(idea, by=KeyHolder(idea.receipt), called="Aino").is_giver
    with pytest.raises(NotNow):
        join_team(idea, by=NOBODY, called="Eero", token=EERO)


def test_nobody_takes_part_in_what_is_not_shown():
    with pytest.raises(NotNow):
        support_idea(an_idea(), by=NOBODY, token=AINO)


def test_whoever_is_in_a_team_has_a_way_out_and_takes_only_their_own_place():
    idea, aino = an_idea(is_open=True), a_person("Aino")
    join_team(idea, by=NOBODY, called="Eero", token=EERO)
    join_team(idea, by=aino, called="Aino")
    join_team(idea, by=KeyHolder(idea.receipt), called="Liisa")
    assert not leave_team(idea, by=NOBODY)
    assert not leave_team(idea, by=a_person("Matti"))
    for by, token in ((NOBODY, EERO), (aino, ""), (KeyHolder(idea.receipt), "")):
        before = Companion.objects.count()
        assert leave_team(idea, by=by, token=token)
        assert Companion.objects.count() == before - 1


def test_the_page_of_the_team_leads_out_of_it_again(client):
    idea = an_idea(is_open=True)
    join, leave = (reverse(name, args=[idea.pk]) for name in ("join_team", "leave_team"))
    assert client.get(leave).url == join
    send(client, join, called="Eero")
    assert client.get(join).url == leave
    assert client.get(leave).status_code == 200
    assert send(client, leave).url == idea.get_absolute_url()
    assert not Companion.objects.exists()


def test_the_giver_leaves_the_team_from_the_slip(client):
    idea = an_idea(is_open=True)
    join_team(idea, by=NOBODY, called="Eero", token=EERO)
    client.get(reverse("open_slip", args=[idea.receipt.secret]))
    send(client, reverse("slip_team"), called="Liisa")
    leave = reverse("slip_leave_team")
    assert leave in client.get(reverse("slip")).content.decode()
    assert client.get(leave).status_code == 200
    send(client, leave)
    assert leave not in client.get(reverse("slip")).content.decode()


def test_a_coordinator_reads_who_is_in_the_team_and_who_offers_help_and_nobody_else(client):
    idea = an_idea(is_open=True)
    join_team(idea, by=NOBODY, called="Sari", contact="040 000 0001", token=AINO)
    offer_help(idea, by=NOBODY, what="Leivon pullat", called="Eero", contact="eero@example.org")
    door = reverse("company", args=[idea.pk])
    signed_in(client, a_coordinator())
    assert door in client.get(idea.get_absolute_url()).content.decode()
    page = client.get(door)
    for said in ("Sari", "040 000 0001", "Leivon pullat", "Eero", "eero@example.org"):
        assert said in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    signed_in(client, a_person(in_support_group=True))
    assert client.get(door).status_code == 403
    assert "Sari" not in client.get(idea.get_absolute_url()).content.decode()
