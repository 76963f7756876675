from django.utils.translation import gettext_lazy as _

from elava.foundation.privacy import when_erased
from elava.search.findable import Found, findable
from elava.search.index import remove

from .models import Idea


def ideas(ids):
    """Public ideas as they are found: by their title, their text and their answer."""
    found = Idea.objects.public().select_related("answer").order_by("pk")
    for idea in found if ids is None else found.filter(pk__in=ids):
        answer = idea.answer.reason.in_all_languages() if idea.answer else ""
        words = f"{idea.text}\n{answer}"
        url = idea.get_absolute_url()
        yield Found(idea.pk, idea.title, idea.text, idea.created_on, url, words)


@when_erased
def forget_ideas_of(person):
    """The ideas that an erased person had taken as their own are found no more, at once."""
    theirs = Idea.objects.filter(receipt__claimed_by=person)
    remove("idea", set(theirs.values_list("pk", flat=True)))


findable("idea", _("Ideas"), ideas)
