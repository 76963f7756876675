from datetime import timedelta

from django.urls import reverse

from elava.decisions.actions import hand_over
from elava.decisions.models import HandOver
from elava.foundation import clock
from elava.people.models import NOBODY
from tests.given.decisions import a_secretary, an_open_meeting
from tests.given.ideas import an_idea
from tests.given.people import a_body, a_coordinator


def a_hand_over(**facts):
    facts = {
        "asks": "Korjatkaa ramppi.", "why": "Lapset putoavat.", "receiver_name": "Puistoyksikkö",
        "due_on": clock.today() + timedelta(days=30), "idea": an_idea(is_open=True),
    } | facts  # fmt: skip
    return hand_over("Skeittiramppi", by=a_coordinator(), **facts)


def test_the_receiver_answers_by_link_without_an_account(seen_as):
    handover, client = a_hand_over(), seen_as(NOBODY)
    opened = client.get(reverse("open_handover", args=[handover.secret]))
    assert opened.url == handover.get_absolute_url()
    assert "Korjatkaa ramppi." in client.get(opened.url).content.decode()
    client.send(opened.url + "answer/", said="taken", words="")
    client.send(opened.url + "answer/", said="done", words="Ramppi on ehjä.")
    assert HandOver.objects.get().stage == "done"
    assert "Ramppi on ehjä." in client.get(opened.url).content.decode()


def test_a_no_needs_its_reason(seen_as):
    handover, client = a_hand_over(), seen_as(NOBODY)
    client.get(reverse("open_handover", args=[handover.secret]))
    url = handover.get_absolute_url() + "answer/"
    assert client.send(url, said="refused", words="").status_code == 200
    client.send(url, said="refused", words="Ei rahaa.")
    assert HandOver.objects.get().refused_because == "Ei rahaa."


def test_a_renewed_link_makes_the_old_one_void_also_where_it_was_open(seen_as):
    handover, client = a_hand_over(), seen_as(NOBODY)
    old = handover.secret
    client.get(reverse("open_handover", args=[old]))
    seen_as(a_coordinator())
    client.send(handover.get_absolute_url() + "link/")
    seen_as(NOBODY)
    assert client.get(reverse("open_handover", args=[old])).status_code == 404
    answered = client.send(handover.get_absolute_url() + "answer/", said="taken")
    assert answered.status_code == 403


def test_the_link_opens_nothing_in_another_programme(seen_as, other_programme):
    url = reverse("open_handover", args=[a_hand_over().secret])
    answer = seen_as(NOBODY).get(url, headers={"host": other_programme.host})
    assert (answer.status_code, bool(answer.cookies)) == (404, False)


def test_the_desk_hands_over_and_takes_back(seen_as):
    idea = an_idea("Ramppi", is_open=True)
    client = seen_as(a_coordinator())
    url = reverse("new_handover") + f"?idea={idea.pk}"
    assert "Ramppi" in client.get(url).content.decode()
    client.send(url, title="Ramppi", why="Rikki", asks="Korjatkaa", receiver_name="Puisto",
                due_on="1.3.2027")  # fmt: skip
    handover = HandOver.objects.get()
    assert handover.idea == idea
    assert handover.secret in client.get(handover.get_absolute_url()).content.decode()
    client.send(handover.get_absolute_url() + "take-back/", reason="Ei enää tarpeen")
    assert HandOver.objects.get().stage == "taken_back"


def test_silence_is_shown_after_the_day(seen_as):
    handover = a_hand_over(due_on=clock.today() - timedelta(days=1))
    assert handover.stage == "silent"
    page = seen_as(NOBODY).get(reverse("handovers")).content.decode()
    assert "stage late" in page


def test_a_stranger_neither_sees_the_link_nor_answers(seen_as):
    handover, client = a_hand_over(), seen_as(NOBODY)
    page = client.get(handover.get_absolute_url()).content.decode()
    assert handover.secret not in page
    assert client.send(handover.get_absolute_url() + "answer/", said="taken").status_code == 403


def test_the_receiver_reads_the_residents_words_and_not_our_letter_to_the_giver(seen_as):
    sitting = an_open_meeting()
    idea = sitting.item().parts.get().idea
    sitting.decide(
        outcome="elsewhere", reason={"fi": "Kiitos sinulle, joka kirjoitit."},
        receiver={"receiver_name": "Puisto", "asks": "Korjatkaa", "why": "Reuna leikkaa.",
                  "due_on": clock.today() + timedelta(days=9)},
    )  # fmt: skip
    sitting.close_for_good()
    handover, client = HandOver.objects.get(), seen_as(NOBODY)
    opened = client.get(reverse("open_handover", args=[handover.secret])).url
    text = client.get(opened).content.decode()
    assert "Kiitos sinulle" not in text
    assert "Reuna leikkaa." in text
    assert idea.text in text
    assert idea.get_absolute_url() in text


def test_the_heading_of_the_answer_is_not_said_twice(seen_as):
    handover, client = a_hand_over(), seen_as(NOBODY)
    opened = client.get(reverse("open_handover", args=[handover.secret])).url
    text = client.get(opened).content.decode()
    assert text.count("Vastauksesi") == 1
    words = text.split('for="id_words"', 1)[1].split("</label>")[0]
    assert "ei pakollinen" not in words


def test_the_form_of_the_receiver_is_shown_to_whoever_may_use_it(seen_as):
    handover = a_hand_over()
    form = handover.get_absolute_url() + "answer/"
    chair = a_secretary(a_body("support"))
    assert form not in seen_as(chair).get(handover.get_absolute_url()).content.decode()
    client = seen_as(a_coordinator())
    assert form in client.get(handover.get_absolute_url()).content.decode()
    assert client.send(form, said="taken", words="").status_code == 302
