"""What shows the planted texts: every address for every row, and what a page must not hold."""

import re
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve, reverse

from elava.foundation.kinds import model_of
from tests.addresses import ADDRESSES

ROWS = 2  # of each kind, at each address
SCHEMES = {"", "http", "https", "mailto", "tel", "sms"}
LEADS = {"href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcset"}
NEVER = {"iframe", "object", "embed", "base", "math", "frame", "template", "style", "animate"}
SKIPPED = ("/files/", "/static/", "/gallery/")


class Page(HTMLParser):
    """The links of a page, and what in it came from a text instead of from us."""

    def __init__(self, path, html):
        super().__init__(convert_charrefs=True)
        self.path, self.links, self.faults = path, [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Judge an element by its name, its attributes and where they lead."""
        names = [name for name, _value in attrs]
        if tag == "script" and not dict(attrs).get("src", "").startswith("/static/"):
            self.faults.append(f"<script {names}>")
        if tag in NEVER or "hit" in tag or any("hit" in name or "<" in name for name in names):
            self.faults.append(f"<{tag} {names}>")
        if any(name.startswith("on") for name in names) or {"srcdoc", "style"} & set(names):
            self.faults.append(f"<{tag} {names}>")
        facts = dict(attrs)
        if tag == "meta" and facts.get("http-equiv", "").lower() == "refresh":
            self.faults.append("a page that leads away by itself")
        for name in LEADS & facts.keys():
            self._judge_lead(tag, name, facts[name] or "")

    def _judge_lead(self, tag, name, lead):
        # Browsers forget white space and control signs inside of a scheme.
        bare = re.sub(r"[\x00-\x20]", "", lead)
        scheme = re.match(r"([^/?#]*?):", bare)
        if scheme and scheme.group(1).lower() not in SCHEMES:
            self.faults.append(f"<{tag} {name}={lead[:60]!r}>")
        if tag in {"script", "link", "img", "source"} and urlsplit(bare).netloc:
            self.faults.append(f"<{tag} {name}={lead[:60]!r}>")
        if tag == "a":
            self.links.append(urldefrag(urljoin(self.path, lead)).url)

    def handle_comment(self, data):
        """No text opens a comment."""
        if "hit" in data:
            self.faults.append(f"a comment: {data[:60]!r}")


def seeds(names=ADDRESSES):
    """Where a walk begins: addresses without a row, and those of some rows of each kind."""
    for address in (ADDRESSES[name] for name in names):
        wanted = re.findall(r"<(?:\w+:)?(\w+)>", address.path)
        if not wanted:
            yield reverse(address.name)
        elif wanted == ["pk"] and address.kind:
            for row in model_of(address.kind).objects.order_by("pk")[:ROWS]:
                yield reverse(address.name, kwargs={"pk": row.pk})


def walk(client, begin):
    """(path, answer) of everything that opens, from where it begins and along the links."""
    waiting = list(begin)
    seen, visits = set(waiting), {}
    while waiting:
        path = waiting.pop(0)
        name = _name_of(path)
        visits[name] = visits.get(name, 0) + 1
        if visits[name] > ROWS or path.startswith(SKIPPED):
            continue
        answer = client.get(path)
        yield path, answer
        if is_page(answer):
            found = Page(path, answer.content.decode()).links
            new = {link for link in found if link.startswith("/") and not urlsplit(link).netloc}
            waiting += sorted(new - seen)
            seen |= new


def is_page(answer):
    """True for what a browser shows as a page."""
    return answer.headers.get("Content-Type", "").startswith("text/html")


def _name_of(path):
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return "nowhere"
