from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from elava.search.findable import Found, findable
from elava.ui.dates import span

from .models import Challenge, Workshop


def challenges(ids):
    """Confirmed challenges, by their title and their plain words in every language."""
    found = Challenge.objects.public().order_by("pk")
    for row in found if ids is None else found.filter(pk__in=ids):
        words = f"{row.title.in_all_languages()}\n{row.words.in_all_languages()}"
        yield Found(
            row.pk,
            str(row.title),
            str(row.words),
            row.confirmed_on,
            row.get_absolute_url(),
            words,
            row.title.lang,
        )


def workshops(ids):
    """Workshops, by their title, their host and where they are held."""
    found = Workshop.objects.public().select_related("place", "host", "group").order_by("pk")
    for row in found if ids is None else found.filter(pk__in=ids):
        facts = [row.where, *map(str, filter(None, (row.place, row.host, row.group)))]
        on = timezone.localdate(row.starts_at)
        text = ", ".join([span(row.starts_at, row.ends_at), *filter(None, facts)])
        yield Found(row.pk, row.title, text, on, row.get_absolute_url())


findable("challenge", _("Challenges"), challenges)
findable("workshop", _("Workshops"), workshops)
