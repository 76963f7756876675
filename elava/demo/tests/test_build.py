"""The demo: two towns that nobody lives in, and that look lived-in."""

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import count

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django.utils.timezone import localdate
from django_scopes import scope

from elava.challenges.models import Challenge, Workshop
from elava.decisions.models import Decision, HandOver, Meeting, Minutes
from elava.demo import texts
from elava.demo.build import FIRST_HOST, SECOND_HOST, build_both, live_through
from elava.demo.calendar import is_day_off
from elava.demo.town import Town
from elava.foundation import clock, limits
from elava.ideas.models import Answer, Cluster, Comment, Companion, Idea, Intake, Offer
from elava.journal.ledger import first_break
from elava.journal.models import Thread
from elava.journal.parts import parts_of
from elava.network.models import Group, Organisation
from elava.notices.models import Message
from elava.people.models import NOBODY, Attachment, Consent, Person
from elava.programmes.models import Programme
from elava.public.queries import banner_of_programme

TODAY = date(2027, 3, 1)
NOON = timezone.make_aware(datetime.combine(TODAY, time(12)))
QUERIES = 19_000
PHONE = re.compile(r"(?:\+358|\b0)[\d ]{6,}")
LINK = re.compile(r'<a [^>]*href="(/[^"#?]*)')
NAME = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/organisations/)[^/]+|(?<=/groups/)[^/]+")
OF_A_KIND = 3
ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|https?://([\w.-]+)")


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Both towns, built once for all tests here; gives the number of queries it took."""
    with django_db_blocker.unblock(), transaction.atomic():
        asked = count()
        with connection.execute_wrapper(partial(_counted, asked)):
            build_both(TODAY)
        yield next(asked)
        transaction.set_rollback(True)


def _counted(asked, execute, *query):
    next(asked)
    return execute(*query)


@pytest.fixture
def first_town(demo):
    """The programme of the model town."""
    found = Programme.objects.get(host=FIRST_HOST)
    with scope(programme=found):
        yield found


def test_nothing_is_held_or_due_on_a_day_off(first_town):
    held = [localdate(one.starts_at) for noun in (Meeting, Workshop) for one in noun.objects.all()]
    due = list(Challenge.objects.exclude(answer_by=None).values_list("answer_by", flat=True))
    asked = list(HandOver.objects.values_list("due_on", flat=True))
    assert len(held) > OF_A_KIND
    assert due
    assert asked
    assert not [day for day in held + due + asked if is_day_off(day)]


def test_the_whole_chain_is_told_on_some_thread(first_town):
    kinds = [{part.kind for part in parts_of(one, NOBODY)} for one in Thread.objects.public()]
    assert any({"workshop", "challenge", "idea", "decision", "answer"} <= one for one in kinds)


def test_the_demo_is_built_with_few_questions_to_the_database(demo):
    assert demo < QUERIES


def test_the_network_is_as_large_as_at_the_start_of_a_real_one(first_town):
    assert Organisation.objects.count() == 24
    assert Group.objects.count() == 12
    assert Person.objects.count() == 300


def test_residents_have_brought_ideas_by_every_door_and_they_stand_in_every_stage(first_town):
    assert Idea.objects.count() == 120
    doors = set(Intake.objects.values_list("door", flat=True))
    assert doors == set(Intake.Door.values) - {"import"}
    stages = set(Idea.objects.values_list("stage", flat=True))
    assert stages == {"held", "open", "shortlisted", "answered", "withdrawn"}
    assert Idea.objects.filter(is_hidden=True).count() == 4


def test_challenges_have_grown_out_of_the_notes_of_workshops(first_town):
    assert Workshop.objects.filter(stage="closed").count() == 6
    assert Challenge.objects.public().count() == 6
    for challenge in Challenge.objects.select_related("thread").order_by("pk"):
        assert challenge.notes.exists()
        assert challenge.thread.title == challenge.title


def test_eight_meetings_have_published_minutes_and_the_next_one_has_eight_items(first_town):
    support = Meeting.objects.filter(body__kind="support").order_by("starts_at")
    assert support.count() == 8
    assert Minutes.objects.filter(published_at__isnull=False).count() == 8
    coming = support.last()
    assert (coming.stage, coming.items.count()) == ("called", 8)
    assert 8 <= (timezone.localdate(coming.starts_at) - TODAY).days <= 10
    assert set(Decision.objects.values_list("outcome", flat=True)) >= {
        "try", "try_if", "join", "elsewhere", "not_now", "noted",
    }  # fmt: skip


def test_five_things_were_taken_elsewhere_and_each_went_another_way(first_town):
    with clock.travel(NOON):
        stages = {str(asked.stage) for asked in HandOver.objects.order_by("pk")}
    assert HandOver.objects.count() == 5
    assert stages == {"done", "taken", "refused", "silent", "asked"}


def test_the_post_of_the_last_weeks_has_left(first_town):
    assert Message.objects.filter(state="sent").exists()
    assert not Message.objects.filter(state__in=["queued", "dead"]).exists()


def test_drawn_pictures_hang_on_some_ideas(first_town):
    assert Attachment.objects.filter(purpose="idea", shown_on__isnull=False).count() == 4


def test_half_of_the_people_let_the_network_see_them_and_some_have_said_yes_or_no(first_town):
    hidden = Person.objects.filter(visibility="hidden").count()
    assert 90 < hidden < 180
    said = set(Consent.objects.values_list("purpose", "said"))
    assert said >= {("news", "given"), ("news", "refused"), ("reach", "given")}


def test_the_programme_has_a_banner_of_its_own(first_town):
    assert banner_of_programme().picture.width == 900


def test_only_what_has_come_due_in_these_two_weeks_waits_to_be_looked_at_again(first_town):
    days = Answer.objects.exclude(look_again_on=None).values_list("look_again_on", flat=True)
    assert min(days) > TODAY - timedelta(days=16)


def test_ideas_have_found_company(first_town):
    assert Cluster.objects.running().count() == 14
    assert Offer.objects.filter(is_thanked=True).exists()
    assert Companion.objects.exists()
    assert set(Comment.objects.values_list("stage", flat=True)) == {"held", "shown"}


def test_a_second_programme_stands_beside_it_in_another_language_order(demo):
    second = Programme.objects.get(host=SECOND_HOST)
    assert [entry["code"] for entry in second.languages] == ["fi", "sv"]
    with scope(programme=second):
        assert Idea.objects.count() == 10


def test_both_are_marked_as_examples_and_their_journals_hold(demo):
    for programme in Programme.objects.filter(host__in=[FIRST_HOST, SECOND_HOST]):
        assert programme.is_example
        with scope(programme=programme):
            assert first_break(programme) is None


def test_the_same_day_gives_the_same_story():
    first, again = (_what_the_small_town_looks_like() for _time in range(2))
    assert first == again


def _what_the_small_town_looks_like():
    with transaction.atomic():
        town = Town(texts.second_town(), host="small.localhost", today=TODAY)
        live_through(town)
        with scope(programme=town.programme):
            ideas = Idea.objects.order_by("pk").values_list("pk", "title", "receipt__number")
            return list(ideas), transaction.set_rollback(True)


def test_every_public_page_answers_in_every_language(demo, client):
    """Follows the links from each home page; of pages of one kind it opens a few."""
    with clock.travel(NOON):
        for host, prefix in [(FIRST_HOST, p) for p in ("/", "/sv/", "/en/", "/selko/")] + [
            (SECOND_HOST, "/"), (SECOND_HOST, "/sv/"),
        ]:  # fmt: skip
            opened = _follow_links(client, host, prefix)
            assert len(opened) > 8, f"{host}{prefix} leads only to {sorted(opened)}"


def _follow_links(client, host, start):
    limits.forget()  # one visitor who opens every page of a town looks like a machine
    waiting, seen, of_kind = [start], {start}, Counter()
    while waiting:
        page = waiting.pop(0)
        answer = client.get(page, HTTP_HOST=host, follow=True)
        assert answer.status_code == 200, f"{host}{page} answers {answer.status_code}"
        if not answer["Content-Type"].startswith("text/html"):
            continue
        for link in LINK.findall(answer.content.decode()):
            kind = NAME.sub("*", link)
            if link not in seen and link.startswith(start) and of_kind[kind] < OF_A_KIND:
                of_kind[kind] += 1
                seen.add(link)
                waiting.append(link)
    return seen


def test_no_number_can_be_dialled_and_every_address_is_an_example():
    for file in sorted(texts.FOLDER.glob("*.toml")):
        words = file.read_text("utf-8")
        if file.stem == "model_case":
            continue
        for phone in PHONE.findall(words):
            assert phone.startswith("015 000 0"), f"{file.name}: {phone}"
        for found in ADDRESS.finditer(words):
            host = found.group(1) or found.group(0).partition("@")[2]
            assert host.endswith("example.org"), f"{file.name}: {found.group(0)}"
