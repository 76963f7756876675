"""Pages as PDFs, where the system has pango; where it has not, there is the print view."""

import io
from contextlib import redirect_stdout
from threading import Lock

from django.contrib.staticfiles import finders

_one_at_a_time = Lock()


class NoPDF(Exception):
    """This system lacks what a PDF needs; `elava doctor` says what."""


def maker():
    """The library that makes PDFs; NoPDF where the system cannot load it."""
    # Where it fails it also prints a page of advice, which is the doctor's to give.
    with _one_at_a_time, redirect_stdout(io.StringIO()):
        try:
            import weasyprint
        except (ImportError, OSError) as error:
            raise NoPDF from error
    return weasyprint


def can_make_pdfs():
    """Whether this system has what a PDF needs."""
    try:
        return bool(maker())
    except NoPDF:
        return False


def pdf_of(html):
    """An accessible PDF (PDF/UA-1) of a page, or NoPDF; it fetches nothing from anywhere."""
    weasyprint = maker()
    from weasyprint.urls import URLFetcher

    nothing = URLFetcher(allowed_protocols=["data"])
    sheet = weasyprint.CSS(filename=finders.find("ui/sheet.css"), url_fetcher=nothing)
    page = weasyprint.HTML(string=html, url_fetcher=nothing)
    return page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1")
