from django.db.models import Max
from django.utils.translation import gettext as _

from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.foundation.translated import Texts
from elava.programmes.models import Page, PageFact, PagePart, PageSource
from elava.programmes.queries import page_of
from elava.programmes.rules import may_shape_programme


@action
def publish_page(slug, *, by, sources=(), parts=(), **facts):
    """A page is published, or written anew; `sources` and `parts` are lists of dicts in order.

    A part may have `facts`, a list of dicts. Parts and facts name their sources by number.
    """
    require(may_shape_programme, by)
    page = Page.objects.select_for_update().filter(slug=slug).first() or Page(slug=slug)
    for name, value in facts.items():
        setattr(page, name, value)
    page.save()
    page.sources.all().delete()
    page.parts.all().delete()
    for source in sources:
        PageSource.objects.create(page=page, **source)
    for order, part in enumerate(parts, start=1):
        _write_part(page, order, **part)
    record("page.published", page, by=by)
    return page


def _write_part(page, order, *, facts=(), **words):
    part = PagePart.objects.create(page=page, order=order, **words)
    for place, fact in enumerate(facts, start=1):
        PageFact.objects.create(part=part, order=place, **fact)


@action
def write_page(*, by, slug, **facts):
    """The programme begins a page of its own; nobody else sees it before it is shown."""
    require(may_shape_programme, by)
    page = Page.objects.create(slug=slug, is_shown=False, **facts)
    record("page.written", page, by=by)
    return page


@action
def turn_page(page, *, by, is_shown):
    """A page is shown to everybody, or hidden again; its words stay."""
    require(may_shape_programme, by)
    page = Page.objects.locked(page)
    if page.is_shown == is_shown:
        raise NotNow(_("Somebody has already done this."))
    page.is_shown = is_shown
    page.save(update_fields=["is_shown"])
    record("page.shown" if is_shown else "page.hidden", page, by=by)
    return page


@action
def add_to_page(noun, *, by, **facts):
    """A page gets one more part or source, a part one more fact; a source takes the next number."""
    require(may_shape_programme, by)
    if noun is PageSource:
        Page.objects.locked(facts["page"])
        given = PageSource.objects.filter(page=facts["page"]).aggregate(last=Max("number"))
        facts["number"] = (given["last"] or 0) + 1
    row = noun.objects.create(**facts)
    record("page.changed", page_of(row), by=by)
    return row


@action
def change_on_page(row, *, by, version, **facts):
    """A page, or something on it, gets other words; `version` is the one the editor saw.

    Where somebody was faster, the editor is shown both texts.
    """
    require(may_shape_programme, by)
    row = type(row).objects.locked(row)
    if row.version != version:
        message = _("Somebody changed this in the meantime. It now says: “%(text)s”. "
                    "Your own text is below; open the page anew and send it.")  # fmt: skip
        raise NotNow(message % {"text": _words_of(row)}, [(_("Open the page again"), "")])
    for name, value in facts.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=[*facts, "version"])
    record("page.changed", page_of(row), by=by)
    return row


@action
def take_off_page(row, *, by):
    """A part, a fact or a source goes; a source only when nothing names it any more."""
    require(may_shape_programme, by)
    row, page = type(row).objects.locked(row), page_of(row)
    if isinstance(row, PageSource) and row.number in _numbers_named_on(page):
        raise NotNow(_("Something still names this source. Change that first."))
    type(row).objects.filter(pk=row.pk).delete()
    record("page.changed", page, by=by)


def _words_of(row):
    texts = (getattr(row, field.attname) for field in row._meta.concrete_fields)
    return " / ".join(str(text) for text in texts if isinstance(text, Texts) and str(text))


def _numbers_named_on(page):
    parts = PagePart.objects.filter(page=page).values_list("sources", flat=True)
    facts = PageFact.objects.filter(part__page=page).values_list("sources", flat=True)
    return {number for numbers in (*parts, *facts) for number in numbers}
