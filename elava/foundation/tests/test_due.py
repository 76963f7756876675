import pytest

from elava.foundation import due


def test_an_errand_is_declared_once(monkeypatch):
    monkeypatch.setattr(due, "_errands", {})
    due.due("tests.remind", print)
    due.due("tests.remind", print)
    with pytest.raises(ValueError, match="twice"):
        due.due("tests.remind", len)
    assert [errand.name for errand in due.errands()] == ["tests.remind"]
