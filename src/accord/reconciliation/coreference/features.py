"""The signs that two mentions tell of one happening, as numbers."""

from __future__ import annotations

import math

from accord.reconciliation.coreference.mention import (
    ActMention,
    Words,
)
from accord.reconciliation.coreference.story_statistics import Setting
from accord.reconciliation.coreference.word_families import (
    ActWords,
    Sense,
)

# Later sentences tell of later things, but after a dozen it makes no difference.
_LATE = 12
# Families of words that mean less than this many things are narrow.
_WIDEST = 30
_MOST_MEANINGS = 8

Signs = dict[str, float]


class Signer:
    """Takes the signs of pairs of mentions of one story."""

    def __init__(self, setting: Setting, words: ActWords) -> None:
        self._setting = setting
        self._words = words

    def of(self, one: ActMention, other: ActMention, senses: tuple[Sense, Sense]) -> Signs:
        """All signs but those that need the other candidates."""
        return {
            **self._kinship(one, other, senses),
            **self._arguments(one, other),
            **self._surroundings(one, other),
            **self._spread(one, other),
        }

    def _kinship(self, one: ActMention, other: ActMention, senses: tuple[Sense, Sense]) -> Signs:
        here, there = senses
        pronoun = one.pronoun or other.pronoun
        same = one.lemma == other.lemma
        derived = not same and here.stem == there.stem
        shared = here.families & there.families
        family = bool(shared) and not same and not derived
        sizes = self._words.sizes
        phrasal = (here.phrasal & there.families) | (there.phrasal & here.families)
        reporting = one.lemma in self._words.reporting and other.lemma in self._words.reporting
        light = one.lemma in self._words.light or other.lemma in self._words.light
        many = min(len(here.families), _MOST_MEANINGS) + min(len(there.families), _MOST_MEANINGS)
        rare = 0.0 if pronoun else self._setting.rare(one.lemma) + self._setting.rare(other.lemma)
        return {
            "same word": float(same),
            "derived": float(derived),
            "same family": float(family),
            "pronoun": float(pronoun),
            "by phrase": float(bool(phrasal) and not same),
            "narrow": math.log(min((sizes[name] for name in shared), default=_WIDEST)),
            "meanings": float(many),
            "families": math.log1p(len(shared)) if family else 0.0,
            "both report": float(reporting),
            "same speaker": float(reporting and bool(one.doers & other.doers)),
            "light": float(light),
            "rare word": rare,
            "two verbs": float(one.verb and other.verb),
            "verb and noun": float(one.verb != other.verb),
            "modal of one": float(one.modal != other.modal),
            "plural of one": float(one.plural != other.plural),
            "opposite": float(self._words.opposite(one, other)),
            "same form": float(one.form == other.form),
            "same role": float(one.role == other.role),
            "same governor": float(one.governor == other.governor),
            "negation of one": float(one.negated != other.negated),
            "modifiers": len(one.modifiers & other.modifiers) / (len(one.modifiers | other.modifiers) or 1),
            "other modifiers": _other(one.modifiers, other.modifiers),
            "same text": float(one.text == other.text),
        }

    def _arguments(self, one: ActMention, other: ActMention) -> Signs:
        setting = self._setting
        here, there = one.arguments, other.arguments
        return {
            "arguments": setting.share(here, there),
            "rare arguments": setting.share_here(here, there),
            "other arguments": _other(here, there),
            "doers": setting.share(one.doers, other.doers),
            "objects": setting.share(one.objects, other.objects),
            "other names": _other(here & one.names, there & other.names),
            "other named object": _other(one.objects & one.names, other.objects & other.names),
            "other counts": _other(one.counts, other.counts),
        }

    def _surroundings(self, one: ActMention, other: ActMention) -> Signs:
        setting = self._setting
        reports = sorted((one.report, other.report))
        alike = setting.alike(*reports)
        return {
            "near": setting.share(one.near, other.near),
            "rare near": setting.share_here(one.near, other.near),
            "sentence": setting.share(one.terms, other.terms),
            "rare sentence": setting.share_here(one.terms, other.terms),
            "other sentence names": _other(one.names, other.names),
            "rarest name": setting.rarest(one.names & other.names),
            "names of one": min(
                setting.rarest(one.names - other.names), setting.rarest(other.names - one.names)
            ),
            "names alike": setting.names_alike(*reports),
            "leads alike": setting.leads_alike(*reports),
            "other numbers": _other(one.numbers, other.numbers),
            "other days": _other(one.days, other.days),
            "same report": float(one.report == other.report),
            "reports alike": alike,
            "more alike": alike - setting.average,
            "later": min(max(one.sentence, other.sentence), _LATE) / _LATE,
            "earlier": min(one.sentence, other.sentence, _LATE) / _LATE,
            "two titles": float(one.sentence == other.sentence == 0),
            "one title": float((one.sentence == 0) != (other.sentence == 0)),
        }

    def _spread(self, one: ActMention, other: ActMention) -> Signs:
        setting = self._setting
        kin = one.lemma != other.lemma and not one.pronoun and not other.pronoun
        told = min(len(setting.told_in[one.lemma]), len(setting.told_in[other.lemma]))
        here, there = setting.beside_it(one), setting.beside_it(other)
        shared = float(len(here & there))
        return {
            "acts beside": shared / (len(here | there) or 1),
            "shared acts beside": shared,
            "all acts beside": float(len(here) + len(there)),
            "repeated": math.log(max(setting.repeated(one.lemma), setting.repeated(other.lemma))),
            "told by": told / setting.reports,
            "side by side": setting.beside(one.lemma, other.lemma) if kin else 0.0,
            "in one report": setting.together(one.lemma, other.lemma) if kin else 0.0,
        }


def _other(one: Words, other: Words) -> float:
    """Both have some, and none is the same."""
    return float(bool(one) and bool(other) and not one & other)
