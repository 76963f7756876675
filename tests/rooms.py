"""The files of the house, and what stands in them, for the tests of its rules."""

import ast
from pathlib import Path

from django.apps import apps

HOUSE = Path(__file__).parent.parent / "elava"


def rooms(*names):
    """The files of these rooms in every package, also where a room became a folder."""
    found = []
    for name in names:
        found += HOUSE.glob(f"*/{name}.py")
        found += HOUSE.glob(f"*/{name}/*.py")
    return sorted(file for file in found if file.name != "__init__.py")


def python_files(*, but=()):
    """All code of the house, without its migrations and without the folders in `but`."""
    left_out = {"migrations", *but}
    return sorted(
        file for file in HOUSE.rglob("*.py") if not left_out & set(file.relative_to(HOUSE).parts)
    )


def templates():
    """All templates of the house."""
    return sorted(HOUSE.rglob("templates/**/*.html"))


def named(files):
    """Arguments for parametrize: a test for each file, called by its place in the house."""
    return {"argvalues": files, "ids": [place_of(file) for file in files]}


def place_of(file):
    """The place of a file in the house."""
    return str(file.relative_to(HOUSE))


def tree_of(file):
    """The syntax of a file."""
    return ast.parse(file.read_text())


def calls_in(tree):
    """What is called in a piece of code."""
    return [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]


def names_called_in(tree):
    """The names of all that is called in a piece of code."""
    return {getattr(call, "id", getattr(call, "attr", "")) for call in calls_in(tree)}


def functions_of(tree):
    """All functions of a file, those of its classes too."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def is_action(node):
    """A function that wears @action."""
    worn = [getattr(mark, "id", "") for mark in getattr(node, "decorator_list", ())]
    return isinstance(node, ast.FunctionDef) and "action" in worn


def actions_of(file):
    """The actions of a file."""
    return [node for node in tree_of(file).body if is_action(node)]


def domain_models():
    """The nouns of the house, without those of its libraries."""
    return [model for model in apps.get_models() if model.__module__.startswith("elava.")]
