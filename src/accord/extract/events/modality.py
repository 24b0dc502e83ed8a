"""The words that tell whether an event is a fact: plans, wishes, doubts, denials, conditions."""

from __future__ import annotations

from msgspec import Struct

from accord.records import Factuality
from accord.vocabulary import read


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    light: str
    receiving: str
    containers: str
    decision_nouns: str
    factive: str
    planned: str
    planned_nouns: str
    planned_adjectives: str
    asked: str
    asked_nouns: str
    ordered: str
    ordered_nouns: str
    negating: str
    negating_nouns: str
    denying: str
    possible: str
    possible_adjectives: str
    possible_nouns: str
    possible_modals: str
    planned_modals: str
    possible_adverbs: str
    reported_adverbs: str
    negative_adjectives: str
    hearsay: str
    negative_adverbs: str
    negative_determiners: str
    negative_subjects: str
    conditions: str
    condition_prepositions: str
    granting: str


class Words(Struct, frozen=True):
    """The words that carry factuality, by their effect."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    modals: dict[str, Factuality]
    adverbs: dict[str, str]
    light: frozenset[str]
    receiving: frozenset[str]
    containers: frozenset[str]
    factive: frozenset[str]
    negative: frozenset[str]
    conditions: frozenset[str]
    condition_prepositions: frozenset[str]
    granting: frozenset[str]
    hearsay: frozenset[str]

    @classmethod
    def load(cls) -> Words:
        """Read factuality.json."""
        file = read("factuality.json", _File)
        verbs = _classes(
            planned=file.planned, asked=file.asked, ordered=file.ordered, negative=file.negating,
            denied=file.denying, possible=file.possible,
        )  # fmt: skip
        nouns = _classes(
            planned=file.planned_nouns, asked=file.asked_nouns, ordered=file.ordered_nouns,
            negative=file.negating_nouns, possible=file.possible_nouns,
        )  # fmt: skip
        modals: dict[str, Factuality] = dict.fromkeys(file.possible_modals.split(), "possible")
        modals.update(dict.fromkeys(file.planned_modals.split(), "planned"))
        return cls(
            verbs=verbs,
            nouns=nouns,
            adjectives=_classes(
                planned=file.planned_adjectives,
                possible=file.possible_adjectives,
                negative=file.negative_adjectives,
            ),
            modals=modals,
            adverbs=_classes(
                possible=file.possible_adverbs, reported=file.reported_adverbs, negative=file.negative_adverbs
            ),
            light=frozenset(file.light.split()),
            receiving=frozenset(file.receiving.split()),
            containers=frozenset(file.containers.split()) | frozenset(file.decision_nouns.split()),
            factive=frozenset(file.factive.split()) | frozenset(file.decision_nouns.split()),
            negative=frozenset(file.negative_determiners.split()) | frozenset(file.negative_subjects.split()),
            conditions=frozenset(file.conditions.split()),
            condition_prepositions=frozenset(file.condition_prepositions.split()),
            granting=frozenset(file.granting.split()),
            hearsay=frozenset(file.hearsay.split()),
        )


def _classes(**classes: str) -> dict[str, str]:
    return {word: name for name, words in classes.items() for word in words.split()}
