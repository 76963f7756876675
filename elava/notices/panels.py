from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.ui.panels import nav, panel

from .models import Message
from .queries import how_many_messages, messages_to_carry
from .rules import may_see_messages

ON_THE_DESK = 5

nav(60, _("Messages"), "messages", who=may_see_messages, area="desk")


def to_carry(request, _subject):
    """What somebody at the desk has to read aloud, phone, post or type."""
    found = messages_to_carry(request.person, limit=ON_THE_DESK + 1)
    if not found:
        return None
    count = len(found)
    if count > ON_THE_DESK:
        count = how_many_messages(request.person).get(Message.State.BY_HAND, 0)
    url = f"{reverse('messages')}?state=by_hand" if count > ON_THE_DESK else ""
    return {"found": found[:ON_THE_DESK], "count": count, "url": url}


def not_delivered(request, _subject):
    """That messages did not arrive, where some did not."""
    count = how_many_messages(request.person).get(Message.State.DEAD, 0)
    return {"count": count, "url": f"{reverse('messages')}?state=dead"} if count else None


panel("desk.to_answer", 60, to_carry, "notices/pile_to_carry.html")
panel("desk.to_answer", 70, not_delivered, "notices/dead_letters.html")
