"""Who writes, by which rule, and what each act leaves behind."""

import ast

import pytest

from tests.rooms import (
    actions_of,
    calls_in,
    functions_of,
    named,
    names_called_in,
    place_of,
    python_files,
    rooms,
    tree_of,
)

WRITES = {"save", "create", "bulk_create", "bulk_update", "update", "delete", "get_or_create",
          "update_or_create"}  # fmt: skip
# Files outside the actions that write, or whose call only sounds like it.
MAY_WRITE = {
    "foundation/once.py": "a submission and its answer, in the transaction of its action",
    "foundation/privacy.py": "what an erasure, which is an action, takes from each table",
    "config/page_cache.py": "kept pages are no domain rows",
    "config/backups/restore.py": "rows of a bundle, into an empty database",
    "journal/ledger.py": "the entries of an action, sealed before its commit",
    "journal/readers.py": "the place of a reader, with what it has read",
    "notices/errands.py": "when an errand was done",
    "notices/outbox.py": "messages, by a reader of the journal",
    "notices/sending.py": "how the sending of a message went",
    "search/index.py": "the index, by a reader of the journal",
    "search/keys.py": "the keys of the index",
    "people/models/attachments.py": "forgetting the files with their rows, for actions",
    "people/models/contacts.py": "save() that refuses an edited consent",
    "people/models/persons.py": "the library's session rows, at the change of a second step",
    "programmes/models/scope.py": "save() that settles a row in its programme",
    "config/backups/manifest.py": "a digest",
    "config/settings.py": "the variables of the settings",
    "decisions/rules/agenda.py": "a set of words",
    "foundation/darkroom.py": "a picture's file",
    "ideas/views/slips.py": "a drawing in memory",
    "rights/queries/held.py": "a dict of lines",
}
FREE_OF_JOURNAL = {"open_thread", "name_thread", "join_thread", "show_thread", "give_receipt",
                   "take_back_receipt"}  # fmt: skip
OF_AN_ACT = "a part of an act on an upper floor, which asks the rule"
OF_THE_SESSION = "its door hands over the account that is signed in, which has no person everywhere"
# Actions that ask no rule, and why.
FREE_OF_RULES = {
    "open_thread": OF_AN_ACT, "name_thread": OF_AN_ACT, "join_thread": OF_AN_ACT,
    "show_thread": OF_AN_ACT, "give_receipt": OF_AN_ACT, "take_back_receipt": OF_AN_ACT,
    "take_names_off": OF_AN_ACT,
    "end_sessions": OF_THE_SESSION, "change_address": OF_THE_SESSION,
    "give_feedback": "whoever cannot use the service may say so",
}  # fmt: skip
ACTIONS = {node.name for file in rooms("actions") for node in actions_of(file)}


@pytest.mark.parametrize(
    "file", **named(python_files(but={"tests", "demo", "actions", "actions.py"}))
)
def test_only_actions_write(file):
    calls = [call for call in calls_in(tree_of(file)) if isinstance(call, ast.Attribute)]
    written = {f"{ast.unparse(call)}()" for call in calls if call.attr in WRITES}
    if place_of(file) in MAY_WRITE:
        assert written, f"{file} writes no more: take it from the list"
    else:
        assert not written, f"{file} writes to the database; move that into actions.py: {written}"


def who_calls_whom():
    """(file, function) of every function of the actions → those that it calls, and "require"."""
    defined = {file: functions_of(tree_of(file)) for file in rooms("actions")}
    public = {node.name: (file, node.name) for file in defined for node in actions_of(file)}
    calls = {}
    for file, functions in defined.items():
        here = {function.name: (file, function.name) for function in functions}
        known = {"require": "require", **public, **here}
        for function in functions:
            calls[file, function.name] = {
                known[name] for name in names_called_in(function) if name in known
            }
    return calls


def test_every_action_asks_a_rule_or_says_why_it_asks_none():
    """By itself, by a function of its room, or by an action that it is made of."""
    calls, asks = who_calls_whom(), {"require"}
    while more := {function for function, called in calls.items() if called & asks} - asks:
        asks |= more
    silent = {name for file, name in calls if (file, name) not in asks} & ACTIONS
    assert silent == set(FREE_OF_RULES), "who may do this? require(may_…, by, subject)"


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
    for node in actions_of(file):
        is_told = names_called_in(node) & {"record", *ACTIONS}
        assert is_told or node.name in FREE_OF_JOURNAL, f"{file}: {node.name}() leaves no trace"


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
