import os

import pytest

from tests.given.merged import Merged

pytestmark = pytest.mark.real_data


def test_a_merged_proposal_has_a_mate_among_the_first_five_more_often_than_by_plain_tf_idf():
    if not os.environ.get("ELAVA_REAL_DATA"):
        pytest.skip("ELAVA_REAL_DATA names no folder with real data")
    merged = Merged()
    merged.put()
    share, _times = merged.hits()
    assert len(merged.mates) == 392
    assert share > 0.52
