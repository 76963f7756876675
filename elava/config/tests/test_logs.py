import logging

import pytest

from elava.config.logs import WithoutSecrets

UUID = "/ideas/bb154bb6-6b7c-44d9-b2ea-ee0164727289/"


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        ("/number/slip/o7hvjowhmgnmtff4eqwcjr4konhl3vnk/", "/number/slip/…/"),
        ("/number/0401234567/", "/number/…/"),
        ("/aino@example.org/", "/…/"),
        (UUID, UUID),
        ("/ideas/new/", "/ideas/new/"),
    ],
)
def test_the_log_says_which_page_and_nothing_of_who_asked(path, logged):
    record = logging.LogRecord("django.request", 30, "", 1, "%s: %s", ("Not Found", path), None)
    assert WithoutSecrets().filter(record)
    assert record.getMessage() == f"Not Found: {logged}"


def test_a_record_without_parts_passes_as_it_is():
    record = logging.LogRecord("django.request", 30, "", 1, "ready", None, None)
    assert WithoutSecrets().filter(record)
