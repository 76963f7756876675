import re

import pytest

from elava.ui import prose

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    '![x](https://e.fi/a.png"onerror=alert(1))',
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    'https://e.fi/"onmouseover=alert(1)',
    "https://e.fi/'onmouseover=alert(1)",
    "https://e.fi/<script>alert(1)</script>",
    "javascript:alert(1)",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<b style=color:red>x</b>",
    "<math><mtext></p><style><img src=x onerror=alert(1)></style></math>",
    "<details open ontoggle=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<form action=//e.fi><button>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<body onload=alert(1)>",
    "<base href=//e.fi/>",
    "<object data=x>",
    "<!--<img src=--><img src=x onerror=alert(1)//>",
    "```<script>\nalert(1)\n```",
    "`</code><script>alert(1)</script>`",
    "<meta http-equiv=refresh content=0;url=//e.fi>",
    "\u202e<script>alert(1)</script>",
    "<scr\x00ipt>alert(1)</script>",
    '[x](//e.fi "title" onclick=alert(1))',
    "# <img src=x onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]
TAG = re.compile(r"<(/?)([a-zA-Z0-9]+)((?:\s[^<>]*)?)/?>")
LINK = re.compile(
    r' href="(?:https?://|mailto:|tel:|//|/|#)?[^"<>]*"'
    r'(?: rel="nofollow ugc noopener")?| rel="[a-z ]*"'
)


def unsafe(html, tags):
    for closing, tag, attributes in TAG.findall(html):
        if tag not in tags or (
            attributes and (tag != "a" or closing or LINK.sub("", attributes).strip())
        ):
            return f"<{tag}{attributes}>"
    scheme = re.search(r'href="\s*(javascript|data|vbscript)', html, re.IGNORECASE)
    leftover = TAG.sub("", html)
    return scheme or ("<" in leftover)


def test_the_corpus_is_large_enough():
    assert len(ATTACKS) >= 30


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_a_resident_writes_becomes_markup(attack):
    assert not unsafe(prose.paragraphs(attack), {"p", "br", "a"})
    assert not unsafe(
        prose.paragraphs(f"Terve\n{attack}\n\nhttps://e.fi/{attack}"), {"p", "br", "a"}
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_staff_write_becomes_a_script(attack):
    assert not unsafe(prose.markdown(attack), prose.TAGS)
    assert not unsafe(prose.markdown(f"- {attack}\n> {attack}"), prose.TAGS)


def test_paragraphs_and_line_breaks_stay_as_typed():
    assert (
        prose.paragraphs("Yksi\nkaksi\r\n\r\n\nKolme & neljä")
        == "<p>Yksi<br>kaksi</p><p>Kolme &amp; neljä</p>"
    )


@pytest.mark.parametrize(
    ("text", "address", "rest"),
    [
        ("Katso https://elava.fi/a.", "https://elava.fi/a", "."),
        ("(https://elava.fi)", "https://elava.fi", ")"),
        ("https://fi.wikipedia.org/wiki/A_(b)", "https://fi.wikipedia.org/wiki/A_(b)", ""),
        ("https://e.fi/?a=1&b=2!", "https://e.fi/?a=1&amp;b=2", "!"),
    ],
)
def test_addresses_become_links_without_the_sentence_around_them(text, address, rest):
    link = f'<a href="{address}" rel="nofollow ugc noopener">{address}</a>{rest}</p>'
    assert prose.paragraphs(text).endswith(link)


def test_headings_of_staff_start_under_the_page_heading():
    html = prose.markdown("# Otsikko\n\n**Tärkeä** [sivu](https://e.fi)")
    link = '<a href="https://e.fi" rel="nofollow ugc noopener">sivu</a>'
    assert html == f"<h2>Otsikko</h2>\n<p><strong>Tärkeä</strong> {link}</p>\n"


def test_an_excerpt_ends_between_words():
    assert prose.excerpt("Kävelykerho iäkkäille,\ntiistaisin", 24) == "Kävelykerho iäkkäille…"
    assert prose.excerpt("Lyhyt") == "Lyhyt"
