"""From a note on a phone to a confirmed challenge: the workshop's own journey."""

import re

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from elava.challenges.models import Challenge
from tests.browser import DESK
from tests.given.accounts import signed_in
from tests.given.challenges import a_group, a_workshop
from tests.given.people import a_coordinator

THOUGHT = "Tunnen kaksi naapuria kahdeksastatoista."


def the_desks_cookies(client):
    signed_in(client, a_coordinator())
    return [(settings.SESSION_COOKIE_NAME, client.cookies[settings.SESSION_COOKIE_NAME].value)]


def press(page, word):
    page.get_by_role("button", name=word, exact=True).click()


def test_a_note_from_a_phone_becomes_a_confirmed_challenge(open_browser, javascript, client):
    workshop, _group = a_workshop(is_open=False), a_group("Naapurusto")
    desk = open_browser(javascript=javascript, size=DESK, cookies=the_desks_cookies(client))
    desk.goto(reverse("workshop_room", args=[workshop.pk]))
    press(desk, "Avaa seinä")
    code = re.sub(r"\D", "", desk.locator("p.number").inner_text())
    desk.locator("button[value=adult].tally").click()
    expect(desk.locator("button[value=adult].tally")).to_contain_text("1")

    phone = open_browser(javascript=javascript)
    phone.goto(reverse("find_wall"))
    phone.locator("input[name=code]").fill(code)
    press(phone, "Siirry seinälle")
    phone.locator("textarea").fill(THOUGHT)
    press(phone, "Laita seinälle")
    expect(phone.locator(".notice.good")).to_be_visible()
    assert not phone.context.cookies()

    desk.goto(reverse("workshop_room", args=[workshop.pk]))
    desk.get_by_label(THOUGHT).check()
    desk.locator("input[name=name]").fill("Naapurit")
    press(desk, "Tee näistä haaste")
    expect(desk.locator("input[name=title_fi]")).to_have_value("Naapurit")
    expect(desk.locator("textarea[name=words_fi]")).to_have_value(THOUGHT)
    press(desk, "Katso ennen tallennusta")
    press(desk, "Tallenna haaste")
    desk.get_by_role("link", name="Vahvista haaste").click()
    desk.locator("select[name=group]").select_option(label="Naapurusto")
    press(desk, "Vahvista")
    expect(desk.locator("main .stage").first).to_have_text("Vahvistettu")

    phone.goto(reverse("challenges"))
    phone.get_by_role("link", name="Naapurit").click()
    expect(phone.locator("main")).to_contain_text("Naapurusto")
    assert Challenge.objects.public().count() == 1


def test_the_wall_on_the_screen_shows_a_new_note_by_itself(open_browser):
    workshop = a_workshop()
    screen = open_browser(size=DESK)
    screen.goto(f"{reverse('wall', args=[workshop.pk])}?code={workshop.room_code}")
    phone = open_browser()
    phone.goto(reverse("add_note", args=[workshop.room_code]))
    phone.locator("textarea").fill(THOUGHT)
    press(phone, "Laita seinälle")
    expect(screen.locator(".wall")).to_contain_text(THOUGHT)
    expect(screen.locator("[data-live-lost]")).to_be_hidden()
