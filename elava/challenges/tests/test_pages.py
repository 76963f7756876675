from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from elava.challenges.actions import count_heads, group_notes, reword_challenge
from elava.challenges.models import Challenge, HeadcountTally, Note, NoteGroup, Workshop
from elava.foundation import clock
from tests.given.accounts import signed_in
from tests.given.challenges import a_challenge, a_life_stage, a_note, a_workshop
from tests.given.people import a_coordinator, a_person


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


def room(workshop, name="workshop_room"):
    return reverse(name, args=[workshop.pk])


def test_the_coordinator_announces_a_workshop_and_moves_it(desk, send):
    tomorrow = clock.today() + timedelta(days=1)
    facts = {"title": "Missä mennään?", "where": "Torin kulma", "on": tomorrow.isoformat(),
             "starts": "14", "ends": "16.30"}  # fmt: skip
    made = send(desk, reverse("new_workshop"), **facts)
    workshop = Workshop.objects.get()
    assert made.url == workshop.room_url
    send(desk, room(workshop, "change_workshop"), **(facts | {"title": "Missä nyt mennään?"}))
    assert "Missä nyt mennään?" in text_of(desk.get(reverse("workshops")))


@pytest.mark.parametrize(
    ("field", "value"), [("where", ""), ("ends", "13"), ("on", "huomenna"), ("title", "")]
)
def test_a_workshop_without_a_place_or_with_odd_times_is_asked_for_again(desk, send, field, value):
    facts = {"title": "Työpaja", "where": "Kirjasto", "on": "1.12.2030", "starts": "14",
             "ends": "16"}  # fmt: skip
    assert send(desk, reverse("new_workshop"), **(facts | {field: value})).status_code == 200
    assert not Workshop.objects.exists()


def test_a_phone_adds_a_note_with_the_code_and_keeps_no_cookie(client, send):
    workshop = a_workshop()
    code = f"{workshop.room_code[:2]} {workshop.room_code[2:]}"
    found = client.get(reverse("find_wall"), {"code": code})
    page = text_of(client.get(found.url))
    assert workshop.title in page
    sent = send(client, found.url, words="Bussi menee ennen kuin mikään alkaa.")
    assert "sent=1" in sent.url
    assert Note.objects.get().workshop == workshop
    assert not client.cookies


def test_a_wrong_code_is_told_kindly(client):
    assert "12345" in text_of(client.get(reverse("find_wall"), {"code": "12345"}))
    assert (
        client.get(reverse("add_note", args=["12345"])).url == reverse("find_wall") + "?code=12345"
    )


def test_a_machine_that_tries_codes_is_asked_to_wait(client, monkeypatch):
    monkeypatch.setattr("elava.foundation.limits._counter.hit", lambda *_args: False)
    assert client.get(reverse("find_wall"), {"code": "12345"}).status_code == 429
    assert client.get(reverse("add_note", args=["12345"])).status_code == 429


def test_the_code_of_a_wall_is_not_guessed_on_its_screen_either(client):
    workshop = a_workshop()
    screen = reverse("wall", args=[workshop.pk])
    said = [client.get(f"{screen}?code={n:05d}").status_code for n in range(70)]
    assert said[0] == 404
    assert said[-1] == 429


def test_the_same_press_of_a_button_leaves_one_note(client):
    workshop = a_workshop()
    url = reverse("add_note", args=[workshop.room_code])
    form = {"once_key": "k" * 20, "words": "Yksi"}
    assert client.post(url, form).url == client.post(url, form).url
    assert Note.objects.count() == 1


def test_the_facilitator_opens_counts_groups_and_closes(desk, send):
    workshop = a_workshop(is_open=False)
    send(desk, room(workshop, "open_wall"))
    for press in ("adult", "adult", "child"):
        send(desk, room(workshop, "count_heads"), press=press)
    send(desk, room(workshop, "count_heads"), press="adult", many="20")
    send(desk, room(workshop, "count_heads"), press="less_child")
    assert HeadcountTally.objects.count_of(workshop) == {"adult": 22, "child": 0}
    lines = "Penkkejä liian harvassa.\n\nTalvella jää sisään."
    saved = send(desk, room(workshop, "type_in_notes"), lines=lines, name="Liike")
    assert "saved=2" in saved.url
    assert "2 lappua" in text_of(desk.get(saved.url))
    notes = [note.pk for note in Note.objects.all()]
    send(desk, room(workshop, "choose_notes"), note=notes, name="Liikkuminen")
    assert NoteGroup.objects.get().name == "Liikkuminen"
    send(desk, room(workshop, "close_wall"))
    workshop.refresh_from_db()
    assert workshop.is_closed
    assert "22" in text_of(desk.get(workshop.get_absolute_url()))


def test_a_note_is_taken_off_the_wall_and_brought_back(desk, send):
    note = a_note()
    assert note.words in text_of(desk.get(note.hiding_url))
    send(desk, note.hiding_url, reason="Siinä on nimi.")
    assert not Note.objects.on_the_wall().exists()
    send(desk, note.hiding_url)
    assert Note.objects.on_the_wall().exists()


def test_chosen_notes_become_a_challenge_and_nothing_is_typed_twice(desk, send):
    workshop = a_workshop()
    note = a_note("Tunnen kaksi naapuria.", workshop=workshop, note_group="Naapurit")
    chosen = send(desk, room(workshop, "choose_notes"), note=[note.pk], challenge="1")
    page = text_of(desk.get(chosen.url))
    assert 'value="Naapurit"' in page
    assert page.count("Tunnen kaksi naapuria.") == 2
    form = {"note": [note.pk], "title_fi": "Naapurit", "words_fi": note.words}
    url = reverse("new_challenge")
    assert "Naapurit" in text_of(send(desk, url, **form))
    assert 'name="title_fi"' in text_of(send(desk, url, change="1", **form))
    made = send(desk, url, save="1", **form)
    assert made.url == Challenge.objects.get().get_absolute_url()
    assert list(Challenge.objects.get().notes.all()) == [note]


def test_a_challenge_walks_on_by_its_page(desk, send):
    challenge = a_challenge()
    url = challenge.get_absolute_url()
    group = a_challenge("Toinen", is_confirmed=True).group
    day = (clock.today() + timedelta(days=30)).isoformat()
    send(desk, f"{url}confirm/", group=group.pk, answer_by=day)
    send(desk, f"{url}reword/", version="1", title_fi="Seura", words_fi="Moni on yksin.")
    send(desk, f"{url}open/")
    page = text_of(desk.get(url))
    assert f"challenge={challenge.pk}" in page
    assert "Seura" in page
    send(desk, f"{url}take_up/")
    send(desk, f"{url}review/", review="Kahvilat jäivät.")
    assert "Kahvilat jäivät." in text_of(desk.get(url))
    send(desk, f"{url}archive/", reason="Valmis.")
    challenge.refresh_from_db()
    assert challenge.stage == "archived"


PATHS = ("confirm", "reword", "review", "archive")


@pytest.mark.parametrize("path", PATHS)
def test_each_step_of_a_challenge_has_its_page(desk, path):
    challenge = a_challenge(is_open=True)
    assert str(challenge.title) in text_of(desk.get(f"{challenge.get_absolute_url()}{path}/"))


@pytest.mark.parametrize("path", [*PATHS, "open"])
def test_a_resident_takes_no_step_for_a_challenge(client, send, path):
    challenge = a_challenge(is_open=True)
    assert send(client, f"{challenge.get_absolute_url()}{path}/").status_code == 403


@pytest.mark.parametrize(
    "name",
    ["workshop_room", "open_wall", "close_wall", "count_heads", "type_in_notes", "choose_notes",
     "change_workshop", "wall_sign"],
)  # fmt: skip
def test_a_resident_does_not_run_a_workshop(client, send, name):
    signed_in(client, a_person())
    url, writes = room(a_workshop(), name), name in ("open_wall", "close_wall", "count_heads")
    assert (send(client, url) if writes else client.get(url)).status_code in (403, 405)


def test_the_sign_and_the_wall_of_paper_are_sheets(desk):
    workshop = a_workshop()
    sign = text_of(desk.get(room(workshop, "wall_sign")))
    assert "<svg" in sign
    assert workshop.title in text_of(desk.get(room(workshop, "wall_sheet")))


def test_the_public_reads_what_was_read_and_never_a_hidden_note(client):
    workshop = a_workshop(notes=["Luettu", "Lukematta"])
    group_notes(workshop, Note.objects.filter(words="Luettu"), by=a_coordinator(), name="Seura")
    count_heads(workshop, by=a_coordinator(), who="adult", key="paper", change=31)
    page = text_of(client.get(workshop.get_absolute_url()))
    assert "Luettu" in page
    assert "31" in page
    assert "Lukematta" not in page


def test_a_raised_challenge_looks_missing_to_residents(client):
    assert client.get(a_challenge().get_absolute_url()).status_code == 404


def test_another_programmes_challenge_and_workshop_look_missing(client, other_programme):
    host = {"host": other_programme.host}
    for row in (a_challenge(is_open=True), a_workshop()):
        assert client.get(row.get_absolute_url()).status_code == 200
        assert client.get(row.get_absolute_url(), headers=host).status_code == 404
    code = a_workshop().room_code
    assert client.get(reverse("add_note", args=[code]), headers=host).status_code == 302


def test_challenges_are_chosen_by_stage_and_group(client):
    first, second = a_challenge("Seura", is_open=True), a_challenge("Liike", is_confirmed=True)
    url = reverse("challenges")
    assert str(second.title) in text_of(client.get(url))
    young = a_life_stage()
    with_stage = {"life_stages": [young], "title": first.title, "words": first.words}
    reword_challenge(first, by=a_coordinator(), version=1, **with_stage)
    asked = {"stage": "open", "group": first.group.slug, "life_stage": young.slug}
    page = text_of(client.get(url, asked))
    assert ("Seura" in page, "Liike" in page) == (True, False)
    assert client.get(url, {"stage": "nonsense", "after": "nothing"}).status_code == 200


def test_a_long_list_of_challenges_goes_on(client, monkeypatch):
    monkeypatch.setattr("elava.challenges.views.challenges.PAGE", 2)
    for title in ("Yksi", "Kaksi", "Kolme"):
        a_challenge(title, is_open=True)
    first = client.get(reverse("challenges"))
    assert [one.title["fi"] for one in first.context["challenges"]] == ["Kolme", "Kaksi"]
    second = client.get(reverse("challenges") + first.context["next_page"])
    assert [one.title["fi"] for one in second.context["challenges"]] == ["Yksi"]


def test_a_long_list_of_past_workshops_goes_on(client, monkeypatch):
    monkeypatch.setattr("elava.challenges.views.workshops.PAGE", 2)
    for days in (3, 2, 1):
        start = clock.now() - timedelta(days=days)
        a_workshop(is_closed=True, title=f"{days}", starts_at=start,
                   ends_at=start + timedelta(hours=1))  # fmt: skip
    first = client.get(reverse("workshops"))
    assert [one.title for one in first.context["past"]] == ["1", "2"]
    second = client.get(reverse("workshops") + first.context["next_page"])
    assert [one.title for one in second.context["past"]] == ["3"]


def filled(rows):
    for number in range(rows):
        workshop = a_workshop(title=f"Paja {number}")
        notes = [a_note(f"Lappu {number}.{row}", workshop=workshop, note_group=f"R{row}")
                 for row in range(rows)]  # fmt: skip
        a_challenge(f"Haaste {number}", notes=notes, is_open=True)
    return workshop


@pytest.mark.parametrize("page", ["workshops", "challenges", "workshop", "room", "wall", "desk"])
def test_a_page_costs_as_many_queries_with_one_row_as_with_five(desk, page):
    def costs(rows):
        workshop = filled(rows)
        url = {
            "workshops": reverse("workshops"), "challenges": reverse("challenges"),
            "workshop": workshop.get_absolute_url(), "room": workshop.room_url,
            "wall": room(workshop, "wall"), "desk": reverse("desk"),
        }[page]  # fmt: skip
        desk.get(url)
        with CaptureQueriesContext(
            connection,
        ) as found:
            text_of(desk.get(url))
        return len(found)

    assert costs(1) == costs(5)


@pytest.mark.parametrize("prefix", ["", "/sv", "/en", "/selko"])
def test_every_page_speaks_the_readers_language(client, prefix):
    challenge, workshop = a_challenge(is_open=True), a_workshop()
    pages = ("challenges/", "workshops/", f"challenges/{challenge.pk}/",
             f"workshops/{workshop.pk}/", "wall/", f"wall/{workshop.room_code}/")  # fmt: skip
    for page in pages:
        assert client.get(f"{prefix}/{page}").status_code == 200
