from elava.foundation.news import verb

verb("feedback.given", is_anonymous=True)
verb("feedback.answered")
verb("picture.shown", fields=("purpose",))
