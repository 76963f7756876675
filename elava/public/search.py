from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from elava.programmes.models import Page
from elava.search.findable import Found, findable


def pages(ids):
    """The pages that the programme writes itself, by all that stands on them."""
    found = Page.objects.public().prefetch_related("parts")
    for page in found if ids is None else found.filter(pk__in=ids):
        parts = [text for part in page.parts.all() for text in (part.heading, part.words)]
        texts = (page.title, page.lead, *parts, page.closing)
        words = "\n".join(text.in_all_languages() for text in texts)
        on = timezone.localdate(page.created_at)
        yield Found(
            page.pk,
            str(page.title),
            str(page.lead),
            on,
            page.get_absolute_url(),
            words,
            page.title.lang,
        )


findable("page", _("Pages"), pages)
