"""The one place that turns text written by people into HTML."""

import re

import nh3
from django.utils.html import escape
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

REL = "nofollow ugc noopener"
TAGS = {
    "p",
    "br",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "a",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "hr",
    "code",
    "pre",
}
SCHEMES = {"http", "https", "mailto", "tel"}

_address = re.compile(r"\bhttps?://[^\s<>\"'`\\]+", re.IGNORECASE)
_control = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_blank_lines = re.compile(r"\n\s*\n")
_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(
    ["image", "html_block", "html_inline"]
)


def paragraphs(text):
    """A resident's text: paragraphs and lines as typed, web addresses as links."""
    blocks = (block.strip() for block in _blank_lines.split(_plain(text)))
    html = "".join(f"<p>{_lines(block)}</p>" for block in blocks if block)
    return mark_safe(html)  # noqa: S308  _linked() escapes every part


def markdown(text):
    """A text by staff, in Markdown; its headings start under the page's own."""
    tokens = _markdown.parse(_plain(text))
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(4, int(token.tag[1]) + 1)}"
    html = _markdown.renderer.render(tokens, _markdown.options, {})
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel=REL,
        strip_comments=True,
    )
    return mark_safe(clean)  # noqa: S308  nh3 has just cleaned it


def excerpt(text, length=160):
    """The beginning of a text in one line, cut between words: for lists and share cards."""
    line = " ".join(_plain(text).split())
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0].rstrip(",.;:–- ") + "…"


def _plain(text):
    # Control and direction-override signs can hide what a link or a name really says.
    return _control.sub("", str(text or "").replace("\r\n", "\n").replace("\r", "\n"))


def _lines(block):
    return "<br>".join(_linked(line) for line in block.split("\n"))


def _linked(line):
    parts, at = [], 0
    for found in _address.finditer(line):
        url = _trimmed(found.group())
        parts += [
            escape(line[at : found.start()]),
            f'<a href="{escape(url)}" rel="{REL}">{escape(url)}</a>',
        ]
        at = found.start() + len(url)
    return "".join(parts) + escape(line[at:])


def _trimmed(url):
    # A full stop or a bracket after an address belongs to the sentence, not to the address.
    while url and (
        url[-1] in ".,;:!?…"
        or (url[-1] in ")]}" and url.count(url[-1]) > url.count(_opening(url[-1])))
    ):
        url = url[:-1]
    return url


def _opening(bracket):
    return {")": "(", "]": "[", "}": "{"}[bracket]
