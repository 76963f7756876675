import re
from datetime import timedelta

import pytest
from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import translation

from elava.foundation import clock
from elava.ui.forms import (
    CardsField,
    ClockField,
    ComingDayField,
    DayField,
    EurosField,
    Form,
    HouseRenderer,
    LongTextField,
    WholeNumberField,
)


class IdeaForm(Form):
    first_focus = True
    words = LongTextField(label="Your idea", help_text="One sentence is enough")
    shown = CardsField(
        label="May we show it?",
        choices=[("yes", "Yes"), ("no", "No")],
        hints={"no": "Only the group"},
    )
    name = django_forms.CharField(label="Name", required=False)
    agrees = django_forms.BooleanField(label="I have read this")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def fresh():
    return str(IdeaForm(renderer=HouseRenderer()))


@pytest.fixture
def wrong():
    return IdeaForm({"name": "Aino <b>"}, renderer=HouseRenderer())


def test_the_browser_never_blocks_the_sending(fresh):
    assert " required" not in fresh


def test_only_optional_fields_are_marked(fresh):
    assert fresh.count("(optional)") == 1
    assert fresh.index("(optional)") > fresh.index("Name")


def test_a_fresh_form_has_the_cursor_in_its_first_field(fresh, wrong):
    assert re.search(r"<textarea[^>]* autofocus", fresh)
    assert "autofocus" not in str(wrong)


def test_nothing_is_chosen_beforehand(fresh):
    assert "checked" not in fresh
    assert "<small>Only the group</small>" in fresh


def test_errors_are_tied_to_their_fields_and_values_stay(wrong):
    html = str(wrong)
    assert 'aria-describedby="id_words_helptext id_words_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'value="Aino &lt;b&gt;"' in html
    ids = set(re.findall(r' id="([^"]+)"', html))
    assert {
        part for row in re.findall(r'aria-describedby="([^"]+)"', html) for part in row.split()
    } <= ids


def test_no_id_stands_twice(wrong):
    ids = re.findall(r' id="([^"]+)"', str(wrong))
    assert len(ids) == len(set(ids))


def test_errors_say_what_to_do(wrong):
    assert wrong.errors["words"] == ["Fill in: Your idea"]
    assert wrong.errors["shown"] == ["Choose an answer: May we show it?"]


def test_the_summary_leads_to_each_field(wrong):
    html = Template("{% load ui %}{% error_summary form %}").render(Context({"form": wrong}))
    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets == ["id_words", "id_shown_0", "id_agrees"]
    assert all(f'id="{target}"' in str(wrong) for target in targets)
    assert "3 things to correct" in html


def test_a_form_without_errors_has_no_summary():
    for form in (IdeaForm(), None):
        assert (
            not Template("{% load ui %}{% error_summary form %}")
            .render(Context({"form": form}))
            .strip()
        )


def test_a_question_page_has_its_label_as_heading(wrong):
    draw = Template(
        "{% load ui %}{% field form.words heading=True %}{% field form.shown heading=True %}"
    )
    html = draw.render(Context({"form": wrong}))
    assert '<h1><label for="id_words">Your idea</label></h1>' in html
    assert "<legend><h1>May we show it?</h1></legend>" in html


@pytest.mark.parametrize("typed", ["21.3.2026", "2026-03-21", "21.03.26"])
def test_a_day_is_understood_as_people_type_it(typed):
    assert DayField().clean(typed).isoformat() == "2026-03-21"


@pytest.mark.parametrize("typed", ["10", "10.00", "10:00"])
def test_a_time_is_understood_as_people_type_it(typed):
    assert ClockField().clean(typed).hour == 10


def test_a_day_that_was_no_day_stays_to_be_corrected():
    class EventForm(Form):
        on = DayField(label="Day")
        people = WholeNumberField(label="People")

    html = str(EventForm({"on": "next week", "people": "many"}, renderer=HouseRenderer()))
    assert 'type="text" name="on" value="next week"' in html
    assert 'type="date"' in str(EventForm(renderer=HouseRenderer()))
    assert "Write the day like this" in html


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("260", 26_000), ("260,50", 26_050), ("260.5", 26_050), ("1 484,50 €", 148_450),
        ("1\u00a0484,50\u00a0€", 148_450), ("1.484,50", 148_450), ("0,05", 5), ("", None),
        ("999 999 999", 99_999_999_900),
    ],
)  # fmt: skip
def test_money_is_understood_as_people_write_it(typed, cents):
    field = EurosField(label="Sum", required=False)
    assert field.clean(typed) == cents
    if cents is not None:
        assert field.clean(field.prepare_value(cents)) == cents


@pytest.mark.parametrize(
    "typed", ["two", "-5", "1,234", "260,500", "12,", "1 2 3 x", "999.999.999.999.999", "9" * 30]
)
def test_what_is_no_money_is_refused_by_the_name_of_its_field(typed):
    with pytest.raises(ValidationError, match="Sum"):
        EurosField(label="Sum").clean(typed)


def test_a_day_to_come_is_today_or_later():
    field = ComingDayField()
    assert field.clean(str(clock.today()))
    with pytest.raises(ValidationError):
        field.clean(str(clock.today() - timedelta(days=1)))


def test_a_limit_is_told_with_the_name_of_its_field():
    class EventForm(Form):
        name = django_forms.CharField(label="Name 100 %", max_length=3)
        people = WholeNumberField(label="People", min_value=2)
        hosts = WholeNumberField(label="Hosts")

    errors = EventForm({"name": "Rantaretki", "people": "1", "hosts": "two"}).errors
    assert "Name 100 %" in errors["name"][0]
    assert "3" in errors["name"][0]
    assert "People" in errors["people"][0]
    assert "Hosts" in errors["hosts"][0]
