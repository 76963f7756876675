from elava.foundation.news import verb

verb("programme.created")
verb("programme.changed", fields=("changed",))
verb("programme.languages_set", fields=("languages",))
verb("frame.added", fields=("noun",))
verb("frame.changed", fields=("noun", "changed"))
verb("frame.removed", fields=("noun",))
verb("page.published")
verb("page.written")
verb("page.changed")
verb("page.shown")
verb("page.hidden")
