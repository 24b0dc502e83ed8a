"""What every comparison keeps to, whatever its kind of value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from accord.reconciliation.compare import order, quantity, time, wording
from accord.reconciliation.compare.actor import Party
from accord.reconciliation.compare.order import Gap, gap
from accord.reconciliation.compare.place import Spot
from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.compare.scope import Scope, ScopeWords
from accord.reconciliation.compare.time import Span
from accord.reconciliation.value_kinds import Kinds
from accord.records import Comparison


class Sample(Struct, frozen=True):
    """Some values of a kind, what is not known of it, and whether one lies in another."""

    name: str
    values: st.SearchStrategy[Any]
    unknown: Any
    within: Callable[[Any, Any], bool]

    def compare(self, one: Any, other: Any) -> Comparison:
        """As the kind does."""
        return KINDS[self.name].compare(one, other)


_WHOLES = {"PER": (), "PER/court": ("PER",), "PER/court/bench": ("PER/court", "PER"), "CHL": ()}
_PARTIES = [Party(id_, wholes, certain) for id_, wholes in _WHOLES.items() for certain in (True, False)]
_SPOTS = [
    Spot("lima", "PER"), Spot("cusco", "PER"), Spot("peru", "PER", True), Spot("quito", "ECU"),
    Spot("rome", None),
]  # fmt: skip
_ENDS = st.one_of(st.none(), st.integers(0, 9))
_GAPS = st.tuples(_ENDS, _ENDS, st.booleans()).filter(
    lambda ends: ends[0] is None or ends[1] is None or ends[0] <= ends[1]
)
_DIGITS = st.sampled_from(["2019", "2020", "20XX", "XXXX"])
_PARTS = st.sampled_from(["02", "03", "XX"])
_SCOPES = ScopeWords.load()
_RANKS = ["first", "second", "only"]
_CLASSES = ["country", "nation", "major power", "western country", ""]
_QUOTES = st.lists(st.sampled_from(["tide", "turned", "has", "the", "not"]), max_size=5).map(tuple)


def _agrees(compare: Callable[[Any, Any], Comparison]) -> Callable[[Any, Any], bool]:
    return lambda one, other: one == other and compare(one, other) == "agrees"


def _is_part(ones: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Every one is one of the others or part of one."""
    return bool(others) and all(
        any(one.id == other.id or other.id in one.wholes for other in others) for one in ones
    )


KINDS = Kinds.load()
_STANDINGS = st.sampled_from(["done", "not done", "denied", "foreseen", "open"])
SAMPLES = [
    Sample("time", st.builds(Span, _DIGITS, _PARTS, _PARTS), Span(), time.within),
    Sample(
        "order",
        _GAPS.map(lambda e: gap(e[0], e[1]).turned() if e[2] else gap(e[0], e[1])),
        Gap(None, None, 0),
        order.within,
    ),
    Sample(
        "quantity",
        _GAPS.map(lambda ends: Range(ends[0], ends[1], "guest")),
        Range(None, None, "guest"),
        quantity.within,
    ),
    Sample(
        "actor",
        st.lists(st.sampled_from(_PARTIES), min_size=1, max_size=2).map(tuple),
        (Party("somebody", (), False),),
        _is_part,
    ),
    Sample(
        "place",
        st.sampled_from(_SPOTS),
        Spot("", None),
        lambda one, other: one == other or (other.whole and one.code == other.code),
    ),
    Sample("polarity", _STANDINGS, "open", _agrees(KINDS["polarity"].compare)),
    Sample("factuality", _STANDINGS, "open", _agrees(KINDS["factuality"].compare)),
    Sample(
        "scope",
        st.tuples(st.sampled_from(_RANKS), st.sampled_from(_CLASSES)).map(
            lambda words: _SCOPES.scope_of(" ".join(words))
        ),
        Scope(None, "", ""),
        _agrees(KINDS["scope"].compare),
    ),
    Sample(
        "speaker",
        st.sampled_from(["Ana Ruiz", "Ilir Marku", "Julia Noor"]),
        "",
        _agrees(KINDS["speaker"].compare),
    ),
    Sample("wording", _QUOTES, (), wording.within),
    *(
        Sample(kind.name, st.sampled_from(["storm", "strike", ""]), None, _agrees(kind.compare))
        for kind in KINDS.values()
        if kind.disagreement is None or kind.name == "spelling"
    ),
]

every_kind = pytest.mark.parametrize("kind", SAMPLES, ids=[sample.name for sample in SAMPLES])


def test_every_kind_of_value_is_held_to_the_laws() -> None:
    assert {sample.name for sample in SAMPLES} == set(KINDS)


@every_kind
@given(data=st.data())
def test_it_is_the_same_from_either_side(kind: Sample, data: st.DataObject) -> None:
    one, other = data.draw(kind.values), data.draw(kind.values)
    assert kind.compare(one, other) == kind.compare(other, one)


@every_kind
@given(data=st.data())
def test_lying_inside_is_transitive(kind: Sample, data: st.DataObject) -> None:
    one, middle, outer = (data.draw(kind.values) for _ in range(3))
    if kind.within(one, middle) and kind.within(middle, outer):
        assert kind.within(one, outer)


@every_kind
@given(data=st.data())
def test_what_agrees_or_lies_inside_does_not_contradict(kind: Sample, data: st.DataObject) -> None:
    one, other = data.draw(kind.values), data.draw(kind.values)
    assert kind.compare(one, one) in {"agrees", "cannot tell"}
    if kind.within(one, other):
        assert kind.compare(one, other) != "contradicts"


@every_kind
@given(data=st.data())
def test_the_unknown_contradicts_nothing(kind: Sample, data: st.DataObject) -> None:
    assert kind.compare(data.draw(kind.values), kind.unknown) != "contradicts"


@pytest.mark.parametrize(
    "kind", [k for k in SAMPLES if k.name in {"order", "quantity"}], ids=lambda k: k.name
)
@given(data=st.data())
def test_what_lies_inside_contradicts_whatever_the_whole_does(kind: Sample, data: st.DataObject) -> None:
    one, whole, other = (data.draw(kind.values) for _ in range(3))
    if kind.within(one, whole) and kind.compare(whole, other) == "contradicts":
        assert kind.compare(one, other) == "contradicts"
