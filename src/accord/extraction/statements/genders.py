"""Which of a report's persons "he" and "she" can stand for, and which nouns name a person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.mentions import Mentions
from accord.vocabulary import PACKAGED, Vocabulary

Gender = Literal["male", "female"]

_FILE = "en/statements/genders.json"
_BESIDE = frozenset({"compound", "nmod", "appos", "amod"})
# "Her" that owns and "herself" take up a subject; "her" as an object is somebody else.
_MOST = 0.75
_ENDINGS = ("man", "woman", "person", "ist")


class _GendersFile(Struct, frozen=True, forbid_unknown_fields=True):
    male_names: frozenset[str]
    female_names: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    male_nouns: frozenset[str]
    female_nouns: frozenset[str]
    other_persons: frozenset[str]
    male_pronouns: frozenset[str]
    female_pronouns: frozenset[str]


class GenderWords(Struct, frozen=True):
    """Given names and titles by gender, as they are written; nouns and pronouns in lower case.

    `persons` are all nouns in the singular that name a person.
    """

    names: Mapping[str, Gender]
    titles: Mapping[str, Gender]
    nouns: Mapping[str, Gender]
    pronouns: Mapping[str, Gender]
    persons: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> GenderWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        file = vocabulary.read(_FILE, _GendersFile)
        return cls(
            names=_by_gender(file.male_names, file.female_names),
            titles=_by_gender(file.male_titles, file.female_titles),
            nouns=_by_gender(file.male_nouns, file.female_nouns),
            pronouns=_by_gender(file.male_pronouns, file.female_pronouns),
            persons=file.male_nouns | file.female_nouns | file.other_persons,
        )

    def is_person(self, noun: str) -> bool:
        """Whether a noun, in lower case, names one person."""
        return noun in self.persons or (len(noun) > 5 and noun.endswith(_ENDINGS))


def _by_gender(male: frozenset[str], female: frozenset[str]) -> dict[str, Gender]:
    found: dict[str, Gender] = dict.fromkeys(sorted(male - female), "male")
    return {**found, **dict.fromkeys(sorted(female - male), "female")}


class Genders(Struct, frozen=True):
    """The gender of each person of a report, where the report or the name tells it."""

    known: Mapping[str, Gender]
    words: GenderWords

    @classmethod
    def of(cls, tree: TokenTree, cast: Cast, mentions: Mentions, words: GenderWords) -> Genders:
        """Read what tells genders: titles and nouns beside a name, then the given name, then "herself"."""
        told: dict[str, Counter[Gender]] = defaultdict(Counter)
        for at in mentions.persons():
            told[mentions.actor(at)].update(_told_beside(tree, mentions.first(at), at, words))
        known = {actor: votes.most_common(1)[0][0] for actor, votes in told.items() if votes}
        for entity in cast.entities:
            if entity.kind == "person" and entity.id not in known:
                gender = _of_name((entity.name, *entity.names), words)
                if gender is not None:
                    known[entity.id] = gender
        taken_up: dict[str, Counter[Gender]] = defaultdict(Counter)
        for actor, gender in _taken_up(tree, mentions, words):
            taken_up[actor][gender] += 1
        for actor, votes in taken_up.items():
            (gender, most), *_ = votes.most_common(1)
            if most >= _MOST * votes.total():
                known.setdefault(actor, gender)
        return cls(known, words)

    def fits(self, pronoun: str, actor: str) -> bool:
        """Whether a pronoun in lower case can stand for a person, as far as genders tell."""
        return _agree(self.words.pronouns.get(pronoun), self.known.get(actor))

    def fits_name(self, pronoun: str, name: str) -> bool:
        """Whether a pronoun can stand for somebody of this name, who is not in the cast."""
        return _agree(self.words.pronouns.get(pronoun), _of_name((name,), self.words))

    def matches(self, pronoun: str, actor: str) -> bool:
        """Whether a pronoun is known to be of a person's gender."""
        gender = self.known.get(actor)
        return gender is not None and self.words.pronouns.get(pronoun) == gender

    def fits_noun(self, pronoun: str, noun: str) -> bool:
        """Whether a pronoun can stand for somebody whom a report only calls by a noun."""
        return _agree(self.words.pronouns.get(pronoun), self.words.nouns.get(noun))


def _agree(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other


def _told_beside(tree: TokenTree, first: int, head: int, words: GenderWords) -> Iterator[Gender]:
    """Genders that a title before a name and the nouns that stand to it tell."""
    for at in range(max(0, first - 1), head):
        title = words.titles.get(tree.text[tree.start[at] : tree.end[at]])
        if title is not None:
            yield title
    beside = [k for k in tree.kids[head] if tree.dep[k] in _BESIDE]
    if tree.dep[head] == "appos":
        beside.append(tree.head[head])
    for k in beside:
        noun = words.nouns.get(tree.lower[k])
        if noun is not None:
            yield noun


def _of_name(names: tuple[str, ...], words: GenderWords) -> Gender | None:
    for name in sorted(names, key=lambda n: (-len(n.split()), n)):
        parts = name.split()
        for part in parts[:-1] or parts:
            if part in words.titles or part in words.names:
                return words.titles.get(part) or words.names[part]
    return None


def _taken_up(tree: TokenTree, mentions: Mentions, words: GenderWords) -> Iterator[tuple[str, Gender]]:
    """Persons who are the subject of the clause in which "herself" or "her" stands behind them."""
    for at, word in enumerate(tree.lower):
        if word not in words.pronouns or not (tree.dep[at] == "poss" or word.endswith("self")):
            continue
        for above in tree.ancestors(at):
            subject = tree.subject(above) if tree.is_verb(above) else None
            if subject is not None:
                if subject < at and mentions.is_named_person(subject):
                    yield mentions.actor(subject), words.pronouns[word]
                break
