"""The short name of each kind of row, by which the journal and the threads point at it."""

from functools import cache

from django.apps import apps


def kind_of(row):
    """The kind of a row or model, such as "idea"."""
    return row._meta.model_name


@cache
def _models():
    found = {}
    for model in apps.get_models():
        if model.__module__.startswith("elava."):
            name = model._meta.model_name
            if name in found:
                raise RuntimeError(f"two models are called {name}")
            found[name] = model
    return found


def model_of(kind):
    """The model of a kind; KeyError for an unknown one."""
    return _models()[kind]
