"""F3: the secretary takes a meeting from the first tick to the public extract."""

from django.conf import settings
from django.test import Client

from elava.decisions.models import Meeting
from elava.foundation import clock
from elava.ideas.models import Idea
from elava.notices.worker import Worker
from tests.browser import DESK
from tests.given.accounts import signed_in
from tests.given.decisions import a_meeting


def a_key_of(person):
    """The session cookie of somebody who has signed in with both steps."""
    client = signed_in(Client(), person)
    name = settings.SESSION_COOKIE_NAME
    return name, client.cookies[name].value


def half_an_hour_passes(meeting):
    """The worker looks at the clock again when nothing can be taken back any more."""
    with clock.travel(Meeting.objects.get(pk=meeting.pk).answers_leave_at):
        Worker().drain()


def test_a_meeting_decides_eight_ideas_and_tells_them(open_browser, javascript):
    sitting = a_meeting(ideas=8, days=0)
    page = open_browser(javascript=javascript, size=DESK, cookies=[a_key_of(sitting.secretary)])
    clicks = 0

    def click(what):
        nonlocal clicks
        page.locator(what).first.click()
        clicks += 1

    page.goto(f"/meetings/{sitting.meeting.pk}/attendance/")
    click("button[name=everybody]")
    click("button[name=open]")
    for outcome in ["try", "not_now"] * 4:
        click(f".decision button[value={outcome}]")
        page.locator("textarea[name=reason]").fill("Hyvä idea, ja tekijät ovat koolla.")
        click("#decide form[method=post] .box > button.button:not(.second)")
    assert page.url.endswith("/read-back/")
    click("main .actions form:first-child button")
    assert clicks == 19
    assert not Idea.objects.filter(stage=Idea.Stage.ANSWERED).exists()

    for seat in sitting.seats[:2]:
        page.locator("select[name=person]").select_option(str(seat.person_id))
        page.locator("input[name=is_right][value=yes]").check(force=True)
        page.locator("form[action$='/check/'] button").click()
    page.locator("form[action$='/sign/'] button").click()
    anybody = open_browser(javascript=javascript)
    anybody.goto(f"/ideas/{sitting.item().parts.get().idea_id}/")
    assert "tekijät ovat koolla" not in anybody.locator("main").inner_text()
    half_an_hour_passes(sitting.meeting)
    anybody.reload()
    assert "tekijät ovat koolla" in anybody.locator("main").inner_text()
    assert Idea.objects.filter(stage=Idea.Stage.ANSWERED).count() == 8
    page.reload()
    page.locator("form[action$='/publish/'] button").click()

    anybody.goto(f"/meetings/{sitting.meeting.pk}/")
    told = anybody.locator("main").inner_text()
    assert "Hyvä idea, ja tekijät ovat koolla." in told
    assert sitting.seats[0].person.called not in told


def test_the_projector_follows_the_meeting_by_itself(open_browser):
    sitting = a_meeting(ideas=2, days=0)
    key = a_key_of(sitting.secretary)
    desk, wall = (open_browser(size=DESK, cookies=[key]) for _each in range(2))
    desk.goto(f"/meetings/{sitting.meeting.pk}/attendance/")
    desk.locator("button[name=everybody]").click()
    desk.locator("button[name=open]").click()
    wall.goto(f"/meetings/{sitting.meeting.pk}/projector/")
    first, second = sitting.item(0).title, sitting.item(1).title
    wall.get_by_role("heading", name=first).wait_for()
    assert wall.locator("nav").count() == 0
    desk.locator(".decision button[value=try]").click()
    desk.locator("textarea[name=reason]").fill("Kokeillaan.")
    desk.locator("#decide form[method=post] .box > button.button:not(.second)").click()
    wall.get_by_role("heading", name=second).wait_for()
    assert Meeting.objects.get().is_open
