import os
from uuid import uuid4

import pytest

from elava.foundation import clock
from elava.foundation.actions import permitted_to_write
from elava.search import index
from elava.search.findable import Found
from elava.search.queries import PAGE, ranked
from tests.given.merged import Merged

from .test_search import PAIRS

pytestmark = pytest.mark.real_data


def test_among_all_proposals_of_helsinki_every_form_finds_the_same_and_the_whole_word_first():
    if not os.environ.get("ELAVA_REAL_DATA"):
        pytest.skip("ELAVA_REAL_DATA names no folder with real data")
    Merged().put()
    ours = {written: uuid4() for written, _asked in PAIRS}
    rows = [
        Found(pk, f"Toivon, että {written} tehdään jotain", "", clock.today(), "")
        for written, pk in ours.items()
    ]
    with permitted_to_write("search"):
        index.put("idea", rows)
    for written, asked in PAIRS:
        found, is_cut = ranked(asked)
        places = [row[2] for row in found]
        assert not is_cut
        assert str(ours[written]) in places, (written, asked)
    first = {form: ranked(form)[0][:PAGE] for form in ("kävelykerho", "kävelykerhoja")}
    assert first["kävelykerho"] == first["kävelykerhoja"]
    assert first["kävelykerho"][0][2] == str(ours["kävelykerhoja"])
