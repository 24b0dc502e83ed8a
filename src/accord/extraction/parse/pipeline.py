"""The one spaCy pass over a report: which components run, and where sentences must start."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from accord.errors import AccordError
from accord.extraction.parse.pinned import PinnedPipeline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

logger = logging.getLogger(__name__)

_UNUSED = ("ner", "attribute_ruler", "lemmatizer", "senter")
_NEEDED = ("tagger", "parser", "lemmatizer")

# A longer text is parsed in pieces cut at block starts, so that memory does not grow with it.
_PIECE = 50_000

# So many tokens are parsed at once, in one piece or several: memory grows with them, and what consists
# of signs has more of them than its length tells.
_MOST_TOKENS = 10_000

# So many characters are read before the words met in them are forgotten.
_ZONE = 1_000_000

# The tokenizer takes time quadratic in the length of what has no white space; nothing that a report
# says is as long, and what is gets cut.
_ENDLESS = re.compile(r"\S{500}(?=\S)")

# What runs on for so many tokens without a full stop is no sentence; cutting it bounds the work of
# every stage, which is done sentence by sentence.
_LONGEST_SENTENCE = 400
_ENDS = frozenset({".", "!", "?"})

# Penn Treebank tags to Universal Dependencies parts of speech, after
# https://universaldependencies.org/tagset-conversion/en-penn-uposf.html
_UPOS = {
    "$": "SYM", "''": "PUNCT", ",": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT", ".": "PUNCT",
    ":": "PUNCT", "``": "PUNCT", "HYPH": "PUNCT", "NFP": "PUNCT", "ADD": "X", "AFX": "ADJ",
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ",
    "JJR": "ADJ", "JJS": "ADJ", "LS": "X", "MD": "AUX", "NN": "NOUN", "NNP": "PROPN",
    "NNPS": "PROPN", "NNS": "NOUN", "PDT": "DET", "POS": "PART", "PRP": "PRON", "PRP$": "PRON",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "SYM": "SYM", "TO": "PART",
    "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB",
    "VBZ": "VERB", "WDT": "DET", "WP": "PRON", "WP$": "PRON", "WRB": "ADV", "XX": "X",
    "_SP": "SPACE", "": "X",
}  # fmt: skip

# "re-opened" is one word; the tokenizer would make three of it.
_AGAIN = re.compile(r"re-[a-z]{3,}\Z", re.IGNORECASE)

_ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_SIBILANTS = ("s", "x", "z")
_SPELT_ES = frozenset({"uses", "gazes", "seizes"})

# The cache of word forms is emptied when it holds so many.
_MOST_FORMS = 50_000

_BASE_FORM_TAGS = frozenset({"NN", "VB", "JJ", "RB"})

_CONTRACTIONS = {
    "n't": "not", "'ve": "have", "'re": "be", "'m": "be", "'ll": "will", "ca": "can", "wo": "will",
}  # fmt: skip


class Parser:
    """A loaded spaCy pipeline, reduced to what Accord reads.

    Parts of speech and lemmas are set here, cached by word and tag, with the pipeline's own
    lemmatizer: the stock components match patterns token by token and cost as much as the
    dependency parse, for exceptions that nothing in Accord reads.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._lemmatizer = nlp.get_pipe("lemmatizer")
        self._morphology: dict[tuple[int, int], tuple[int, str]] = {}

    @classmethod
    def load(cls, name: str, pinned: PinnedPipeline | None = None) -> Parser:
        """Load the installed spaCy English pipeline called `name`; `pinned` says what one of them is made of.

        Raises:
            AccordError: no such pipeline is installed, it lacks a tagger, parser or lemmatizer, or its files
                are not those that were pinned.
        """
        import spacy

        try:
            nlp = spacy.load(name, disable=list(_UNUSED))
        except OSError as error:
            raise AccordError(
                f"the spaCy pipeline {name!r} is not installed; "
                "install it, or name one that is with --pipeline"
            ) from error
        if nlp.path is not None:
            (pinned or PinnedPipeline.load()).check(name, nlp.path)
        missing = [part for part in _NEEDED if part not in nlp.component_names]
        if missing or nlp.lang != "en":
            found = f"language {nlp.lang!r}, components {', '.join(nlp.component_names)}"
            raise AccordError(
                f"the spaCy pipeline {name!r} cannot be used ({found}); "
                f"name an English pipeline that has {', '.join(_NEEDED)}"
            )
        index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
        for kind, words in list(index.items()):
            # The pipeline keeps its dictionary in lists and searches them from the front.
            index[kind] = frozenset(words)
        nlp.tokenizer.token_match = _AGAIN.match  # type: ignore[union-attr]
        nlp.max_length = max(nlp.max_length, 10 * _PIECE)
        return cls(nlp)

    def parse(self, text: str, starts: Sequence[int] = ()) -> Doc:
        """Parse `text`.  A sentence starts at the first token at or after each offset of `starts`."""
        return next(self._parse_all([(text, starts)], batch=1))

    def pipe(self, texts: Iterable[tuple[str, Sequence[int]]], batch: int = 4) -> Iterator[Doc]:
        """Parse many texts in order, `batch` pieces at a time; the same results as `parse`.

        A document is valid until the next one is asked for: what the pipeline learns of a report's
        words is forgotten after some reports, so that memory stays flat.
        """
        source = iter(texts)
        while zone := list(_up_to(source, _ZONE)):
            with self._nlp.memory_zone():
                yield from self._parse_all(zone, batch)

    def spell(self, doc: Doc, text: str) -> Doc:
        """`doc` with the letters of `text`, which differs from its own text in nothing but case."""
        from spacy.tokens import Doc

        return Doc(
            doc.vocab,
            words=[text[token.idx : token.idx + len(token)] for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=[token.tag_ for token in doc],
            pos=[token.pos_ for token in doc],
            lemmas=[token.lemma_ for token in doc],
            heads=[token.head.i for token in doc],
            deps=[token.dep_ for token in doc],
        )

    def is_common(self, word: str) -> bool:
        """Whether `word`, in lower case, is a form of a word of the pipeline's English dictionary."""
        if self._nlp.vocab[word].is_stop:
            return True
        tables = self._lemmatizer.lookups  # type: ignore[attr-defined]
        index, exceptions, rules = (tables.get_table(f"lemma_{name}") for name in ("index", "exc", "rules"))
        return any(
            word in index[kind]
            or word in exceptions[kind]
            or any(
                word.endswith(old) and word.removesuffix(old) + new in index[kind] for old, new in rules[kind]
            )
            for kind in ("noun", "verb", "adj", "adv")
            if kind in index
        )

    def _parse_all(self, texts: Iterable[tuple[str, Sequence[int]]], batch: int) -> Iterator[Doc]:
        from spacy.tokens import Doc

        held: list[Doc] = []
        for some in _together(self._pieces(texts), batch):
            docs = self._nlp.pipe((piece.doc for piece in some), batch_size=len(some))
            for piece, doc in zip(some, docs, strict=True):
                self._set_morphology(doc)
                held.append(doc)
                if piece.is_last:
                    yield held[0] if len(held) == 1 else Doc.from_docs(held, ensure_whitespace=False)
                    held = []

    def _pieces(self, texts: Iterable[tuple[str, Sequence[int]]]) -> Iterator[_Piece]:
        """The texts, tokenized, each in pieces that can be parsed."""
        for text, starts in texts:
            cuts = _cuts(text, starts)
            for start, end in pairwise(cuts):
                inside = [offset - start for offset in starts if start <= offset < end]
                *before, last = self._make_pieces(text[start:end], inside)
                yield from (_Piece(doc) for doc in before)
                yield _Piece(last, is_last=end == len(text))

    def _make_pieces(self, text: str, starts: Sequence[int]) -> Iterator[Doc]:
        """The text as one document, or as several where it has more tokens than are parsed at once."""
        doc = self._make(text, starts)
        if len(doc) <= _MOST_TOKENS:
            yield doc
            return
        cuts = [0, *(doc[at].idx for at in _token_cuts(doc)), len(text)]
        for start, end in pairwise(cuts):
            yield self._make(text[start:end], [offset - start for offset in starts if start <= offset < end])

    def _make(self, text: str, starts: Sequence[int]) -> Doc:
        doc = self._tokenize(text)
        pending = sorted(set(starts))
        at = last = 0
        for token in doc:
            if at < len(pending) and token.idx >= pending[at] and not token.is_space:
                token.is_sent_start = True
                last = token.i
                while at < len(pending) and pending[at] <= token.idx:
                    at += 1
            elif token.i - last >= _LONGEST_SENTENCE:
                token.is_sent_start = True
                last = token.i
            elif token.text in _ENDS:
                last = token.i
        return doc

    def _tokenize(self, text: str) -> Doc:
        from spacy.tokens import Doc

        cuts = [0, *(match.end() for match in _ENDLESS.finditer(text)), len(text)]
        if len(cuts) == 2:
            return self._nlp.make_doc(text)
        docs = [self._nlp.make_doc(text[start:end]) for start, end in pairwise(cuts) if end > start]
        return Doc.from_docs(docs, ensure_whitespace=False)

    def _set_morphology(self, doc: Doc) -> None:
        if len(self._morphology) > _MOST_FORMS:
            self._morphology.clear()
        for token in doc:
            key = (token.orth, token.tag)
            known = self._morphology.get(key)
            if known is None:
                known = self._morphology[key] = self._analyse(token)
            token.pos, token.lemma_ = known

    def _analyse(self, token: Token) -> tuple[int, str]:
        token.pos_ = _UPOS.get(token.tag_, "X")
        lower = token.lower_.replace("’", "'")
        if lower in _CONTRACTIONS:
            return token.pos, _CONTRACTIONS[lower]
        if lower == "'s" and token.tag_ == "VBZ":
            return token.pos, "be"
        if token.tag_ in _BASE_FORM_TAGS:
            return token.pos, lower
        if _AGAIN.match(lower):
            return token.pos, "re-" + self._lemma(self._word(lower.removeprefix("re-"), token.pos))
        return token.pos, self._lemma(token)

    def _lemma(self, token: Token) -> str:
        lemma = str(self._lemmatizer.rule_lemmatize(token)[0])  # type: ignore[attr-defined]
        self._lemmatizer.cache.clear()  # type: ignore[attr-defined]
        return _with_e(token.lower_, lemma) if token.pos_ == "VERB" else lemma

    def _word(self, word: str, pos: int) -> Token:
        from spacy.tokens import Doc

        token = Doc(self._nlp.vocab, words=[word])[0]
        token.pos = pos
        return token


class _Piece(NamedTuple):
    """A piece of a text, tokenized; `is_last` of the last one of a text."""

    doc: Doc
    is_last: bool = False


def _together(pieces: Iterable[_Piece], most: int) -> Iterator[list[_Piece]]:
    """Pieces to be parsed at once: `most` at most, and no more tokens than fit."""
    some: list[_Piece] = []
    for piece in pieces:
        if some and (len(some) == most or sum(len(p.doc) for p in some) + len(piece.doc) > _MOST_TOKENS):
            yield some
            some = []
        some.append(piece)
    if some:
        yield some


def _token_cuts(doc: Doc) -> list[int]:
    """The tokens that pieces of a long document begin with, at sentences that are marked where there are."""
    cuts = [0]
    for token in doc:
        size = token.i - cuts[-1]
        if size >= _MOST_TOKENS or (size > _MOST_TOKENS // 2 and token.is_sent_start):
            cuts.append(token.i)
    return cuts[1:]


def _with_e(form: str, lemma: str) -> str:
    """The lemma of a verb's inflected form, in -e where only that gives the form.

    The rules leave "hoped" open between "hop" and "hope" and take the shorter; a word of one short
    syllable would have doubled its consonant ("hopped").
    """
    endings = ("ed", "ing") if lemma[-1:] in _SIBILANTS and form not in _SPELT_ES else ("ed", "ing", "es")
    if _ONE_SYLLABLE.fullmatch(lemma) and any(form == lemma + ending for ending in endings):
        return lemma + "e"
    return lemma


def _up_to(texts: Iterator[tuple[str, Sequence[int]]], most: int) -> Iterator[tuple[str, Sequence[int]]]:
    """Texts off the front of `texts`, until they hold `most` characters together."""
    total = 0
    for text, starts in texts:
        yield text, starts
        total += len(text)
        if total >= most:
            return


def _cuts(text: str, starts: Sequence[int]) -> list[int]:
    """Offsets that cut `text` into pieces of about `_PIECE` characters, at block starts where it can."""
    cuts = [0]
    if len(text) <= _PIECE:
        return [0, len(text)]
    for offset in [*sorted(set(starts)), len(text)]:
        while offset - cuts[-1] > 2 * _PIECE:
            space = text.rfind(" ", cuts[-1] + _PIECE // 2, cuts[-1] + _PIECE)
            cuts.append(space + 1 if space >= 0 else cuts[-1] + _PIECE)
        if offset - cuts[-1] >= _PIECE and offset < len(text):
            cuts.append(offset)
    return [*cuts, len(text)]
