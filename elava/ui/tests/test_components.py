from types import SimpleNamespace

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import translation

from elava.people.models import Attachment
from elava.ui import panels
from elava.ui.context import Shell
from elava.ui.stages import STAGES, stage_tag


def page(text, **context):
    with translation.override("en"):
        return Template("{% load ui %}" + text).render(Context(context))


@pytest.mark.parametrize(
    "text",
    [
        '{% icon "hart" %}',
        "{% icon %}",
        '{% icon "home" size=2 %}',
        '{% stage "runing" "Running" %}',
        '{% stage "running" %}',
        '{% stage "running" "x" colour="red" %}',
        '{% stream "river" %}',
        '{% notice kind="bad" %}x{% endnotice %}',
        '{% notice kynd="good" %}x{% endnotice %}',
        "{% card %}x{% endcard %}",
        '{% card title="x" link="/" %}x{% endcard %}',
        '{% sheet "a5" %}x{% endsheet %}',
        '{% decision_bar chosen="maybe" %}',
        '{% empty_state "Nothing yet." %}',
        '{% number "482917" %}',
        '{% pager "" %}',
        "{% journey wrong %}",
        "{% links wrong %}",
        "{% tasks wrong %}",
        "{% summary wrong %}",
        "{% field wrong %}",
        '{% filter_row wrong "Order" %}',
        "{% crisis wrong %}",
        '{% tiles "x" wrong wrong %}',
        "{% readers %}",
    ],
)
def test_a_misspelt_or_missing_argument_is_an_error(text):
    with pytest.raises(TemplateSyntaxError):
        page(text, wrong=[{"wrod": "x"}])


@pytest.mark.parametrize("kind", STAGES)
def test_a_stage_is_a_word_and_a_shape(kind):
    assert stage_tag(kind, "<b>") == f'<span class="stage {kind}">&lt;b&gt;</span>'


def test_an_unknown_stage_has_no_tag():
    with pytest.raises(ValueError, match="no stage"):
        stage_tag("lost", "Lost")


def test_the_journey_says_in_words_where_it_is():
    steps = [
        {"word": "Heard", "state": "done", "when": "3.3."},
        {"word": "Tried", "state": "now"},
        {"word": "Learned", "state": "next"},
    ]
    html = page("{% journey steps %}", steps=steps)
    assert html.count("<li") == 3
    assert 'class="now" aria-current="step"' in html
    assert all(words in html for words in ("(done)", "(now)", "(still ahead)"))


def test_the_number_is_read_in_threes_and_from_the_left():
    assert '<bdi dir="ltr">482 917</bdi>' in page(
        '{% number "482917" "Your number" promise="by Friday" %}'
    )


def test_the_five_outcomes_weigh_the_same():
    html = page('{% decision_bar chosen="join" %}')
    assert html.count("<button") == 5
    assert html.count('aria-pressed="true"') == 1
    assert "class" not in html.split("<button")[1].split(">")[0]


def test_crisis_lines_begin_with_the_emergency_number():
    html = page("{% crisis lines %}", lines=[{"name": "Crisis line", "phone": "09 2525 0111"}])
    assert html.index("tel:112") < html.index("tel:0925250111")


def test_an_empty_pager_leaves_nothing():
    assert "nav" not in page('{% pager "" "" %}')
    assert 'rel="next"' in page('{% pager "" "?after=3" %}')


def test_what_people_write_stays_text():
    evil = "<script>"
    for text in (
        "{% card title=evil url=evil %}{{ evil }}{% endcard %}",
        "{% readers evil never=evil %}",
        "{% tally evil evil evil evil %}",
        "{% banner picture evil url=evil %}",
        "{% back evil label=evil %}",
        "{% empty_state evil evil evil %}",
    ):
        assert evil not in page(text, evil=evil, picture=Attachment(width=2, height=1))


def test_panels_stand_in_order_and_may_stay_away(monkeypatch):
    monkeypatch.setattr(panels, "_panels", type(panels._panels)(list))
    panels.panel(
        "try.page",
        20,
        lambda request, subject: {"sentence": subject, "door": "d", "url": "/"},
        "ui/parts/empty.html",
    )
    panels.panel("try.page", 10, lambda request, subject: None, "ui/parts/missing.html")
    assert "a subject" in page('{% panels "try.page" thing %}', thing="a subject")
    assert page('{% panels "other.page" %}').strip() == ""


def test_a_door_stands_in_one_of_two_areas():
    with pytest.raises(ValueError, match="area"):
        panels.nav(1, "Door", "home", area="cellar")


def shell_of(path, **attributes):
    request = RequestFactory().get(path)
    for name, value in attributes.items():
        setattr(request, name, value)
    return Shell(request)


def test_the_same_page_waits_in_every_language():
    programme = SimpleNamespace(
        languages=[{"code": "fi", "prefix": ""}, {"code": "fi-selko", "prefix": "selko"}]
    )
    shell = shell_of("/ideas/?after=3", programme=programme, language="fi-selko")
    assert [(row["name"], row["url"], row["current"]) for row in shell.languages] == [
        ("Suomi", "/ideas/?after=3", False),
        ("Helppo suomi", "/selko/ideas/?after=3", True),
    ]
    assert shell.lang == "fi"


def test_a_path_of_two_slashes_leads_to_no_other_host():
    request = RequestFactory().get("/")
    request.path_info = "//evil.example/"
    request.programme = SimpleNamespace(languages=[{"code": "fi", "prefix": ""}])
    assert Shell(request).languages[0]["url"] == "/evil.example/"


def test_the_shell_stands_without_programme_or_person():
    shell = shell_of("/")
    assert (shell.languages, shell.desk_nav, shell.help_phone, shell.is_signed_in) == (
        [],
        [],
        "",
        False,
    )
    assert shell.name == "Elävä"
