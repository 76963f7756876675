from django.utils.translation import gettext_lazy as _

from elava.foundation.news import verb

verb("workshop.announced")
verb("workshop.changed")
verb("workshop.opened")
verb("workshop.closed")
verb("workshop.counted", fields=("who", "change"))
verb("note.added", fields=("door",), is_anonymous=True)
verb("notes.typed_in", fields=("count",))
verb("notes.grouped", fields=("count",))
verb("note.hidden")
verb("note.shown")
verb("challenge.raised", fields=("notes",), says=_("The challenge was raised"))
verb("challenge.reworded", says=_("The challenge was put into other words"))
verb("challenge.confirmed", says=_("The challenge was confirmed"))
verb("challenge.opened", says=_("The challenge was opened for ideas"))
verb("challenge.taken_up", says=_("Work on the challenge began"))
verb("challenge.reviewed", says=_("The group looked back on the challenge"))
verb("challenge.archived", says=_("The challenge was put away"))
