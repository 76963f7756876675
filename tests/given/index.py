from elava.journal.readers import journal_readers, read_on


def read_the_journal():
    """The worker's reader of the index reads on."""
    for reader in journal_readers():
        if reader.name == "search":
            while read_on(reader):
                pass
