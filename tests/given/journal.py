from elava.journal.queries import the_story_of


def the_last_entry(row):
    """The newest line of the journal about a row."""
    return the_story_of(row).last()
