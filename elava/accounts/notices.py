from elava.foundation.news import verb

verb("person.invited")
verb("person.named_coordinator")
verb("account.lent")
