"""Every text of the interface is there in every language."""

from elava.config.texts.faults import faults


def test_every_text_is_translated_into_every_language():
    found = list(faults())
    assert not found, "\n".join(["Run `elava texts`, then translate:", *found])
