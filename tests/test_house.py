"""The shape of the house that no linter knows: floors, days, names, sizes."""

import ast
import re

import pytest

from elava.network.models import Body
from tests.rooms import (
    HOUSE,
    calls_in,
    domain_models,
    functions_of,
    named,
    python_files,
    rooms,
    tree_of,
)

FLOORS = [
    "foundation", "programmes", "people", "journal", "ui", ("notices", "search"), "network",
    "challenges", "ideas", "decisions", "experiments", "events", "measures", "practices",
    ("grants", "helping"), "rights", "afterlife", "impact",
    ("public", "desk", "accounts", "api"), "demo",
    "config",
]  # fmt: skip
FLOOR_OF = {
    name: height
    for height, names in enumerate(FLOORS)
    for name in ([names] if isinstance(names, str) else names)
}
# An exception from a rule of the linter, the types or the coverage, and the words after it.
EXCEPTION = re.compile(
    r"#\s*(?:noqa|type:\s*ignore|pragma: no)\b(?P<codes>[:\[ A-Z0-9,\]]*)(?P<why>.*)"
)
FORBIDDEN = {"utils", "helpers", "services", "managers", "mixins", "common", "misc", "base"}


@pytest.mark.parametrize("file", **named(python_files(but={"tests"})))
def test_days_are_asked_about_and_not_their_absence(file):
    """A term with a last day still runs, and one without may not have begun: ask `on(day)`."""
    if "network" in file.relative_to(HOUSE).parts[:1]:
        return
    for call in [node for node in ast.walk(tree_of(file)) if isinstance(node, ast.Call)]:
        for word in call.keywords:
            is_open_end = word.arg == "until" and getattr(word.value, "value", "") is None
            assert not is_open_end, f"{file}:{call.lineno} asks for until=None; use on(day)"


@pytest.mark.parametrize("file", **named(python_files(but={"tests"})))
def test_the_day_of_an_instant_is_the_day_of_the_programme(file):
    """`.date()` of a stored instant is the day in Greenwich; localdate() is the day here."""
    for call in calls_in(tree_of(file)):
        if isinstance(call, ast.Attribute) and call.attr == "date":
            assert not isinstance(call.value, ast.Attribute), (
                f"{file}:{call.lineno} use localdate()"
            )


def test_every_rule_that_a_body_shows_is_asked_somewhere():
    source = "\n".join(file.read_text() for file in rooms("actions", "rules", "queries"))
    for rule in Body.RULES:
        assert f".{rule}" in source, f"nobody keeps the rule {rule}"


@pytest.mark.parametrize("model", domain_models(), ids=lambda model: model.__name__)
def test_keys_point_down_and_leave_no_name_behind(model):
    package = model._meta.app_label
    for field in model._meta.get_fields():
        if not (field.is_relation and field.concrete) or field.related_model is None:
            continue
        target = field.related_model._meta.app_label
        if not field.related_model.__module__.startswith("elava."):
            continue
        assert FLOOR_OF[target] <= FLOOR_OF[package], f"{model.__name__}.{field.name} points up"
        if target != package:
            assert field.remote_field.related_name.endswith("+"), (
                f"{model.__name__}.{field.name} leaves a name on a lower floor: related_name='+'"
            )


@pytest.mark.parametrize("model", domain_models(), ids=lambda model: model.__name__)
def test_every_noun_says_what_it_is(model):
    assert not (model.__doc__ or f"{model.__name__}(").startswith(f"{model.__name__}("), model


@pytest.mark.parametrize("file", **named(python_files()))
def test_files_and_functions_stay_short(file):
    text = file.read_text()
    assert text.count("\n") <= 300, f"{file} has become a crowded room"
    for function in functions_of(ast.parse(text)):
        length = function.end_lineno - function.lineno + 1
        assert length <= 40, f"{file}: {function.name} has {length} lines"


@pytest.mark.parametrize("file", **named(python_files()))
def test_names_say_what_things_are(file):
    assert file.stem not in FORBIDDEN
    assert not FORBIDDEN & set(file.relative_to(HOUSE).parts)


@pytest.mark.parametrize("file", **named(python_files(but={"tests"})))
def test_public_functions_have_a_docstring(file):
    for node in tree_of(file).body:
        is_public = isinstance(node, ast.FunctionDef | ast.ClassDef)
        if is_public and not node.name.startswith("_") and not file.name.startswith("apps"):
            assert ast.get_docstring(node), f"{file}: {node.name} has no docstring"


def test_every_exception_from_a_rule_says_why():
    mute = [
        f"{file}: {line.strip()}"
        for folder in ("elava", "tests", "bench", "docs")
        for file in (HOUSE.parent / folder).rglob("*.py")
        for line in file.read_text().splitlines()
        if (found := EXCEPTION.search(line)) and (len(found["why"]) < 8 or ":" not in found[0])
    ]
    assert not mute, "\n".join(mute)
