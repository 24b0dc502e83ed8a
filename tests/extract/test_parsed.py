"""The index of spans answers as a search through all of them would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accord.extract.parsed import Cover

_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 9)), max_size=8)


@given(_SPANS, st.integers(-2, 35))
def test_the_shortest_span_over_a_character_is_found(spans: list[tuple[int, int, int]], offset: int) -> None:
    over = [(end - start, item) for start, end, item in spans if start <= offset < end]
    found = Cover(spans).at(offset)
    if not over:
        assert found is None
    else:
        assert (min(length for length, _ in over), found) in over
