"""Mentions given by their spans, read off the parse as coreference wants them."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Iterator

from msgspec import Struct
from spacy.tokens import Doc, Span, Token

from accord.reconciliation.coreference.mention import ActMention
from accord.reconciliation.coreference.word_families import ActWords
from accord.records import Reading

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_THINGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PARTS = frozenset({"conj", "appos", "compound", "poss", "nmod", "amod", "nummod"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "attr", "oprd"})
_PRONOUNS = frozenset({"it", "this", "that", "which", "these", "those", "what", "one"})
_MODIFIERS = frozenset({"amod", "compound", "nummod", "advmod", "poss"})
_NEAR = 6
_DAYS = frozenset(name.lower() for name in (*day_name, *month_name) if name)
_ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        ("one first once", "two second twice", "three third", "four fourth", "five fifth", "six sixth",
         "seven seventh", "eight eighth", "nine ninth", "ten tenth"), 1
    )
    for word in words.split()
}  # fmt: skip
_ORDINAL_ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_MARKS = "\"'”“ -"


class Named(Struct, frozen=True):
    """An identified actor at a token: who, the words of the name, and whether a pronoun stands for it."""

    actor: str
    words: tuple[str, ...]
    pronoun: bool


def named(reading: Reading) -> dict[int, Named]:
    """The actors of a reading by the characters that name them."""
    names = {
        entity.id: tuple(word.lower() for word in re.findall(r"\w+", entity.name) if len(word) > 2)
        for entity in reading.entities
    }
    return {
        offset: Named(mention.actor, names[mention.actor], mention.form == "pronoun")
        for mention in reading.actors
        if mention.actor in names
        for offset in range(mention.start, mention.end)
    }


def lemmas_of(docs: Iterable[Doc]) -> frozenset[str]:
    """Lemmas that are not their own form: what a headline's "Checks" can be a form of."""
    return frozenset(t.lemma_.lower() for doc in docs for t in doc if t.lemma_.lower() != t.lower_)


class MentionReader:
    """Reads the mentions of one report."""

    def __init__(self, reading: Reading, doc: Doc, words: ActWords, lemmas: frozenset[str]) -> None:
        self._reading = reading
        self._doc = doc
        self._words = words
        self._lemmas = lemmas
        self._named = named(reading)

    def mention(self, start: int, end: int) -> ActMention:
        """The mention that the characters `start` to `end` make.

        Raises:
            ValueError: no word stands there.
        """
        span = self._doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            raise ValueError(f"{self._reading.id}: there is no word from {start} to {end}")
        head = span.root
        lemma = self._lemma(head)
        inside = [token.lemma_.lower() for token in span if not token.is_space]
        doers, objects, others = self._arguments(head)
        own = frozenset(inside)
        sentence = span.sent
        around = self._doc[max(sentence.start, span.start - _NEAR) : min(sentence.end, span.end + _NEAR)]
        terms = frozenset(_words(sentence, _CONTENT))
        return ActMention(
            report=self._reading.id,
            start=start,
            lemma=lemma,
            phrases=frozenset(self._phrases(span, lemma, inside)),
            verb=head.pos_ == "VERB",
            pronoun=lemma in _PRONOUNS and len(inside) == 1,
            plural=head.tag_ in {"NNS", "NNPS"},
            modal=any(c.tag_ == "MD" or (c.dep_ == "aux" and c.lower_ == "to") for c in head.children),
            doers=doers - own,
            objects=objects - own,
            others=others - own,
            near=frozenset(_words(around, _THINGS)) - own,
            terms=terms - own,
            names=self._names(sentence) - own,
            counts=frozenset(_counts(head)),
            numbers=frozenset(token.lower_ for token in sentence if token.like_num),
            days=frozenset(token.lower_ for token in sentence if token.lower_ in _DAYS),
            sentence=self._sentence(start),
            text=span.text.lower(),
            form=head.tag_,
            role=head.dep_,
            governor="" if head.dep_ == "ROOT" else head.head.lemma_.lower(),
            negated=any(child.dep_ == "neg" for child in head.children),
            modifiers=frozenset(c.lemma_.lower() for c in head.children if c.dep_ in _MODIFIERS),
        )

    def _lemma(self, head: Token) -> str:
        lemma = head.lemma_.lower().strip(_MARKS)
        singular = lemma.removesuffix("s")
        return singular if singular in self._lemmas and not lemma.endswith("ss") else lemma

    def _phrases(self, span: Span, lemma: str, inside: list[str]) -> Iterator[str]:
        """What the mention may be called in more than its head: with its particle, object, modifiers."""
        for child in span.root.children:
            word = child.lemma_.lower()
            if child.dep_ in {"prt", "prep", "advmod", "acomp", "oprd", "dobj", "nsubjpass"}:
                yield f"{lemma} {word}"
            if child.dep_ == "prep":
                yield from (f"{lemma} {word} {c.lemma_.lower()}" for c in child.children if c.dep_ == "pobj")
            if child.dep_ in {"compound", "amod"}:
                yield f"{word} {lemma}"
        for index, word in enumerate(inside):
            yield from (f"{word} {other}" for other in inside[index + 1 :])
        yield " ".join(inside)
        if len(inside) > 1 or span.root.pos_ not in {"VERB", "NOUN"}:
            yield from _words(span, _CONTENT)

    def _arguments(self, head: Token) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        doers: set[str] = set()
        objects: set[str] = set()
        others: set[str] = set()
        for child in head.children:
            if child.dep_ in {"nsubj", "csubj", "poss"}:
                doers.update(self._content(child))
            elif child.dep_ in _OBJECTS:
                objects.update(self._content(child))
            elif child.dep_ == "agent":
                doers.update(word for part in child.children for word in self._content(part))
            elif child.dep_ == "prep":
                side = objects if head.pos_ == "NOUN" and child.lemma_ == "of" else others
                side.update(w for part in child.children if part.dep_ == "pobj" for w in self._content(part))
            elif child.dep_ in {"compound", "amod", "nummod", "npadvmod"}:
                others.update(self._content(child))
            elif child.dep_ in {"xcomp", "ccomp"}:
                others.add(child.lemma_.lower())
        if head.dep_ in {"relcl", "acl"}:
            (objects if head.tag_ == "VBN" else doers).update(list(self._content(head.head))[:1])
        governor = head.head if head.dep_ != "pobj" else head.head.head
        if head.dep_ in {"conj", "xcomp", "advcl", "dobj", "pobj", "nsubjpass"} and not doers:
            subjects = (c for c in governor.children if c.dep_ in {"nsubj", "nsubjpass"} and c != head)
            doers.update(word for subject in subjects for word in self._content(subject))
        if head.dep_ in {"dobj", "nsubj", "pobj", "nsubjpass"} and not governor.is_stop:
            others.add(governor.lemma_.lower())
        return frozenset(doers), frozenset(objects), frozenset(others)

    def _content(self, token: Token) -> Iterator[str]:
        """The content words of a phrase with what is joined to it, and who it identifies."""
        waiting = [token]
        while waiting:
            part = waiting.pop()
            waiting.extend(child for child in part.children if child.dep_ in _PARTS)
            if known := self._named.get(part.idx):
                yield f"@{known.actor}"
                if known.pronoun:
                    yield from known.words
            if part.pos_ in _THINGS and not part.is_stop and len(part.lemma_) > 1:
                yield part.lemma_.lower()

    def _names(self, sentence: Span) -> frozenset[str]:
        found = {t.lower_ for t in sentence if t.pos_ == "PROPN" and t.is_alpha and len(t) > 2}
        for token in sentence:
            known = self._named.get(token.idx)
            if known and known.pronoun:
                found.update(known.words)
        return frozenset(found)

    def _sentence(self, offset: int) -> int:
        sentences = self._reading.sentences
        return next((i for i, s in enumerate(sentences) if s.start <= offset < s.end), len(sentences))


def _words(span: Span, kinds: frozenset[str]) -> Iterator[str]:
    return (t.lemma_.lower() for t in span if t.pos_ in kinds and not t.is_stop and len(t.lemma_) > 1)


def _counts(head: Token) -> Iterator[str]:
    """The numbers of an act and of its arguments ("the sixth round", "killed two")."""
    inner = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass", "nsubj", "prep"}]
    objects = [o for c in inner if c.dep_ == "prep" for o in c.children]
    for token in (*head.children, *(g for part in (*inner, *objects) for g in part.children)):
        word = _ORDINAL_ENDING.sub("", token.lower_)
        if word in _ORDINALS or word[:1].isdigit():
            yield _ORDINALS.get(word, word)
