"""QR codes as vector pictures in the page, so that they print sharp and need no second request."""

from django.utils.html import format_html
from django.utils.safestring import SafeString


def qr_code(text, label):
    """A text as a QR code with a white margin; `label` says to a screen reader what it holds."""
    import segno

    picture = segno.make(text, error="m", micro=False)
    # All that stands in the picture comes from segno; the text is only in its dots.
    svg = SafeString(picture.svg_inline(scale=1, border=3, omitsize=True, light="#fff"))
    return format_html('<span class="qr" role="img" aria-label="{}">{}</span>', label, svg)
