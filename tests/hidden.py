"""What a machine may lack, hidden from the tests as if it were not there: `pytest --hide pango`."""

import sys

import cffi
import pytest


def hide_pango(patch):
    """No library of the system whose name tells of pango can be loaded."""
    load = cffi.FFI.dlopen

    def refuse(self, name, *flags):
        if "pango" in str(name):
            raise OSError(f"cannot load library '{name}': hidden by the tests")
        return load(self, name, *flags)

    patch.setattr(cffi.FFI, "dlopen", refuse)
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        patch.delitem(sys.modules, name)


def hide_chromium(patch):
    """The browser is named by an address where nothing lies."""
    patch.setenv("ELAVA_CHROMIUM", "/hidden/by/the/tests")


HIDERS = {"pango": hide_pango, "chromium": hide_chromium}


@pytest.fixture
def without_pango(monkeypatch):
    """This test runs as on a machine without pango."""
    hide_pango(monkeypatch)
