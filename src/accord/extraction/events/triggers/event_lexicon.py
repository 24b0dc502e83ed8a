"""The event lexicon: which words, with which objects and prepositions, make which kind of event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, structs

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary

TYPES = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip

_CLASS = re.compile(r"@(\w+)")


class Act(Struct, frozen=True, forbid_unknown_fields=True):
    """A diplomatic act: its PLOVER coding, plain name and past-tense template."""

    id: str
    name: str
    template: str
    type: str
    mode: str | None = None
    cameo: str | None = None
    contexts: str = "diplomatic"


class Pattern(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of a lexicon file; words are lemmas, separated by spaces.

    `words` trigger it (particles joined by "_").  Where given, all of these must hold: `object`, the
    object's head is one of these ("*": there is an object; "@name": a proper name); `prep`, a phrase
    "from:list register";
    `comp`, it takes a clause ("to", "that", "ing", "must", "will", "any"; "not": it takes none);
    `phrase`, one of these strings, separated by "|", stands in the clause, and none of `unless`
    ("@contest" and "@disaster" there stand for the words of sport and elections, and of disasters, in
    event_roles.json); `mod`, one of these modifies a noun trigger; `who`, the subject is or has one of
    these; `bare`, the verb has no object, the noun nothing but "the" or "this".  `actor` and
    `recipient` are roles in order of preference.  `mutual`: both sides may be joined by "and".
    `one`: the event stands with one named side; `named`: only with two sides of known states or bodies;
    `negated`: only where it is negated, which is what it then says ("would not hear of");
    `home`: where nobody else is named, it is done to the doer's own state; `weak`: it gives way to any
    event told in its clause.  In `object`, `prep` and
    `who`, "@arms" stands for the words of that class in event_classes.json.
    """

    words: str
    type: str = ""
    act: str = ""
    mode: str = ""
    cameo: str = ""
    contexts: str = ""
    object: str = ""
    prep: str = ""
    comp: str = ""
    phrase: str = ""
    unless: str = ""
    mod: str = ""
    who: str = ""
    actor: str = ""
    recipient: str = ""
    mutual: bool = False
    one: bool = False
    named: bool = False
    home: bool = False
    weak: bool = False
    bare: bool = False
    negated: bool = False


class _Contexts(Struct, frozen=True):
    contests: str
    disasters: str
    wider: dict[str, str]


class Sense(Struct, frozen=True):
    """A pattern made ready for matching."""

    type: str
    act: str | None
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    objects: frozenset[str]
    preposition: str
    prep_nouns: frozenset[str]
    comp: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...]
    modifiers: frozenset[str]
    doers: frozenset[str]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mutual: bool
    one: bool
    named: bool
    home: bool
    weak: bool
    bare: bool
    negated: bool

    @property
    def specificity(self) -> int:
        """How much must hold for the sense to apply."""
        objects = self.objects - {"*"}
        held = (
            self.phrases or self.modifiers or self.doers or self.negated,
            objects,
            self.preposition,
            self.comp,
        )
        return sum(weight for weight, part in zip((8, 4, 2, 1), held, strict=True) if part)


class Lexicon(Struct, frozen=True):
    """Senses by lemma, most specific first, and the acts by identifier.

    `governing` are the words for those who govern, which make a recognition one of a government;
    `amounts` the nouns that count others ("a fleet of buses"); `wider` the nouns that may take up others
    ("the measures" for sanctions).
    """

    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, tuple[Sense, ...]]
    adjectives: Mapping[str, tuple[Sense, ...]]
    acts: Mapping[str, Act]
    governing: frozenset[str]
    amounts: frozenset[str]
    wider: Mapping[str, frozenset[str]]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Lexicon:
        """Read acts.json, event_verbs.json, event_phrases.json, event_nouns.json and event_adjectives.json.

        Raises:
            VocabularyError: a file is missing, or names a type or act that does not exist.
        """
        acts = {act.id: act for act in vocabulary.read("en/acts/acts.json", list[Act])}
        for act in acts.values():
            _check("en/acts/acts.json", act.type, "type", TYPES)
        verbs: dict[str, list[Sense]] = {}
        _index(vocabulary, "en/events/event_phrases.json", acts, ("subject",), ("object",), verbs)
        _index(vocabulary, "en/events/event_verbs.json", acts, ("subject",), ("object",), verbs)
        nouns: dict[str, list[Sense]] = {}
        _index(
            vocabulary,
            "en/events/event_nouns.json",
            acts,
            ("poss", "by", "mod", "subject"),
            ("of", "against", "on"),
            nouns,
        )
        adjectives: dict[str, list[Sense]] = {}
        _index(
            vocabulary,
            "en/events/event_adjectives.json",
            acts,
            ("subject",),
            ("of", "to", "with", "about"),
            adjectives,
        )
        every = {sense for senses in verbs.values() for sense in senses}
        governing = frozenset().union(*(s.objects for s in every if s.act == "recognise-government"))
        amounts = frozenset(
            vocabulary.read("en/events/event_classes.json", dict[str, str])["amounts"].split()
        )
        wider = {
            lemma: frozenset(words.split())
            for lemma, words in vocabulary.read("en/events/event_roles.json", _Contexts).wider.items()
        }
        return cls(_ordered(verbs), _ordered(nouns), _ordered(adjectives), acts, governing, amounts, wider)


def spellings(lemma: str) -> Iterable[str]:
    """The lemma and its British spelling where that differs by rule."""
    yield lemma
    if lemma.endswith("ize") or "ize_" in lemma:
        yield lemma.replace("ize", "ise")
    if lemma.endswith("ization"):
        yield lemma.replace("ization", "isation")


def _index(
    vocabulary: Vocabulary,
    name: str,
    acts: Mapping[str, Act],
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    into: dict[str, list[Sense]],
) -> None:
    contexts = vocabulary.read("en/events/event_roles.json", _Contexts)
    classes = vocabulary.read("en/events/event_classes.json", dict[str, str])
    for pattern in vocabulary.read(name, list[Pattern]):
        entry = f"{name}, {pattern.words!r}"
        unless = pattern.unless.replace("@contest", contexts.contests).replace(
            "@disaster", contexts.disasters
        )
        pattern = structs.replace(
            pattern,
            unless=unless,
            object=_expanded(entry, pattern.object, classes),
            prep=_expanded(entry, pattern.prep, classes),
            who=_expanded(entry, pattern.who, classes),
        )
        if pattern.act:
            _check(entry, pattern.act, "act", acts)
        sense = _sense(pattern, acts.get(pattern.act), actor, recipient)
        _check(entry, sense.type, "type", TYPES)
        for word in pattern.words.split():
            for lemma in spellings(word):
                into.setdefault(lemma, []).append(sense)


def _expanded(entry: str, words: str, classes: Mapping[str, str]) -> str:
    """Words with those of a class in the place of its name."""
    for class_ in _CLASS.findall(words):
        _check(entry, class_, "class", (*classes, "name"))
    return _CLASS.sub(lambda match: classes.get(match[1], match[0]), words)


def _sense(pattern: Pattern, act: Act | None, actor: tuple[str, ...], recipient: tuple[str, ...]) -> Sense:
    preposition, _, nouns = pattern.prep.partition(":")
    contexts = pattern.contexts or (act.contexts if act else "")
    return Sense(
        type=pattern.type or (act.type if act else ""),
        act=pattern.act or None,
        mode=pattern.mode or (act.mode if act else None) or None,
        cameo=pattern.cameo or (act.cameo if act else None) or None,
        contexts=tuple(contexts.split()),
        objects=frozenset(pattern.object.split()),
        preposition=preposition,
        prep_nouns=frozenset(nouns.split()),
        comp=pattern.comp,
        phrases=tuple(part for part in pattern.phrase.split("|") if part),
        unless=tuple(part for part in pattern.unless.split("|") if part),
        modifiers=frozenset(pattern.mod.split()),
        doers=frozenset(pattern.who.split()),
        actor=tuple(pattern.actor.split()) or actor,
        recipient=tuple(pattern.recipient.split()) or recipient,
        mutual=pattern.mutual,
        one=pattern.one or act is not None,
        named=pattern.named,
        home=pattern.home,
        weak=pattern.weak,
        bare=pattern.bare,
        negated=pattern.negated,
    )


def _ordered(index: dict[str, list[Sense]]) -> dict[str, tuple[Sense, ...]]:
    return {
        lemma: tuple(sorted(senses, key=lambda sense: -sense.specificity)) for lemma, senses in index.items()
    }


def _check(entry: str, value: str, what: str, allowed: Iterable[str]) -> None:
    if value not in allowed:
        raise VocabularyError(
            f"vocabulary file {entry}: {value!r} is no {what}; it is one of {', '.join(sorted(allowed))}"
        )
