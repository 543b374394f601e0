"""Which places share something with another place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.overlaps import Overlaps

places = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(places, max_size=12), places)
def test_those_that_share_something_are_found_in_their_order(
    known: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    start, end = asked
    shared = [number for number, (first, last) in enumerate(known) if first < end and start < last]
    assert Overlaps(known).at(start, end) == shared
