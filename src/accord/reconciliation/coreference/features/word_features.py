"""Features of the words of two mentions: whether they can tell of one act, and their forms."""

from __future__ import annotations

import math

from accord.reconciliation.coreference.features.sharing import nothing_shared
from accord.reconciliation.coreference.mention_pair import MentionPair
from accord.set_likeness import jaccard

# Families of words that mean less than this many things are narrow.
_WIDEST = 30
_MOST_MEANINGS = 8


def same_word(pair: MentionPair) -> float:
    """1 where both have one lemma, else 0."""
    return float(pair.same)


def derived(pair: MentionPair) -> float:
    """1 where their lemmas differ and have one stem ("explode", "explosion"), else 0."""
    return float(pair.derived)


def same_family(pair: MentionPair) -> float:
    """1 where only a family of words has both ("arrest", "detain"), else 0."""
    return float(pair.akin)


def pronoun(pair: MentionPair) -> float:
    """1 where either is a pronoun, else 0."""
    return float(pair.pronoun)


def by_phrase(pair: MentionPair) -> float:
    """1 where a family has a phrase of either and the other, and their lemmas differ, else 0."""
    here, there = pair.senses
    phrasal = (here.phrasal & there.families) | (there.phrasal & here.families)
    return float(bool(phrasal) and not pair.same)


def narrow(pair: MentionPair) -> float:
    """Natural logarithm of the size of the smallest family of both, 0.7 and more; 3.4 of none."""
    sizes = pair.words.sizes
    return math.log(min((sizes[name] for name in pair.families), default=_WIDEST))


def meanings(pair: MentionPair) -> float:
    """How many families the two lemmas and phrases are of, each counted up to 8: 0 to 16."""
    return float(sum(min(len(sense.families), _MOST_MEANINGS) for sense in pair.senses))


def families(pair: MentionPair) -> float:
    """Natural logarithm of one more than how many families have both, 0 of one stem: 0 and more."""
    return math.log1p(len(pair.families)) if pair.akin else 0.0


def both_report(pair: MentionPair) -> float:
    """1 where both are verbs of reporting, which tell who said what, else 0."""
    return float(pair.reporting)


def same_speaker(pair: MentionPair) -> float:
    """1 where both are verbs of reporting with a word of their doers in common, else 0."""
    return float(pair.reporting and bool(pair.one.doers & pair.other.doers))


def light(pair: MentionPair) -> float:
    """1 where either is a verb that says little without its object, else 0."""
    light_verbs = pair.words.light
    return float(pair.one.lemma in light_verbs or pair.other.lemma in light_verbs)


def rare_word(pair: MentionPair) -> float:
    """How rare both lemmas are in the news, added up: 0 (usual) to about 11; 0 with a pronoun."""
    if pair.pronoun:
        return 0.0
    return pair.story.rare(pair.one.lemma) + pair.story.rare(pair.other.lemma)


def two_verbs(pair: MentionPair) -> float:
    """1 where both are verbs, else 0."""
    return float(pair.one.verb and pair.other.verb)


def verb_and_noun(pair: MentionPair) -> float:
    """1 where one is a verb and the other is none, else 0."""
    return float(pair.one.verb != pair.other.verb)


def modal_of_one(pair: MentionPair) -> float:
    """1 where one only stands with a modal verb or is open otherwise, else 0."""
    return float(pair.one.modal != pair.other.modal)


def plural_of_one(pair: MentionPair) -> float:
    """1 where one only is a plural, else 0."""
    return float(pair.one.plural != pair.other.plural)


def opposite(pair: MentionPair) -> float:
    """1 where their particles are opposites ("check in", "check out"), else 0."""
    return float(pair.words.opposite(pair.one, pair.other))


def same_form(pair: MentionPair) -> float:
    """1 where their parts of speech are the same, else 0."""
    return float(pair.one.form == pair.other.form)


def same_role(pair: MentionPair) -> float:
    """1 where their places in their sentences are the same ("nsubj"), else 0."""
    return float(pair.one.role == pair.other.role)


def same_governor(pair: MentionPair) -> float:
    """1 where they hang on the same word, or both on none, else 0."""
    return float(pair.one.governor == pair.other.governor)


def negation_of_one(pair: MentionPair) -> float:
    """1 where one only is negated, else 0."""
    return float(pair.one.negated != pair.other.negated)


def modifiers(pair: MentionPair) -> float:
    """The share of the words that hang on either that hang on both: 0 to 1."""
    return jaccard(pair.one.modifiers, pair.other.modifiers)


def other_modifiers(pair: MentionPair) -> float:
    """1 where words hang on both and none is the same, else 0."""
    return nothing_shared(pair.one.modifiers, pair.other.modifiers)


def same_text(pair: MentionPair) -> float:
    """1 where both are written alike, else 0."""
    return float(pair.one.text == pair.other.text)
