from elava.foundation.news import verb
from elava.journal.readers import journal_reader

from .outbox import write_messages

journal_reader("notices", write_messages)

verb("message.stopped", fields=("letter",))
verb("message.tried_again", fields=("letter",))
verb("message.delivered", fields=("letter", "way"))
