"""Which passages are history: what leans on the day of print, and what on the dates told before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.extraction.times.expressions.passages import chosen
from accord.records import Time
from time_expressions import named

Find = Callable[..., tuple[Time, ...]]

OBITUARY = """Petra Solano, who mapped the caves of Imber by candle, died on Tuesday, her sister said.

She was born on 4 June 1921 and left school in 1935. In April 1949 a shepherd showed her a hole in the
hill. She went down on 11 May and came out two days later. In October she found the lake, and in February
1950 she swam across it.

She told this newspaper in March that she still dreamt of it. A service will be held on 20 November.
"""

EXPLAINER = """Who owns the reef?

Both states say that they do, and last week their boats collided there.

What happened before?

A survey of 1931 gave it to neither. On 2 August 1958 a storm threw a freighter on it, and both sent tugs.
The tugs met on 5 August. In September a judge divided the cargo, and in January the crews went home.

What happens now?

The ministers will meet on Thursday. They had met in June without result.
"""

NEWS = """The port was closed on 3 July after a fire, officials said.

The port, which was opened in 1964, handles half of the trade. It was closed in March for two days.
"""


@pytest.mark.parametrize(
    ("text", "published", "words", "value"),
    [
        (OBITUARY, "2008-11-14", "Tuesday", "2008-11-11"),
        (OBITUARY, "2008-11-14", "11 May", "1949-05-11"),
        (OBITUARY, "2008-11-14", "two days later", "1949-05-13"),
        (OBITUARY, "2008-11-14", "October", "1949-10"),
        (OBITUARY, "2008-11-14", "March", "2008-03"),
        (OBITUARY, "2008-11-14", "20 November", "2008-11-20"),
        (EXPLAINER, "2019-07-10", "last week", "2019-W27"),
        (EXPLAINER, "2019-07-10", "5 August", "1958-08-05"),
        (EXPLAINER, "2019-07-10", "September", "1958-09"),
        (EXPLAINER, "2019-07-10", "January", "1959-01"),
        (EXPLAINER, "2019-07-10", "Thursday", "2019-07-11"),
        (EXPLAINER, "2019-07-10", "June", "2019-06"),
        (NEWS, "2025-07-09", "3 July", "2025-07-03"),
        (NEWS, "2025-07-09", "March", "2025-03"),
    ],
)
def test_each_passage_leans_on_its_own_time(
    find: Find, text: str, published: str, words: str, value: str
) -> None:
    assert named(find(text, published), words).value == value


def test_what_was_leant_on_is_said(find: Find) -> None:
    times = find(EXPLAINER, "2019-07-10")
    assert named(times, "June").anchor == "published"
    assert (named(times, "September").anchor or "").startswith("time:")
    assert named(times, "September").how == "in the year the narrative is in"


def test_a_history_within_an_undated_report_has_its_years_and_the_news_of_it_none(find: Find) -> None:
    times = find(OBITUARY, None)
    assert named(times, "October").value == "1949-10"
    assert named(times, "20 November").value == "XXXX-11-20"


WEIGHTS = st.lists(st.tuples(st.floats(-4, 4), st.floats(0.1, 5)), max_size=12)


@given(WEIGHTS)
def test_no_passage_is_chosen_that_costs_more_than_speaks_for_it(rows: list[tuple[float, float]]) -> None:
    weights, gaps = [weight for weight, _ in rows], [gap for _, gap in rows]
    history = chosen(weights, gaps)
    assert len(history) == len(rows)
    before = (False, *history)
    cost = sum(gap for index, gap in enumerate(gaps) if history[index] != before[index])
    gain = sum(weight for weight, told in zip(weights, history, strict=True) if told)
    assert gain - cost >= -1e-9


@given(st.lists(st.floats(-4, 0), max_size=12))
def test_where_nothing_speaks_for_history_all_is_news(weights: list[float]) -> None:
    assert not any(chosen(weights, [1.0] * len(weights)))
