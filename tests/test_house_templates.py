"""Templates: short, used, and plain in their rows."""

import re

import pytest

from elava.ui.templatetags.ui import register
from tests.rooms import HOUSE, named, python_files, templates

TAG = re.compile(r"{%\s*(\w+).*?%}|{{.*?}}", re.DOTALL)
COSTLY = re.compile(r"\|\s*(date|time|day|short_day|moment|markdown|excerpt|timesince)\b")
# A handful of filters, the one message of a page and the sheet of ten slips are no long lists.
FEW = {"notice", "endnotice", "filter_row", "qr"}
COMPONENTS = set(register.tags) - FEW
FORBIDDEN = {"url", "translate", "trans", "blocktranslate", "blocktrans", "include"} | COMPONENTS


def tags_in_rows(text):
    """The tags and outputs inside row loops; what an outermost {% empty %} shows is no row."""
    empties = []
    for found in TAG.finditer(text):
        tag = found.group(1)
        if tag == "for":
            empties.append(False)
        elif tag == "empty":
            empties[-1] = True
        elif tag == "endfor":
            empties.pop()
        elif empties and not all(empties):
            yield tag, found.group(0)


@pytest.mark.parametrize("file", **named(templates()))
def test_templates_stay_short_and_their_rows_plain(file):
    text = file.read_text()
    assert text.count("\n") <= 80, f"{file} is too long"
    if "ui" in file.relative_to(HOUSE).parts[:1]:
        return
    for tag, written in tags_in_rows(text):
        is_costly = tag in FORBIDDEN or COSTLY.search(written)
        assert not is_costly, f"{file}: {written} inside a row loop; prepare it in the query"


def test_the_look_into_rows_sees_nested_loops_and_passes_over_empty_lists():
    row = '{% for a in b %}{% for c in d %}x{% endfor %}{% url "home" %}{% endfor %}'
    assert ("url", '{% url "home" %}') in list(tags_in_rows(row))
    assert not list(tags_in_rows('{% for a in b %}{% empty %}{% url "home" %}{% endfor %}'))


def test_every_template_is_used():
    files = [*python_files(but={"tests"}), *templates()]
    sources = {file: file.read_text() for file in files}
    for file in templates():
        name = str(file).split("templates/")[1]
        is_named = any(name in text for other, text in sources.items() if other != file)
        assert is_named or name.startswith("ui/gallery/"), f"nobody renders {name}"
