"""The rules of the house that no linter knows."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

from elava.network.models import Body

HOUSE = Path(__file__).parent.parent / "elava"
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
WRITES = {"save", "create", "bulk_create", "bulk_update", "update", "delete", "get_or_create",
          "update_or_create"}  # fmt: skip
FORBIDDEN = {"utils", "helpers", "services", "managers", "mixins", "common", "misc", "base"}
FREE_OF_JOURNAL = {"open_thread", "name_thread", "join_thread", "show_thread", "give_receipt",
                   "take_back_receipt"}  # fmt: skip
IN_A_ROW = re.compile(r"{%\s*(url|translate|blocktranslate|include|panels|icon|card|stage)\b|\|\s*"
                      r"(date|day|short_day|moment|markdown|excerpt)\b")  # fmt: skip


def rooms(*names):
    """The files of these rooms in every package, also where a room became a folder."""
    found = []
    for name in names:
        found += HOUSE.glob(f"*/{name}.py")
        found += HOUSE.glob(f"*/{name}/*.py")
    return sorted(file for file in found if file.name != "__init__.py")


def python_files():
    return sorted(file for file in HOUSE.rglob("*.py") if "migrations" not in file.parts)


def named(files):
    return {"argvalues": files, "ids": [str(file.relative_to(HOUSE)) for file in files]}


def tree_of(file):
    return ast.parse(file.read_text())


def calls_in(tree):
    return [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]


def functions_of(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("file", **named(rooms("views", "forms", "queries", "rules", "panels")))
def test_only_actions_write(file):
    found = {call.attr for call in calls_in(tree_of(file)) if isinstance(call, ast.Attribute)}
    objects = re.findall(r"objects\S*\.(\w+)\(", file.read_text())
    written = (found & {"bulk_create", "bulk_update", "get_or_create", "update_or_create"}) | (
        set(objects) & WRITES
    )
    assert not written, f"{file} writes to the database; move that into actions.py"


def is_action(node):
    """A function that wears @action."""
    worn = [getattr(mark, "id", "") for mark in getattr(node, "decorator_list", ())]
    return isinstance(node, ast.FunctionDef) and "action" in worn


ACTIONS = {node.name for file in rooms("actions") for node in tree_of(file).body if is_action(node)}


def acts_in(tree):
    """The calls of actions in a piece of a view."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [
        call for call in calls
        if getattr(getattr(call.func, "value", None), "id", "") == "actions"
        or getattr(call.func, "id", "") in ACTIONS
    ]  # fmt: skip


def most_acts(statements):
    """The most actions on one path through statements: (that goes on behind them, that ends)."""
    on, ended = 0, 0
    for node in statements:
        if isinstance(node, ast.If):
            asked = on + len(acts_in(node.test))
            ways = [most_acts(node.body), most_acts(node.orelse)]
            ended = max(ended, *(asked + way[1] for way in ways))
            on = asked + max(way[0] for way in ways)
        elif isinstance(node, ast.Return | ast.Raise):
            return -99, max(ended, on + len(acts_in(node)))
        elif isinstance(node, ast.Try | ast.With):
            inner = [*node.body, *(s for h in getattr(node, "handlers", ()) for s in h.body)]
            way = most_acts(inner)
            on, ended = on + way[0], max(ended, on + way[1])
        else:
            on += len(acts_in(node))
    return on, max(ended, on)


@pytest.mark.parametrize("file", **named(rooms("views")))
def test_a_view_does_one_thing_and_none_in_a_loop(file):
    """Each action seals the journal at its end: a second one would lock rows behind the clock."""
    loops = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)
    for view in functions_of(tree_of(file)):
        assert most_acts(view.body)[1] <= 1, f"{file}: {view.name} calls two actions on one path"
        for node in ast.walk(view):
            in_loop = isinstance(node, loops) and acts_in(node)
            assert not in_loop, f"{file}: {view.name} calls an action in a loop"


@pytest.mark.parametrize("file", **named(rooms("actions")))
def test_every_action_leaves_a_trace_in_the_journal(file):
    for node in tree_of(file).body:
        if is_action(node):
            names = {getattr(call, "id", getattr(call, "attr", "")) for call in calls_in(node)}
            assert names & {"record", *ACTIONS} or node.name in FREE_OF_JOURNAL, (
                f"{file}: {node.name}() leaves no trace in the journal"
            )


@pytest.mark.parametrize("file", **named(rooms("views")))
def test_files_are_opened_before_the_database_is_held(file):
    for function in functions_of(tree_of(file)):
        reads_files = any(
            isinstance(node, ast.Attribute) and node.attr == "FILES" for node in ast.walk(function)
        )
        worn = [ast.unparse(mark).partition("(")[0] for mark in function.decorator_list]
        assert not reads_files or "opens_photos" in worn[: worn.index("once")], (
            f"{file}: {function.name} reads a file; @opens_photos belongs above its @once"
        )


@pytest.mark.parametrize("file", **named([f for f in python_files() if "tests" not in f.parts]))
def test_days_are_asked_about_and_not_their_absence(file):
    """A term with a last day still runs, and one without may not have begun: ask `on(day)`."""
    if "network" in file.relative_to(HOUSE).parts[:1]:
        return
    for call in [node for node in ast.walk(tree_of(file)) if isinstance(node, ast.Call)]:
        for word in call.keywords:
            is_open_end = word.arg == "until" and getattr(word.value, "value", "") is None
            assert not is_open_end, f"{file}:{call.lineno} asks for until=None; use on(day)"


@pytest.mark.parametrize("file", **named([f for f in python_files() if "tests" not in f.parts]))
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


def domain_models():
    return [model for model in apps.get_models() if model.__module__.startswith("elava.")]


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


@pytest.mark.parametrize("file", **named([f for f in python_files() if "tests" not in f.parts]))
def test_public_functions_have_a_docstring(file):
    for node in tree_of(file).body:
        is_public = isinstance(node, ast.FunctionDef | ast.ClassDef)
        if is_public and not node.name.startswith("_") and not file.name.startswith("apps"):
            assert ast.get_docstring(node), f"{file}: {node.name} has no docstring"


TEMPLATES = sorted(HOUSE.rglob("templates/**/*.html"))


@pytest.mark.parametrize("file", **named(TEMPLATES))
def test_templates_stay_short_and_their_rows_plain(file):
    text = file.read_text()
    assert text.count("\n") <= 80, f"{file} is too long"
    if "ui" in file.relative_to(HOUSE).parts[:1]:
        return
    for row in re.findall(r"{% for .*?(?:{% empty %}|{% endfor %})", text, re.DOTALL):
        found = IN_A_ROW.search(row)
        assert not found, f"{file}: {found.group(0)} inside a row loop; prepare it in the query"


def test_every_template_is_used():
    source = "\n".join(
        file.read_text() for file in [*python_files(), *TEMPLATES] if "tests" not in file.parts
    )
    for file in TEMPLATES:
        name = str(file).split("templates/")[1]
        assert name in source or name.startswith("ui/gallery/"), f"nobody renders {name}"
