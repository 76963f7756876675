from hypothesis import given
from hypothesis import strategies as st

from elava.decisions.rules.agenda import Ripe, balanced

MATTERS = st.lists(
    st.builds(
        Ripe,
        key=st.integers(),
        urgency=st.integers(0, 99),
        theme=st.sampled_from("abc"),
        door=st.sampled_from("wps"),
        is_due=st.booleans(),
    ),
    max_size=20,
)


@given(MATTERS, st.integers(0, 12))
def test_an_agenda_is_never_longer_than_asked_and_never_shorter_than_it_could_be(matters, many):
    assert len(balanced(matters, many)) == min(len(matters), many)


@given(MATTERS, st.integers(0, 12))
def test_what_is_due_comes_first_by_its_date(matters, many):
    due = sorted((m for m in matters if m.is_due), key=lambda m: m.urgency)[:many]
    assert balanced(matters, many)[: len(due)] == due


def test_a_quiet_door_is_heard_before_a_loud_one():
    loud = [Ripe(n, n, "a", "web") for n in range(5)]
    quiet = Ripe("paper", 9, "b", "paper")
    assert quiet in balanced([*loud, quiet], 2)
