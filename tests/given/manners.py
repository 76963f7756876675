from html.parser import HTMLParser

VOID = {"br", "img", "input", "link", "meta", "hr", "use", "path", "circle", "source", "wbr"}


class Page(HTMLParser):
    """What the manners of a page are judged by."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.texts, self._open = [], {"title": [], "h1": []}, []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in self.texts:
            self.texts[tag].append("")
            self._open.append(tag)

    def handle_endtag(self, tag):
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data):
        if self._open:
            self.texts[self._open[-1]][-1] += data

    def all(self, *names):
        """The attributes of every such tag."""
        return [attrs for tag, attrs in self.tags if tag in names]

    def text(self, tag):
        """The text of the first such tag, with single spaces."""
        return " ".join(self.texts[tag][0].split()) if self.texts[tag] else ""


def faults_of_page(answer, role="visitor"):
    """Where a page forgets its manners, as sentences; none means a polite page."""
    page = Page(answer.content.decode())
    yield from _of_title(page)
    yield from _of_landmarks(page)
    yield from _of_safety(page)
    is_form = any(attrs.get("method") == "post" for attrs in page.all("form"))
    if role == "visitor" and answer.cookies and not is_form:
        yield f"a reading page sets cookies: {list(answer.cookies)}"
    said = answer.headers.get("Cache-Control", "")
    # Where somebody is writing, the way back must find what was typed.
    typed = page.all("textarea") or [one for one in page.all("input") if one.get("name") == "text"]
    is_kept_for_back = "private, no-cache" in said and typed
    if role != "visitor" and "no-store" not in said and not is_kept_for_back:
        yield f"a private page may be kept: Cache-Control is “{said}”"


def _of_title(page):
    if len(page.texts["h1"]) != 1:
        yield f"{len(page.texts['h1'])} h1"
    title, h1 = page.text("title"), page.text("h1")
    if h1 and h1 not in title:
        yield f"the title “{title}” does not say “{h1}”"
    if " – " not in title:
        yield f"the title “{title}” does not name the site"


def _of_landmarks(page):
    if not (page.all("html") and page.all("html")[0].get("lang")):
        yield "no lang"
    is_plain = any("class" in attrs for attrs in page.all("body"))  # a projector, a sheet of paper
    for landmark in ("main",) if is_plain else ("main", "header", "footer"):
        if len(page.all(landmark)) < 1:
            yield f"no {landmark}"
    if len(page.all("main")) > 1:
        yield "more than one main"
    if any("alt" not in attrs for attrs in page.all("img")):
        yield "an image without alt"
    if any(
        "aria-label" not in attrs and "aria-labelledby" not in attrs for attrs in page.all("nav")
    ):
        yield "a nav without a name"


def _of_safety(page):
    if any("action" not in attrs for attrs in page.all("form")):
        yield "a form without action"
    if page.all("style") or any("style" in attrs for _tag, attrs in page.tags):
        yield "inline style"
    if any("src" not in attrs for attrs in page.all("script")):
        yield "inline script"
    if any(name.startswith("on") for _tag, attrs in page.tags for name in attrs):
        yield "an inline event handler"
    outside = [
        attrs.get("src") or attrs.get("href") or ""
        for tag, attrs in page.tags if tag in {"script", "img", "link", "iframe", "source", "audio"}
    ]  # fmt: skip
    if any(url.startswith(("http:", "https:", "//")) for url in outside):
        yield "something from another server"
    posts = [attrs for attrs in page.all("form") if attrs.get("method", "get").lower() == "post"]
    keys = [attrs for attrs in page.all("input") if attrs.get("name") == "once_key"]
    tokens = [attrs for attrs in page.all("input") if attrs.get("name") == "csrfmiddlewaretoken"]
    if len(tokens) < len(keys):
        yield f"{len(posts)} posting forms, {len(keys)} keys, {len(tokens)} tokens"
