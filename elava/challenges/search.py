from django.utils.translation import gettext_lazy as _

from elava.search.findable import Found, findable

from .models import Challenge


def challenges(ids):
    """Confirmed challenges, by their title and their plain words in every language."""
    found = Challenge.objects.public().order_by("pk")
    for row in found if ids is None else found.filter(pk__in=ids):
        words = f"{row.title.in_all_languages()}\n{row.words.in_all_languages()}"
        yield Found(
            row.pk, str(row.title), str(row.words), row.confirmed_on, row.get_absolute_url(), words
        )


findable("challenge", _("Challenges"), challenges)
