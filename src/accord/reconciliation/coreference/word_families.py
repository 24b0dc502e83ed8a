"""Words that can tell of one act: the same lemma, words of one stem, words of one family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from accord.errors import VocabularyError
from accord.reconciliation.coreference.mention import ActMention, Words
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/events/act_words.json"

# A stem has so many letters at least.
_SHORTEST = 4


class _ActWordsFile(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    families: dict[str, tuple[str, ...]]
    light: frozenset[str]
    reporting: frozenset[str]
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    endings: dict[str, str]


class WordSense(Struct, frozen=True, gc=False):
    """What a mention can tell of: its stem, its families, and those of them that a phrase gives it.

    `keys` are what others that can tell of the same are found by; a pronoun has none.
    """

    stem: str
    families: Words
    phrasal: Words
    keys: tuple[str, ...]


class ActWords(Struct, frozen=True):
    """The families of act_words.json: by word or phrase, and their sizes.

    `light` verbs say little without their object; `reporting` ones tell who said what; `opposites` are
    particles that make two acts of one verb ("check in", "check out"); `endings` are those of nouns of action
    and of inflected forms, with what the verb has in their place: the longest that fits is cut.
    """

    families: Mapping[str, Words]
    sizes: Mapping[str, int]
    light: Words
    reporting: Words
    opposites: tuple[tuple[Words, Words], ...]
    endings: tuple[tuple[str, str], ...]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> ActWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken, or a family has fewer than two words or one twice.
        """
        file = vocabulary.read(_FILE, _ActWordsFile)
        families: dict[str, set[str]] = defaultdict(set)
        for name, words in file.families.items():
            if len(words) < 2 or len(set(words)) < len(words):
                raise VocabularyError(
                    f"vocabulary file {_FILE}: family {name!r} has one word only, or one twice; mend it"
                )
            for word in words:
                families[word].add(name)
        return cls(
            families={word: frozenset(names) for word, names in families.items()},
            sizes={name: len(words) for name, words in file.families.items()},
            light=file.light,
            reporting=file.reporting,
            opposites=file.opposites,
            endings=tuple(sorted(file.endings.items(), key=lambda pair: -len(pair[0]))),
        )

    def sense(self, mention: ActMention) -> WordSense:
        """What a mention can tell of."""
        phrasal: Words = frozenset().union(*(self.families.get(p, ()) for p in mention.phrases))
        families = phrasal | self.families.get(mention.lemma, frozenset())
        return WordSense(self.stem(mention.lemma), families, phrasal, self._keys(mention, families))

    def _keys(self, mention: ActMention, families: Words) -> tuple[str, ...]:
        if mention.pronoun:
            return ()
        words = {mention.lemma, *(phrase for phrase in mention.phrases if " " not in phrase)}
        keys = {f"word {word}" for word in words} | {f"stem {self.stem(word)}" for word in words}
        return tuple(sorted(keys | {f"act {name}" for name in families}))

    def stem(self, word: str) -> str:
        """What a verb and the nouns derived from it have in common: "explosion", "explode": "explod"."""
        for ending, verb in self.endings:
            if word.endswith(ending) and len(word) - len(ending) + len(verb) >= _SHORTEST:
                word = word[: len(word) - len(ending)] + verb
                break
        word = word.removesuffix("e")
        doubled = len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "sl"
        return word[:-1] if doubled else word

    def opposite(self, one: ActMention, other: ActMention) -> bool:
        """The particles of two verbs are each other's opposite."""
        here, there = _particles(one), _particles(other)
        return any(
            (here & into and there & out) or (here & out and there & into) for into, out in self.opposites
        )


def _particles(mention: ActMention) -> Words:
    start = f"{mention.lemma} "
    return frozenset(phrase.removeprefix(start) for phrase in mention.phrases if phrase.startswith(start))
