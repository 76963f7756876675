from django.utils.translation import gettext_lazy as _

from elava.foundation.news import verb

verb("person.added", says=_("Somebody came into the programme"), fields=("source",))
verb("person.changed", says=_("The person changed what we know of them"))
verb("person.confirmed_age", says=_("Somebody said that they are 13 or older"))
verb("contact_way.added", says=_("A way to reach somebody was added"), fields=("kind",))
verb("contact_way.verified", says=_("A way to reach somebody was confirmed"), fields=("kind",))
verb("contact_way.stopped", says=_("A way to reach somebody was stopped"), fields=("kind",))
verb("consent.said", says=_("Somebody said yes or no"), fields=("purpose", "said"))
verb("consent.withdrawn", says=_("A yes was taken back"), fields=("purpose",))
verb("receipt.claimed", says=_("A slip was taken as one's own"))
verb("attachment.added", says=_("A file was added"), fields=("kind", "purpose"))
verb("attachment.shown", says=_("A file was shown"))
verb("attachment.hidden", says=_("A file was hidden"))
verb("attachment.removed", says=_("A file was removed"))
verb("person.got_account")
verb("account.signed_out")
verb("account.moved")
verb("account.closed", says=_("Somebody closed their account"))
