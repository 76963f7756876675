"""What a machine lacks is told in plain words, and all else works."""

import pytest

from elava.config.doctor import HINT, pdf
from elava.ui.pdf import NoPDF, pdf_of
from tests import browser
from tests.browser import find_chromium
from tests.hidden import hide_chromium


@pytest.mark.usefixtures("without_pango")
def test_without_pango_the_doctor_says_what_to_install(capsys):
    [found] = pdf()
    assert found.kind == HINT
    assert "apt install libpango" in found.sentence
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("without_pango")
def test_without_pango_there_is_no_pdf():
    with pytest.raises(NoPDF):
        pdf_of("<p>Words</p>")


def test_a_chromium_that_is_not_there_is_not_replaced_by_another(monkeypatch):
    hide_chromium(monkeypatch)
    assert find_chromium() is None


def test_browser_tests_are_skipped_with_a_plain_word(monkeypatch):
    hide_chromium(monkeypatch)
    with pytest.raises(pytest.skip.Exception, match="no Chromium on this machine"):
        next(browser.chromium.__wrapped__())
