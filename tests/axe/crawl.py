"""What there is to look at: one address of each kind of page, and the ways of looking at it."""

from html.parser import HTMLParser
from itertools import combinations, product
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

PREFIXES = ("", "/sv", "/en", "/selko")
# A language that nobody speaks stands for all that are written from right to left.
MIRRORED = "mirrored"
THEMES = ("light", "dark", "forced")
WIDTHS = (320, 1280)
STATES = ("fresh", "opened", "after an error")
LOOKS = [dict(zip(("language", "theme", "width", "state"), look, strict=True))
         for look in product((*PREFIXES, MIRRORED), THEMES, WIDTHS, STATES)
         # Chosen colours do not ask for the language.
         if "forced" not in look or not look[0] or look[0] == MIRRORED]  # fmt: skip
ELSEWHERE = ("/static/", "/api/", "/files/", *(prefix + "/" for prefix in PREFIXES[1:]))
# Addresses of one name that are opened in search of another shape of the page.
TRIES = 2
EMPTY = frozenset(
    ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "use")
)


def pairwise(looks):
    """As few of the looks as hold every pair of their values: greedy, so the same every time."""
    pairs_of = [frozenset(combinations(sorted(look.items(), key=str), 2)) for look in looks]
    missing, chosen = frozenset().union(*pairs_of), []
    while missing:
        best = max(range(len(looks)), key=lambda number: len(pairs_of[number] & missing))
        chosen.append(looks[best])
        missing -= pairs_of[best]
    return chosen


class Page(HTMLParser):
    """A page's links, and its skeleton: its elements with their classes, repetitions told once."""

    def __init__(self, path, text):
        super().__init__()
        self.path, self.links, self._open = path, [], [[]]
        self.feed(text)
        while len(self._open) > 1:
            self._close()
        self.skeleton = hash(tuple(self._open[0]))

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "a" and attrs.get("href"):
            self.links.append(urlsplit(urljoin(self.path, attrs["href"])))
        self._open.append([(tag, attrs.get("class"), attrs.get("type"), attrs.get("role"))])
        if tag in EMPTY:
            self._close()

    def handle_endtag(self, tag):
        if tag not in EMPTY and len(self._open) > 1:
            self._close()

    def _close(self):
        branch = tuple(self._open.pop())
        if branch not in self._open[-1]:
            self._open[-1].append(branch)


def _name_of(path):
    try:
        return resolve(path).view_name
    except Resolver404:
        return path


def pages_from(request, origin):
    """[(name, path, skeleton)]: what following links from the front opens, each shape once."""
    found, tries, waiting, seen = {}, {}, ["/"], {"/"}
    while waiting:
        path = waiting.pop(0)
        name = _name_of(urlsplit(path).path)
        tries[name] = tries.get(name, 0) + 1
        if tries[name] > TRIES:
            continue
        response = request.get(origin + path)
        if "text/html" not in response.headers.get("content-type", ""):
            continue
        page = Page(path, response.text())
        found.setdefault((name, page.skeleton), path)
        for link in page.links:
            there = link.path + (f"?{link.query}" if link.query else "")
            if (
                not (link.scheme or link.netloc)
                and there not in seen
                and not link.path.startswith(ELSEWHERE)
            ):
                seen.add(there)
                waiting.append(there)
    return [(name, path, skeleton) for (name, skeleton), path in found.items()]
