from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.programmes.models import Page, PageFact, PagePart, PageSource
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
