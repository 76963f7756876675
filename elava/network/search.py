from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from elava.search.findable import Found, findable

from .models import Group, Organisation


def organisations(ids):
    """Public organisations, by their name, what they do and who is welcome."""
    found = Organisation.objects.public().order_by("pk")
    for row in found if ids is None else found.filter(pk__in=ids):
        texts = (row.what_it_does, row.who_is_welcome)
        words = "\n".join(text.in_all_languages() for text in texts)
        url = row.get_absolute_url()
        yield Found(
            row.pk,
            row.name,
            str(row.what_it_does),
            row.joined_on,
            url,
            words,
            row.what_it_does.lang,
        )


def groups(ids):
    """Theme groups, by their name and what they are about."""
    found = Group.objects.order_by("pk")
    for row in found if ids is None else found.filter(pk__in=ids):
        words = f"{row.name.in_all_languages()}\n{row.about.in_all_languages()}"
        day = timezone.localdate(row.created_at)
        yield Found(
            row.pk, str(row.name), str(row.about), day, row.get_absolute_url(), words, row.name.lang
        )


findable("organisation", _("Organisations"), organisations)
findable("group", _("Theme groups"), groups)
