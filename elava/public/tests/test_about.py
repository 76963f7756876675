import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from elava.foundation import clock
from elava.foundation.errors import NotAllowed, NotNow
from elava.people.models import NOBODY, OPERATOR
from elava.programmes.actions import add_to_frame, change_in_frame, change_programme, publish_page
from elava.programmes.models import Aim, Area, Banner, CrisisLine, FunderPack, Link, StrategyGoal
from elava.programmes.queries import no_location
from elava.public.actions import answer_feedback, give_feedback
from elava.public.forms import NOUNS, PARTS
from elava.public.models import Feedback
from tests.given.accounts import send, signed_in
from tests.given.people import a_coordinator, a_person

PAGES = ("about", "help", "privacy", "accessibility", "feedback")


def body_of(page):
    return page.content.decode()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("prefix", ["", "/sv", "/en", "/selko"])
def test_what_the_programme_says_of_itself_is_open_to_all_in_every_language(client, name, prefix):
    page = client.get(prefix + reverse(name))
    assert page.status_code == 200
    assert body_of(page).count("<h1") == 1


def some_aims(count):
    for number in range(count):
        goal = add_to_frame(StrategyGoal, by=OPERATOR, name={"fi": f"Päämäärä {number}"})
        facts = {"slug": f"tavoite-{goal.pk}", "name": {"fi": f"Tavoite {number}"}}
        add_to_frame(Aim, by=OPERATOR, goals=[goal], **facts)


def test_aims_show_the_goals_they_serve_with_the_same_number_of_queries(
    client, django_assert_max_num_queries, django_assert_num_queries
):
    some_aims(1)
    with django_assert_max_num_queries(14) as first:
        page = client.get(reverse("about") + "?a=1")
    assert "Päämäärä 0" in body_of(page)
    some_aims(4)
    with django_assert_num_queries(len(first)):
        client.get(reverse("about") + "?a=1")


def test_the_model_case_tells_each_figure_with_its_source(client):
    add = {"title": {"fi": "Malli"}, "lead": {"fi": "Oikea kaupunki."}}
    sources = [{"number": 1, "name": {"fi": "Kohesio"}, "url": "https://example.org/k"}]
    facts = [
        {"label": {"fi": "Koko budjetti"}, "cents": 102_550_400, "sources": [1]},
        {"label": {"fi": "EU:n osuus"}, "percent": "42.13", "sources": [1]},
    ]
    part = {"heading": {"fi": "Luvut"}, "words": {"fi": "Kaksi."}, "sources": [1], "facts": facts}
    for _time in range(2):
        page = publish_page("malli", by=OPERATOR, sources=sources, parts=[part], **add)
    shown = body_of(client.get(page.get_absolute_url()))
    assert "1\u00a0025\u00a0504\u00a0€" in shown
    assert "42,13 %" in shown
    assert shown.count("[1]") == 4
    assert client.get(reverse("page", args=["puuttuu"])).status_code == 404


def test_only_crisis_lines_with_a_number_are_shown_and_112_stands_first(client):
    for slug, phone in (("a", "015 000 001"), ("b", "")):
        add_to_frame(CrisisLine, by=OPERATOR, slug=slug, name={"fi": f"Linja {slug}"}, phone=phone)
    page = body_of(client.get(reverse("help")))
    assert page.index("112") < page.index("015 000 001")
    assert "Linja b" not in page


def test_the_funders_mark_shows_only_while_it_holds(client):
    day = clock.today()
    for name, since, until in (("vanha", 300, 100), ("nyt", 100, -100)):
        add_to_frame(
            FunderPack, by=OPERATOR, name=name, mark={"fi": f"Merkki {name}"},
            valid_from=day - timedelta(since), valid_until=day - timedelta(until),
        )  # fmt: skip
    page = body_of(client.get(reverse("about")))
    assert "Merkki nyt" in page
    assert "Merkki vanha" not in page


def test_feedback_on_accessibility_is_due_in_fourteen_days(client):
    page = send(client, reverse("feedback"), words="Nappi ei toimi", contact="a@example.org")
    assert page.url == reverse("feedback_given")
    found = Feedback.objects.get()
    assert found.answer_by == clock.today() + timedelta(days=14)
    signed_in(client, a_coordinator())
    assert "Nappi ei toimi" in body_of(client.get(reverse("desk")))
    send(client, reverse("answer_feedback", args=[found.pk]), answer="Korjattu")
    assert "Nappi ei toimi" not in body_of(client.get(reverse("desk")))


def test_only_the_desk_reads_and_answers_feedback(client):
    found = give_feedback("Teksti on pientä", by=NOBODY)
    address = reverse("answer_feedback", args=[found.pk])
    assert client.get(address).status_code == 403
    with pytest.raises(NotAllowed):
        answer_feedback(found, by=a_person(), answer="x")
    answer_feedback(found, by=a_coordinator(), answer="Suurennettu")
    with pytest.raises(NotNow):
        answer_feedback(found, by=a_coordinator(), answer="Uudestaan")


@pytest.mark.parametrize("name", ["frame", "change_languages"])
def test_only_the_coordinator_shapes_the_programme(client, name):
    for who in (None, a_person(in_support_group=True)):
        if who:
            signed_in(client, who)
        assert client.get(reverse(name)).status_code == 403


@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_the_programme_opens_and_says_what_stands(client, part, programme):
    change_programme(programme, by=OPERATOR, help_phone="015 000 010")
    signed_in(client, a_coordinator())
    assert client.get(reverse("change_programme", args=[part])).status_code == 200


def test_the_programme_changes_its_help_line(client, programme):
    signed_in(client, a_coordinator())
    address = reverse("change_programme", args=["help"])
    send(client, address, help_phone="015 000 099", help_hours_fi="Arkisin")
    programme.refresh_from_db()
    assert (programme.help_phone, str(programme.help_hours)) == ("015 000 099", "Arkisin")


def test_the_programme_changes_its_languages(client, programme):
    signed_in(client, a_coordinator())
    send(client, reverse("change_languages"), first="sv", others=["fi", "fi-selko"])
    programme.refresh_from_db()
    assert programme.languages == [
        {"code": "sv", "prefix": ""}, {"code": "fi", "prefix": "fi"},
        {"code": "fi-selko", "prefix": "selko"},
    ]  # fmt: skip


@pytest.mark.parametrize("noun", NOUNS)
def test_each_noun_of_the_frame_has_a_list_and_a_form(client, noun):
    signed_in(client, a_coordinator())
    assert client.get(reverse("frame_rows", args=[noun])).status_code == 200
    assert client.get(reverse("add_frame_row", args=[noun])).status_code == 200


def test_the_coordinator_adds_an_aim_with_its_goals_and_changes_it(client):
    signed_in(client, a_coordinator())
    goal = add_to_frame(StrategyGoal, by=OPERATOR, name={"fi": "Lähellä"})
    form = {"name_fi": "Yhdessä", "words_fi": "Tehdään yhdessä.", "order": "1"}
    send(client, reverse("add_frame_row", args=["aims"]), goals=[str(goal.pk)], **form)
    aim = Aim.objects.get()
    assert (aim.slug, list(aim.goals.all())) == ("yhdessa", [goal])
    send(client, reverse("change_frame_row", args=["aims", aim.pk]), **form | {"name_fi": "Me"})
    aim.refresh_from_db()
    assert (str(aim.name), list(aim.goals.all())) == ("Me", [])


def test_a_row_goes_only_when_nothing_points_at_it(client):
    signed_in(client, a_coordinator())
    address = reverse("remove_frame_row", args=["areas", no_location().pk])
    assert client.get(address).status_code == 200
    assert send(client, address).status_code == 409
    area = add_to_frame(Area, by=OPERATOR, slug="emola", name={"fi": "Emola"})
    send(client, reverse("remove_frame_row", args=["areas", area.pk]))
    assert list(Area.objects.all()) == [no_location()]


def test_a_programme_has_one_banner_with_its_picture(client):
    signed_in(client, a_coordinator())
    banner = add_to_frame(Banner, by=OPERATOR, alt={"fi": "Virta kulkee"})
    with pytest.raises(NotNow):
        add_to_frame(Banner, by=OPERATOR, alt={"fi": "Toinen"})
    picture = io.BytesIO()
    Image.new("RGB", (400, 120), "teal").save(picture, "PNG")
    file = SimpleUploadedFile("banner.png", picture.getvalue(), "image/png")
    send(client, reverse("frame_picture", args=["banners", banner.pk]), file=file)
    client.logout()
    page = body_of(client.get(reverse("about")))
    assert 'alt="Virta kulkee" width="400" height="120"' in page
    line = re.search(r"<code.*?>(.*?)</code>", page).group(1)
    assert line.startswith("&lt;a href=&quot;http")
    assert "<" not in line
    assert "/banner/&quot; alt=&quot;Virta kulkee&quot;&gt;" in line
    assert "/files/" not in line
    shown = client.get(re.search(r'src="(/files/[^"]+)"', page).group(1))
    assert shown["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert shown.getvalue().startswith(b"RIFF")


def a_picture(colour):
    picture = io.BytesIO()
    Image.new("RGB", (400, 120), colour).save(picture, "PNG")
    return SimpleUploadedFile("banner.png", picture.getvalue(), "image/png")


def test_the_fixed_address_of_the_banner_leads_to_the_picture_of_today(client):
    signed_in(client, a_coordinator())
    assert client.get(reverse("banner")).status_code == 404
    banner = add_to_frame(Banner, by=OPERATOR, alt={"fi": "Virta kulkee"})
    change = reverse("frame_picture", args=["banners", banner.pk])
    seen = []
    for colour in ("teal", "orange"):
        send(client, change, file=a_picture(colour))
        found = client.get(reverse("banner"))
        assert found["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert found["Cache-Control"] == "no-cache"
        assert client.get(found.url).getvalue().startswith(b"RIFF")
        seen.append(found.url)
    assert seen[0] != seen[1]


def test_a_link_leads_to_the_web_and_nowhere_else(client):
    signed_in(client, a_coordinator())
    form = {"name_fi": "Linkki", "kind": "read_more", "order": "0"}
    address = reverse("add_frame_row", args=["links"])
    assert send(client, address, url="javascript:alert(1)", **form).status_code == 200
    assert not Link.objects.exists()
    send(client, address, url="https://example.org", **form)
    assert Link.objects.get().url == "https://example.org"


def test_rows_of_another_town_are_out_of_reach(client, other_programme):
    from django_scopes import scope

    signed_in(client, a_coordinator())
    with scope(programme=other_programme):
        theirs = no_location()
    assert client.get(reverse("change_frame_row", args=["areas", theirs.pk])).status_code == 404
    with pytest.raises((NotAllowed, NotNow)):
        change_in_frame(theirs, by=OPERATOR, name={"fi": "Meidän"})
