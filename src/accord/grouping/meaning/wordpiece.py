"""Sentences to pieces of words, as the model was taught them, each with the place it stands at in the text.

The rules are those of the uncased BERT models: Devlin et al. 2019, "BERT: Pre-training of Deep Bidirectional
Transformers", and its `tokenization.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary

FILE = "models/wordpieces.json"

_FIRST, _LAST, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_INSIDE = "##"
_LONGEST_WORD = 100
# Chinese, Japanese and Korean ideographs are words of their own: blocks of code points.
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
_ASCII_END = 0x80


class WordPiece(Struct, frozen=True):
    """A piece of a word: its number in the vocabulary of the model, and where it stands in the text."""

    id: int
    start: int
    end: int


class _PiecesFile(Struct, frozen=True):
    """The file of pieces, as it stands in the vocabulary: in the order of their numbers."""

    about: str
    pieces: tuple[str, ...]


class WordPieces(Struct, frozen=True):
    """The pieces of words that the model knows, by how they are written.

    A piece that goes on inside a word begins with "##".
    """

    numbers: Mapping[str, int]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> WordPieces:
        """Read the pieces.

        Raises:
            VocabularyError: the file is broken, names a piece twice or lacks one that stands for others.
        """
        pieces = vocabulary.read(FILE, _PiecesFile).pieces
        numbers = {piece: number for number, piece in enumerate(pieces)}
        if len(numbers) != len(pieces):
            raise VocabularyError(f"vocabulary file {FILE}: a piece stands there twice; mend the file")
        for needed in (_FIRST, _LAST, _UNKNOWN):
            if needed not in numbers:
                raise VocabularyError(f"vocabulary file {FILE}: it has no {needed}; mend the file")
        return cls(numbers)

    def pieces(self, text: str) -> tuple[WordPiece, ...]:
        """The pieces of `text` in order; places are half-open code-point offsets into it.

        A word that cannot be made of pieces, or is longer than 100 characters, is one unknown piece.
        """
        return tuple(piece for word in _words(text) for piece in self._of_word(word))

    def framed(self, pieces: Iterable[WordPiece]) -> tuple[int, ...]:
        """The numbers that the model is given: those of the pieces, between its first and its last."""
        return (self.numbers[_FIRST], *(piece.id for piece in pieces), self.numbers[_LAST])

    def _of_word(self, word: _Word) -> Iterator[WordPiece]:
        """The longest piece that the word starts with, then that of the rest, until nothing is left."""
        found: list[WordPiece] = []
        start, size = 0, len(word.letters)
        while start < size <= _LONGEST_WORD:
            for end in range(size, start, -1):
                id = self.numbers.get((_INSIDE if start else "") + word.letters[start:end])
                if id is not None:
                    break
            else:
                break
            found.append(WordPiece(id, word.places[start], word.places[end - 1] + 1))
            start = end
        if start < size:
            return iter((WordPiece(self.numbers[_UNKNOWN], word.places[0], word.places[-1] + 1),))
        return iter(found)


class _Word(Struct, frozen=True):
    """A word in lower case without accents, and for each of its characters the offset it comes from."""

    letters: str
    places: tuple[int, ...]


def _words(text: str) -> Iterator[_Word]:
    """The words and marks of a text: what no space, no mark and no ideograph parts."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter, is_word in _OF_ASCII.get(character) or _letters(character):
            if letters and (is_word or letter == " "):
                yield _Word("".join(letters), tuple(places))
                letters, places = [], []
            if is_word:
                yield _Word(letter, (place,))
            elif letter != " ":
                letters.append(letter)
                places.append(place)
    if letters:
        yield _Word("".join(letters), tuple(places))


def _letters(character: str) -> tuple[tuple[str, bool], ...]:
    """What a character becomes, nothing or more, and whether each is a word of its own; any space is " "."""
    return tuple((letter, _is_word(letter)) for letter in _plain(character))


def _plain(character: str) -> str:
    """The character in lower case without its accents."""
    category = unicodedata.category(character)
    if character in "\t\n\r" or category == "Zs":
        return " "
    if character == "\ufffd" or category.startswith("C"):
        return ""
    parts = unicodedata.normalize("NFD", character.lower())
    return "".join(" " if part.isspace() else part for part in parts if unicodedata.category(part) != "Mn")


def _is_word(letter: str) -> bool:
    """Whether it is an ideograph, or a mark: in ASCII, all that is no letter and no digit."""
    code = ord(letter)
    if code < _ASCII_END:
        return letter.isprintable() and letter != " " and not letter.isalnum()
    if unicodedata.category(letter).startswith("P"):
        return True
    return any(first <= code <= last for first, last in _IDEOGRAPHS)


_OF_ASCII = {chr(code): _letters(chr(code)) for code in range(_ASCII_END)}
