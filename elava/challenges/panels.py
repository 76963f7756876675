from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from elava.journal.beginnings import threads_begin_with
from elava.journal.parts import Part, part_reader, part_word
from elava.ui.dates import until
from elava.ui.panels import nav, panel

from .models import Challenge
from .queries import challenges_near_their_day, challenges_to_confirm, workshops_behind
from .rules import may_confirm

MOST = 50

nav(20, _("Challenges"), "challenges")
nav(40, _("Workshops"), "workshops", area="desk")


def parts(ids, person):
    """Challenges on a thread, each after the workshops whose notes it grew out of."""
    seen = list(Challenge.objects.seen_by(person).filter(pk__in=ids).order_by("pk"))
    for shop in workshops_behind(seen, person):
        words = gettext("%(who)s invited. What was written there led to this challenge.")
        text = words % {"who": shop.who} if shop.who else ""
        yield Part("workshop", shop.title, shop.starts_at, shop.get_absolute_url(), text)
    for challenge in seen:
        title, words = challenge.title, challenge.words
        yield Part(
            "challenge", str(title), challenge.created_at, challenge.get_absolute_url(),
            str(words), words.lang, title.lang,
        )  # fmt: skip


def waiting_to_be_confirmed(request, _subject):
    """The desk's pile of challenges that were raised."""
    if not may_confirm.test(request.person):
        return None
    found = list(challenges_to_confirm(request.person)[:MOST])
    return {"found": found, "count": len(found)} if found else None


def near_their_day(request, _subject):
    """Challenges whose groups promised an answer soon."""
    found = list(challenges_near_their_day(request.person)[:MOST])
    for challenge in found:
        challenge.near_shown = until(challenge.answer_by)
    if not found:
        return None
    return {"found": found, "count": len(found), "next_on": found[0].answer_by}


part_reader("challenge", _("Challenge"), parts, rank=20)
part_word("workshop", _("Workshop"), rank=10)
threads_begin_with(Challenge)
panel("desk.to_decide", 10, waiting_to_be_confirmed, "challenges/pile_to_confirm.html")
panel("desk.waiting", 10, near_their_day, "challenges/pile_near.html")
