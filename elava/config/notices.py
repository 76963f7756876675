from elava.journal.readers import journal_reader

from .backups.erasures import keep_list

journal_reader("erasures", keep_list)
