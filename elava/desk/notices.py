from elava.foundation.news import verb

verb("absence.started")
verb("absence.ended")
