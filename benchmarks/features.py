"""Lists what the learnt models look at: every feature of each model, with what it measures and its range.

Usage: python -m benchmarks.features
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from accord.reconciliation.coreference.features.registry import (
    NEIGHBOUR_FEATURES,
    PAIR_FEATURES,
    RIVAL_FEATURES,
)
from accord.reconciliation.values.value_features import VALUE_FEATURES

MODELS: Mapping[str, Mapping[str, Callable[[Any], float]]] = {
    "coreference.json, a pair of mentions for itself": PAIR_FEATURES,
    "coreference.json, a pair among the other candidates": RIVAL_FEATURES,
    "coreference.json, a second look": NEIGHBOUR_FEATURES,
    "sameness.json, two values": VALUE_FEATURES,
}
"""The features of each model by name."""


def listed() -> Iterator[str]:
    """The lines of the list."""
    for model, features in MODELS.items():
        yield f"{model}: {len(features)} features"
        yield from (f"  {name:22} {described(measure)}" for name, measure in features.items())


def described(measure: Callable[[Any], float]) -> str:
    """What a feature measures, and its range: the first line of its docstring.

    Raises:
        ValueError: it has none.
    """
    if not measure.__doc__:
        raise ValueError(f"feature {measure.__name__!r} does not say what it measures; give it a docstring")
    return measure.__doc__.splitlines()[0]


def main() -> None:
    """Print the list."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    print("\n".join(listed()))


if __name__ == "__main__":
    main()
