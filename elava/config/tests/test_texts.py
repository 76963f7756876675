import polib
import pytest

from elava.config.texts import catalogues
from elava.config.texts.collect import build
from elava.config.texts.faults import faults_of
from elava.config.texts.in_python import messages_in_python
from elava.config.texts.in_templates import messages_in_template
from elava.config.texts.messages import Message, NotTranslatable

IMPORT = "from django.utils.translation import gettext_lazy as _, ngettext, pgettext\n"


def in_python(code):
    return set(messages_in_python(IMPORT + code))


def in_template(text):
    return set(messages_in_template("{% load i18n %}" + text))


def a_catalogue(**changes):
    catalogue = polib.POFile()
    catalogue.metadata = catalogues.header("fi")
    catalogue.append(polib.POEntry(**{"msgid": "%(n)s ideas", "msgstr": "%(n)s ideaa"} | changes))
    return catalogue


def faults_with(message, **changes):
    texts = {message.key: message}
    return "\n".join(faults_of(texts, a_catalogue(**changes), "ideas, fi"))


def test_a_text_in_python_is_found_under_each_name_of_the_function():
    assert in_python('_("One " "text")') == {Message("One text")}
    assert in_python('ngettext("%s idea", "%s ideas", n)') == {
        Message("%s idea", plural="%s ideas")
    }
    assert in_python('pgettext("month", "May")') == {Message("May", "month")}


def test_a_variable_and_a_foreign_function_are_no_texts():
    assert in_python('_(title); print("Hello")') == set()
    assert set(messages_in_python('_("not imported")')) == set()


@pytest.mark.parametrize("code", ['_(f"{count} ideas")', '_("Idea " + number)', '_("%s" % name)'])
def test_a_text_built_before_it_is_marked_is_refused(code):
    with pytest.raises(NotTranslatable, match="mark the plain text"):
        in_python(code)


def test_texts_in_templates_are_found_wherever_a_tag_holds_them():
    assert in_template('{% if a %}{% translate "Yes" %}{% else %}{{ _("No") }}{% endif %}') == {
        Message("Yes"),
        Message("No"),
    }
    assert in_template('{{ name|default:_("Nobody") }}') == {Message("Nobody")}
    assert in_template('{% with a=_("In with") %}{% endwith %}') == {Message("In with")}
    assert in_template('{% translate "May" context "month" %}') == {Message("May", "month")}
    assert in_template('{% translate "100 %" %}') == {Message("100 %%")}


def test_a_block_of_text_is_trimmed_and_keeps_its_plural():
    block = """{% blocktranslate trimmed count n=n %}
        {{ n }} idea
    {% plural %}
        {{ n }} ideas
    {% endblocktranslate %}"""
    assert in_template(block) == {Message("%(n)s idea", plural="%(n)s ideas")}


def test_a_template_that_does_not_compile_is_named():
    with pytest.raises(NotTranslatable, match=r"ideas/list\.html"):
        list(messages_in_template("{% nonsense %}", "ideas/list.html"))


def test_a_translation_and_who_checked_it_stay_when_the_code_moves():
    old = a_catalogue(tcomment="checked: Aino")
    new = build({Message("%(n)s ideas"): ["ideas/views.py"], Message("New"): []}, old, {}, "fi")
    assert [(e.msgid, e.msgstr, e.tcomment) for e in new] == [
        ("%(n)s ideas", "%(n)s ideaa", "checked: Aino"),
        ("New", "", ""),
    ]


def test_an_unused_text_leaves_and_a_text_known_elsewhere_comes_along():
    known = {("", "Save"): polib.POEntry(msgid="Save", msgstr="Tallenna")}
    new = build({Message("Save"): ["desk/views.py"]}, a_catalogue(), known, "fi")
    assert [(e.msgid, e.msgstr) for e in new] == [("Save", "Tallenna")]


def test_a_faultless_catalogue_has_no_faults():
    assert faults_with(Message("%(n)s ideas")) == ""


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"msgstr": ""}, "not translated"),
        ({"msgstr": "%(m)s ideaa"}, "other placeholders"),
        ({"flags": ["fuzzy"]}, "fuzzy"),
        ({"msgid_plural": "many"}, "its plural has changed"),
        ({"msgid": "Gone"}, "no longer used"),
    ],
)
def test_each_fault_is_told(changes, fault):
    assert fault in faults_with(Message("%(n)s ideas"), **changes)


def test_the_form_for_one_may_leave_out_the_number():
    message = Message("One idea", plural="%(n)s ideas")
    forms = {"msgid": "One idea", "msgid_plural": "%(n)s ideas", "msgstr": ""}
    assert faults_with(message, **forms, msgstr_plural={0: "Yksi idea", 1: "%(n)s ideaa"}) == ""
    assert "placeholders" in faults_with(message, **forms, msgstr_plural={0: "Yksi", 1: "Monta"})


def test_a_compiled_catalogue_is_fresh_until_its_source_changes(tmp_path):
    path = tmp_path / "django.po"
    a_catalogue().save(str(path))
    assert catalogues.is_stale(path)
    catalogues.compile_one(path)
    assert not catalogues.is_stale(path)
