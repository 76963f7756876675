import pytest
from django.urls import reverse

from elava.foundation.access import HOUSE
from elava.foundation.errors import NotAllowed, NotNow
from elava.ideas.actions import (
    answer_appeal,
    appeal_hiding,
    forget_words,
    hide_post,
    report_post,
    set_aside_idea,
    settle_reports,
    withdraw_idea,
    write_comment,
)
from elava.ideas.models import Comment, Hiding, Idea
from elava.ideas.queries import reports_to_settle
from elava.people.models import NOBODY, KeyHolder
from tests.given.accounts import signed_in
from tests.given.ideas import an_idea
from tests.given.journal import the_last_entry
from tests.given.people import a_coordinator, a_person

REASON = Hiding.Reason.NAMES_SOMEONE


def test_a_hidden_idea_looks_missing_and_its_author_reads_why_and_may_appeal(client):
    idea = an_idea(is_open=True)
    hiding = hide_post(idea, by=a_coordinator(), reason=REASON, message={"fi": "Poista nimi."})
    assert client.get(idea.get_absolute_url()).status_code == 404
    assert client.get(idea.thread.get_absolute_url()).status_code == 404
    client.get(f"/number/slip/{idea.receipt.secret}/")
    assert "Poista nimi." in client.get("/number/slip/").content.decode()
    with pytest.raises(NotAllowed):
        appeal_hiding(hiding, by=NOBODY, words="Miksi?")
    appeal_hiding(hiding, by=KeyHolder(idea.receipt), words="Nimi on keksitty.")
    answer_appeal(hiding, by=a_coordinator(), shows_again=True)
    assert client.get(idea.get_absolute_url()).status_code == 200


def test_the_open_log_tells_what_and_why_and_never_who(client):
    idea = an_idea("Matti Meikäläinen pois", is_open=True)
    hide_post(idea, by=a_coordinator("Kaisa"), reason=REASON, message={"fi": "Poista nimi."})
    page = client.get("/results/hidden/").content.decode()
    assert str(REASON.label) in page or "tunnistaa" in page
    assert "Matti" not in page
    assert "Kaisa" not in page
    assert "Poista nimi" not in page


def test_anybody_reports_and_the_desk_settles_without_a_name():
    idea = an_idea(is_open=True)
    report_post(idea, by=a_person(), reason=REASON, words="Tunnen hänet")
    assert reports_to_settle().count() == 1
    settle_reports(idea, by=a_coordinator())
    assert not reports_to_settle().exists()


def test_a_hidden_comment_goes_from_the_page():
    idea = an_idea(is_open=True)
    comment = write_comment(idea, by=a_coordinator(), text="Soita Matille")
    hide_post(comment, by=a_coordinator(), reason=REASON, message={"fi": "Nimi pois."})
    assert not Comment.objects.public().exists()


def test_a_cry_for_help_leaves_the_queue_and_no_word_and_no_name_stays():
    idea = an_idea("En jaksa enää")
    set_aside_idea(idea, by=a_coordinator())
    idea = Idea.objects.select_related("intake", "thread").get(pk=idea.pk)
    assert (idea.text, idea.title, idea.intake.raw_words, idea.thread.title) == ("", "", "", {})
    entry = the_last_entry(idea)
    assert (entry.verb, entry.by, entry.words) == ("idea.set_aside", None, None)


def test_a_withdrawn_idea_looks_missing_and_its_words_go_some_weeks_later(client):
    idea = an_idea(is_open=True)
    with pytest.raises(NotAllowed):
        withdraw_idea(idea, by=NOBODY)
    idea = withdraw_idea(idea, by=KeyHolder(idea.receipt))
    assert client.get(idea.get_absolute_url()).status_code == 404
    with pytest.raises(NotNow):
        withdraw_idea(idea, by=KeyHolder(idea.receipt))
    forget_words(idea, by=HOUSE)
    assert Idea.objects.get(pk=idea.pk).text == ""


def test_the_queue_asks_as_often_for_one_post_of_each_kind_as_for_five(
    client, django_assert_max_num_queries, django_assert_num_queries
):
    signed_in(client, a_coordinator())

    def some(count):
        for _each in range(count):
            an_idea()
            shown = an_idea(is_open=True)
            report_post(shown, by=NOBODY, reason="other")
            hidden = an_idea(is_open=True)
            hiding = hide_post(hidden, by=a_coordinator(), reason="other", message={"fi": "Ei."})
            appeal_hiding(hiding, by=KeyHolder(hidden.receipt), words="Miksi?")

    some(1)
    with django_assert_max_num_queries(20) as first:
        client.get(reverse("queue"))
    some(4)
    with django_assert_num_queries(len(first)):
        page = client.get(reverse("queue"))
    assert page.headers["Cache-Control"].startswith("max-age=0")
    assert client.post(reverse("queue")).status_code == 405
