"""The component tags: what is misspelt or missing raises TemplateSyntaxError."""

from django import template
from django.template import TemplateSyntaxError
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from elava.ui import dates, numbers, prose
from elava.ui.panels import panels_of
from elava.ui.qr import qr_code
from elava.ui.stages import STAGES, stage_tag

register = template.Library()

ICONS = frozenset(
    "home idea people person hand calendar clock check cross plus search phone message card "
    "print mic camera globe menu eye lock warning arrow pin".split()
)
NOTICES = {"info": "message", "good": "check", "attention": "warning"}
STEPS = {"done": "done", "now": "now", "next": "next"}
PAPERS = ("a3", "a4", "a6")
STREAMS = ("hero", "rest")

for _name, _filter in {
    "day": dates.day,
    "short_day": dates.short_day,
    "moment": dates.moment,
    "until": dates.until,
    "ago": dates.ago,
    "grouped": numbers.grouped,
    "euros": numbers.euros,
    "in_threes": numbers.in_threes,
    "paragraphs": prose.paragraphs,
    "markdown": prose.markdown,
    "excerpt": prose.excerpt,
}.items():
    register.filter(_name, _filter)


def _one_of(tag, word, known):
    if word not in known:
        raise TemplateSyntaxError(f"{{% {tag} %}} knows {', '.join(sorted(known))}, not {word!r}")
    return word


def _items(tag, items, needs, may=()):
    """The dicts of a list, each with all it needs and nothing misspelt."""
    rows = []
    for item in items or ():
        missing, unknown = set(needs) - set(item), set(item) - set(needs) - set(may)
        if missing or unknown:
            raise TemplateSyntaxError(
                f"{{% {tag} %}}: missing {sorted(missing)}, unknown {sorted(unknown)}"
            )
        rows.append(item)
    return rows


@register.simple_tag
def icon(name):
    """One of the 24 icons; always write a word beside it."""
    sprite = static("ui/icons.svg")
    name = _one_of("icon", name, ICONS)
    return format_html(
        '<svg class="icon icon-{}" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        name,
        sprite,
        name,
    )


@register.simple_tag(takes_context=True)
def languages_at(context, url_name):
    """The page of that name in every language, for {% include "ui/languages.html" %}."""
    return context["shell"].languages_at(url_name)


@register.simple_tag
def stage(kind, word):
    """A stage: word, shape and colour."""
    return stage_tag(_one_of("stage", kind, STAGES), word)


@register.inclusion_tag("ui/parts/stream.html")
def stream(kind):
    """The flowing line with one lit point: "hero" or "rest"."""
    return {"kind": _one_of("stream", kind, STREAMS)}


@register.inclusion_tag("ui/parts/journey.html")
def journey(steps, label=""):
    """The way of an idea: dicts of word, state (done, now, next) and, if known, when."""
    said = {"done": _("done"), "now": _("now"), "next": _("still ahead")}
    rows = []
    for step in _items("journey", steps, ("word", "state"), ("when",)):
        state = _one_of("journey", step["state"], STEPS)
        rows.append({"when": "", **step, "said": said[state], "current": state == "now"})
    return {"steps": rows, "label": label or _("The journey")}


@register.inclusion_tag("ui/parts/number.html")
def number(digits, label, promise=""):
    """A number for people, "482 917", with what it is and what is promised."""
    return {"number": numbers.in_threes(digits), "label": label, "promise": promise}


@register.inclusion_tag("ui/parts/links.html")
def links(items):
    """A list of links: dicts of label, url and, if needed, note."""
    return {"items": _items("links", items, ("label", "url"), ("note",))}


@register.inclusion_tag("ui/parts/error_summary.html")
def error_summary(form):
    """What is wrong in a form, above the h1, each line a link to its field."""
    if not getattr(form, "errors", None):
        return {"lines": []}
    lines = [{"href": "", "text": text} for text in form.non_field_errors()]
    for bound in form:
        href = f"#{bound.auto_id}_0" if bound.use_fieldset else f"#{bound.id_for_label}"
        lines += [{"href": href, "text": text} for text in bound.errors]
    return {"lines": lines}


@register.simple_tag
def field(bound, heading=False):
    """One field with label, hint and error; `heading=True` makes its label the page's h1."""
    if not hasattr(bound, "as_field_group"):
        raise TemplateSyntaxError(f"{{% field %}} wants a field of a form, not {bound!r}")
    return bound.render("ui/field.html", {"field": bound, "heading": heading})


@register.inclusion_tag("ui/parts/tasks.html")
def tasks(items):
    """A task list: dicts of word, url, done (true or false) and, if needed, note."""
    said = {True: stage_tag("ready", _("Ready")), False: stage_tag("new", _("To do"))}
    rows = _items("tasks", items, ("word", "url", "done"), ("note",))
    return {"items": [{"note": "", **row, "said": said[bool(row["done"])]} for row in rows]}


@register.inclusion_tag("ui/parts/summary.html")
def summary(rows):
    """Answers to check: dicts of label, value and, where it can be changed, url."""
    return {"rows": _items("summary", rows, ("label", "value"), ("url",)), "change": _("Change")}


@register.simple_tag
def tally(name, value, label, count):
    """A button that counts one more; stands inside a form of its page."""
    return format_html(
        '<button class="tally" name="{}" value="{}"><span class="big">{}</span> {}</button>',
        name,
        value,
        count,
        label,
    )


@register.simple_tag
def decision_bar(name="outcome", chosen="", action=""):
    """The five outcomes, equally weighted, inside a form; `action` leads elsewhere than it."""
    outcomes = (
        ("try", "check", _("Let us try it")),
        ("try_if", "plus", _("Let us try it, if…")),
        ("join", "people", _("Join with others")),
        ("elsewhere", "arrow", _("Take it elsewhere")),
        ("not_now", "clock", _("Not now, because…")),
    )
    if chosen:
        _one_of("decision_bar", chosen, [value for value, *_rest in outcomes])
    leads = format_html(' formaction="{}"', action) if action else ""
    buttons = format_html_join(
        "",
        '<button name="{}" value="{}" aria-pressed="{}"{}>{}{}</button>',
        (
            (name, value, "true" if value == chosen else "false", leads, icon(shape), word)
            for value, shape, word in outcomes
        ),
    )
    return format_html(
        '<div class="decision" role="group" aria-label="{}">{}</div>', _("Decision"), buttons
    )


@register.inclusion_tag("ui/parts/tiles.html")
def tiles(caption, columns, rows):
    """A tile table: rows of name and cells; a cell has text, level (0–3 or "gap") and maybe url."""
    for row in _items("tiles", rows, ("name", "cells")):
        for cell in _items("tiles", row["cells"], ("text", "level"), ("url",)):
            _one_of("tiles", str(cell["level"]), ("0", "1", "2", "3", "gap"))
    return {"caption": caption, "columns": columns, "rows": rows}


@register.inclusion_tag("ui/parts/bar.html")
def bar(parts, label):
    """One bar of 100 parts: dicts of word, share (0–100) and tone (done, now, next)."""
    rows, start = [], 0
    for part in _items("bar", parts, ("word", "share", "tone")):
        _one_of("bar", part["tone"], STEPS)
        rows.append({**part, "start": start})
        start += part["share"]
    return {"parts": rows, "label": label}


@register.simple_tag
def banner(picture, alt, url=""):
    """The programme's own banner image, its place kept free; a link where it leads somewhere."""
    source = picture.get_absolute_url(), alt, picture.width, picture.height
    image = format_html('<img src="{}" alt="{}" width="{}" height="{}" loading="lazy">', *source)
    if url:
        return format_html('<a class="banner" href="{}">{}</a>', url, image)
    return format_html('<div class="banner">{}</div>', image)


@register.inclusion_tag("ui/parts/empty.html")
def empty_state(sentence, door, url):
    """An empty list: why in one sentence, and the door that fills it."""
    return {"sentence": sentence, "door": door, "url": url}


@register.inclusion_tag("ui/parts/pager.html")
def pager(previous, next):
    """Links to the neighbouring pages of a list; an empty address leaves its link out."""
    return {"previous": previous, "next": next}


@register.inclusion_tag("ui/parts/filter_row.html")
def filter_row(items, label):
    """Ways to look at a list: dicts of label, url, current and, if known, count."""
    return {
        "items": _items("filter_row", items, ("label", "url", "current"), ("count",)),
        "label": label,
    }


@register.simple_tag
def qr(text, label):
    """A QR code that prints sharp; write the address beside it in words, too."""
    return qr_code(text, label)


@register.simple_tag
def back(url, label=""):
    """The way back, above the h1."""
    return format_html('<a class="back" href="{}">{}</a>', url, label or _("Back"))


@register.inclusion_tag("ui/parts/readers.html")
def readers(who, never=""):
    """Who reads what is written here, and who never gets it."""
    return {"who": who, "never": never}


@register.inclusion_tag("ui/parts/crisis.html")
def crisis(lines=()):
    """The crisis lines, 112 first: dicts of name, phone and, if needed, note."""
    rows = _items("crisis", lines, ("name", "phone"), ("note",))
    return {
        "lines": [
            {"note": "", **row, "href": "tel:" + row["phone"].replace(" ", "")} for row in rows
        ]
    }


@register.inclusion_tag("ui/parts/panels.html", takes_context=True)
def panels(context, slot, subject=None):
    """What upper floors hang into this place of the page."""
    request = context.get("request")
    found = ((panel.template, panel.reads(request, subject)) for panel in panels_of(slot))
    shown = [_rendered(context, name, values) for name, values in found if values is not None]
    return {"shown": shown}


def _rendered(context, name, values):
    with context.push(**values):
        return context.template.engine.get_template(name).render(context)


@register.simple_block_tag
def notice(content, kind="info"):
    """A message in the page: info, good or attention."""
    shape = NOTICES[_one_of("notice", kind, NOTICES)]
    return format_html('<div class="notice {}">{}<div>{}</div></div>', kind, icon(shape), content)


@register.simple_block_tag
def card(content, title, url="", stage=""):
    """One card with a linked title; `stage` takes what stage_tag() gives."""
    name = format_html('<a href="{}">{}</a>', url, title) if url else title
    return format_html('<article class="card">{}<h3>{}</h3>{}</article>', stage, name, content)


@register.simple_block_tag
def sheet(content, paper):
    """One sheet of paper, a3, a4 or a6, in true size when printed."""
    return format_html(
        '<section class="sheet {}">{}</section>', _one_of("sheet", paper, PAPERS), content
    )
