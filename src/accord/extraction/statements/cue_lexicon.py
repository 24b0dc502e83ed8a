"""The cues of attribution: which words attribute, and which grammatical frames they attribute in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from accord.errors import VocabularyError
from accord.extraction.parse.tree import TokenTree
from accord.vocabulary import PACKAGED, Vocabulary

Frames = frozenset[str]

_NONE: Frames = frozenset()
_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]+[aeiou][^aeiouwxyhs]")


class CueWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `vocabulary/cues.json`.

    Each value lists a cue's frames, separated by spaces: `quote` (may stand beside a quotation),
    `clause`, `infinitive`, `gerund`, `object` (what it takes as content), `naming` (calls X Y),
    `as` (sees X as Y), `addressee` (its object is who is told), `raising` (its subject belongs to
    the content), `mind` (a speaker's own thoughts inside what is said are no second statement), or a
    preposition whose object is the content.  `forms` are the irregular forms;
    verbs with a particle are written with it ("point out"); `light` verbs only carry a cue noun
    ("made a promise"), `catenative` ones belong to the cue they lead up to ("continued to argue");
    `hearsay` adverbs leave open who says so ("reportedly").  The rest are lists of forms: `asides`
    are participles that go on with what a speaker did ("..., adding that"), `additions` go on with it
    behind "and", `quoting` ones give the words of their object ("quoted him as saying"), `controlling` verbs
    have the subject of their infinitive as their own ("promised them to leave"), `days` tell when behind
    "said", as bare nouns, and `held` are cue nouns that one acts in ("in the hope that").  `noun_owners` lead
    from a cue noun to whose it is.

    Closed classes: `relatives` stand for a noun before them, `empty` subjects for nobody, `asking` words
    open what is asked, `conditions` what a claim depends on, `links` join clauses, `openers` a sentence to
    the one before, `afterthoughts` what a source does meanwhile.  Prepositions `after_object` go on with an
    object ("praised X for Y"), those `after_object_always` with a clause behind them too, and those
    `after_preposition` with what a preposition has attributed.
    """

    verbs: dict[str, str]
    forms: dict[str, str]
    adjectives: dict[str, str]
    nouns: dict[str, str]
    light: tuple[str, ...]
    catenative: tuple[str, ...]
    hearsay: frozenset[str]
    asides: frozenset[str]
    additions: frozenset[str]
    quoting: frozenset[str]
    controlling: frozenset[str]
    days: frozenset[str]
    held: frozenset[str]
    noun_owners: frozenset[str]
    relatives: frozenset[str]
    empty: frozenset[str]
    asking: frozenset[str]
    conditions: frozenset[str]
    links: frozenset[str]
    openers: frozenset[str]
    afterthoughts: frozenset[str]
    after_object: frozenset[str]
    after_object_always: frozenset[str]
    after_preposition: frozenset[str]


class CueLexicon(Struct, frozen=True):
    """Cues by their form, lower-cased; `words` are the other lists of the file, as they stand."""

    verbs: Mapping[str, tuple[str, Frames]]
    phrasal: Mapping[str, Frames]
    adjectives: Mapping[str, Frames]
    nouns: Mapping[str, Frames]
    light: frozenset[str]
    catenative: frozenset[str]
    words: CueWords

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> CueLexicon:
        """Read `cues.json` and inflect its verbs.

        Raises:
            VocabularyError: the file is broken, or what goes on with a speech is a form of no verb of it.
        """
        raw = vocabulary.read("en/statements/cues.json", CueWords)
        verbs: dict[str, tuple[str, Frames]] = {}
        phrasal: dict[str, Frames] = {}
        for lemma, names in raw.verbs.items():
            frames = frozenset(names.split())
            base, _, particle = lemma.partition(" ")
            if particle:
                phrasal[lemma] = frames
                frames = frozenset()
            for form in (*_inflections(base), *_doubled(base)):
                if frames or form not in verbs:
                    verbs[form] = (base, frames)
        for form, lemma in raw.forms.items():
            known = verbs.get(lemma)
            if known is not None:
                verbs[form] = known
        _check(raw, verbs)
        adjectives = {word: frozenset(names.split()) for word, names in raw.adjectives.items()}
        nouns: dict[str, Frames] = {}
        for noun, names in raw.nouns.items():
            nouns[noun] = nouns[_plural(noun)] = frozenset(names.split())
        light, catenative = (_forms(group, raw.forms) for group in (raw.light, raw.catenative))
        return cls(verbs, phrasal, adjectives, nouns, light, catenative, raw)

    def frames(self, tree: TokenTree, verb: int) -> Frames:
        """The frames of the verb at `verb`, with its particle if it has one; none if it is no cue."""
        entry = self.verbs.get(tree.lower[verb])
        if entry is None:
            return _NONE
        lemma, frames = entry
        particle = self.particle(tree, verb)
        if particle is not None:
            return self.phrasal[f"{lemma} {tree.lower[particle]}"]
        return frames if tree.child(verb, "prt") is None else _NONE

    def particle(self, tree: TokenTree, verb: int) -> int | None:
        """The token that makes a phrasal cue of the verb at `verb` ("point out", "call on"), if any."""
        lemma = self.verbs[tree.lower[verb]][0]
        particle = tree.child(verb, "prt")
        if particle is None and verb + 1 < len(tree) and tree.head[verb + 1] == verb:
            particle = verb + 1
        if particle is not None and f"{lemma} {tree.lower[particle]}" in self.phrasal:
            return particle
        return None


def _check(raw: CueWords, verbs: Mapping[str, object]) -> None:
    strange = sorted((raw.asides | raw.additions) - verbs.keys())
    if strange:
        raise VocabularyError(
            f"vocabulary file cues.json: {', '.join(strange)} in `asides` or `additions` are forms of no "
            "verb of the file; add the verb, or mend the form"
        )
    strange = sorted(raw.after_object_always - raw.after_object)
    if strange:
        raise VocabularyError(
            f"vocabulary file cues.json: {', '.join(strange)} in `after_object_always` but not in "
            "`after_object`; add them there"
        )
    known = {form for noun in raw.nouns for form in (noun, _plural(noun))}
    strange = sorted(raw.held - known)
    if strange:
        raise VocabularyError(
            f"vocabulary file cues.json: {', '.join(strange)} in `held` are no cue nouns; add them to `nouns`"
        )


def _inflections(base: str) -> tuple[str, ...]:
    """The regular forms of a verb: base, third person, past, and -ing."""
    if base.endswith("e"):
        stem = base if base.endswith(("ee", "oe", "ye")) else base[:-1]
        return base, base + "s", base + "d", stem + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base, base + "es", base + "ed", base + "ing"
    return base, base + "s", base + "ed", base + "ing"


def _doubled(base: str) -> tuple[str, ...]:
    """The forms of a verb of one syllable that doubles its last letter: slammed, slamming."""
    return (base + base[-1] + "ed", base + base[-1] + "ing") if _SHORT.fullmatch(base) else ()


def _forms(lemmas: tuple[str, ...], irregular: Mapping[str, str]) -> frozenset[str]:
    """Every form of `lemmas`, regular and irregular."""
    regular = {form for lemma in lemmas for form in (*_inflections(lemma), *_doubled(lemma))}
    return frozenset(regular | {form for form, lemma in irregular.items() if lemma in lemmas})


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
