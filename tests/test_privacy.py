"""The privacy register speaks for every field that the house stores."""

import pytest
from django.utils.translation import override

from elava.foundation.privacy import described_models, faults_of, what_we_keep


@pytest.mark.parametrize("model", described_models(), ids=lambda model: model._meta.label)
def test_every_field_says_why_it_is_kept_and_for_how_long(model):
    faults = list(faults_of(model))
    assert not faults, "\n".join(faults)


def test_the_public_page_can_list_what_we_keep_in_plain_words():
    with override("en"):
        purposes = dict(what_we_keep())
    lines = [line for lines in purposes.values() for line in lines]
    assert all(line.name and line.basis and line.keep and line.erase for line in lines)
    assert "the name you go by" in [line.name for line in lines]
