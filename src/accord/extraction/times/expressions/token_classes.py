"""Text as a string of letters, one a word, so that a grammar of words is a small pattern.

Words that play the same parts in the grammar share a letter; all other words are one letter.  A pattern
over letters is tried only where its first letters stand.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

OTHER, BREAK = "x", "p"

# Letters for words: no sign that a pattern gives a meaning, no letter that stands for a shape.  They
# come from the first 256 characters, whose sets compile to small tables; there are more if need be.
_LETTERS = [
    chr(code)
    for code in (*range(1, 9), *range(14, 32), *range(128, 256), *map(ord, "0123456789!\"%';<=>@_`:"))
] + [letter for letter in string.ascii_letters if letter not in "ISCODYHAQFzhdnqxp"]

# Shapes of tokens that are no words, each with the letter that stands for it.
_SHAPES = {
    "ISO": "I", "SLASHED": "S", "CLOCK": "C", "ORDINAL": "O", "DECADE": "D", "YEAR4": "Y", "SHORTYEAR": "H",
    "AMPM": "A", "QUARTER": "Q", "FISCAL": "F", "POSS": "z", "HOUR": "h", "DAYDIGITS": "d", "DIGITS": "n",
    "MONEY": "q",
}  # fmt: skip

_TOKEN = re.compile(
    r"(?P<F>fy[ -]?['’]?(?:(?:19|20)\d\d|\d\d)(?!\w))"
    r"|(?P<Q>q[1-4]\b|[1-4]q\b)"
    r"|(?P<W>o['’]clock|[a-z]+(?!\w))"
    r"|(?P<I>\d{4}-(?:0[1-9]|1[0-2])-[0-3]\d"
    r"(?:t\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?(?!\w))"
    r"|(?P<S>[0-3]?\d/[0-3]?\d/(?:(?:1\d|20)\d\d|\d\d)(?![\d/])|[0-3]?\d\.[01]?\d\.(?:1\d|20)\d\d(?!\d)"
    r"|[0-3]\d\.[01]\d\.\d\d(?![.\d])|[0-3]?\d-[0-3]?\d-(?:1\d|20)\d\d(?![-\d])"
    r"|(?:1\d|20)\d\d/[01]?\d/[0-3]?\d(?![/\d]))"
    r"|(?P<C>(?:[01]?\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?(?!\d)|\.[0-5]\d(?=\s?[ap]\.?\s?m\b)))"
    r"|(?P<O>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<D>(?:1\d|20)\d0['’]?s\b|['’‘`]?\d0s\b)"
    r"|(?P<Y>(?:1\d|20)\d\d(?![\w]|[,.]\d))"
    r"|(?P<H>['’‘`]\d\d(?!\w))"
    r"|(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[ -]\d/\d)?[½¼¾]?)"
    r"|(?P<z>['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<q>[$£€¥#])"
    r"|(?P<P>[^\w\s]|\w+)"
    r"|(?P<B>\n[ \t]*\n\s*)"
)
_MERIDIEM = re.compile(r"\s?[ap]\.?\s?m\b\.?")
_PUNCTUATION = {"-": "-", "–": "-", ",": ",", ".": ".", "(": "(", ")": ")", "/": "/"}
_RULE_PIECE = re.compile(
    r"\\.|\(\?P<\w+>|\(\?(?:[:=!]|<[=!])|[a-z]+(?:'clock)?|[A-Z][A-Z0-9]*|\s+|.", re.DOTALL
)
_PATTERN_PIECE = re.compile(
    r"(?P<look>\(\?(?:=|!|<=|<!))|(?P<group>\((?:\?:|\?P<\w+>)?)|(?P<end>\))|(?P<or>\|)"
    r"|(?P<repeat>[?*]|\{0,\d+\})|(?P<end_of_text>\\Z)|(?P<set>\[(?:\\.|[^\]\\])*\])|(?P<letter>\\.|.)",
    re.DOTALL,
)


class Lettered(Struct, frozen=True):
    """A stretch of text as letters, with where each letter's word starts and ends in the text."""

    letters: str
    starts: Sequence[int]
    ends: Sequence[int]


@dataclass
class Alphabet:
    """Which letter stands for which word.

    `classes` are words by class name; `literals` the words that a pattern names themselves.
    """

    classes: Mapping[str, Iterable[str]]
    literals: frozenset[str]
    letter_of: dict[str, str] = field(init=False)
    sets: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Give every group of words that play the same parts a letter."""
        roles: dict[str, set[str]] = {}
        for name, words in self.classes.items():
            for word in words:
                roles.setdefault(word, set()).add(name)
        for word in self.literals:
            roles.setdefault(word, set()).add(f"={word}")
        signatures: dict[tuple[str, ...], str] = {}
        self.letter_of = {}
        members: dict[str, list[str]] = {name: [] for name in self.classes}
        for word in sorted(roles):
            signature = tuple(sorted(roles[word]))
            if signature not in signatures:
                number = len(signatures)
                signatures[signature] = _LETTERS[number] if number < len(_LETTERS) else chr(number + 256)
                for name in signature:
                    if name in members:
                        members[name].append(signatures[signature])
            self.letter_of[word] = signatures[signature]
        self.sets = {name: f"[{''.join(held)}]" for name, held in members.items()}
        self.sets |= _SHAPES

    def alias(self, misspellings: Mapping[str, str]) -> None:
        """Let words that are spelt wrong have the letter of the word they stand for."""
        for wrong, right in misspellings.items():
            self.letter_of.setdefault(wrong, self.letter_of[right])

    def spell(self, text: str, start: int, end: int) -> Lettered:
        """The lower-case `text[start:end]` as letters."""
        letters: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        known = self.letter_of
        skip = start
        for match in _TOKEN.finditer(text, start, end):
            at = match.start()
            if at < skip:
                continue
            kind = match.lastgroup
            if kind == "W":
                letter = known.get(match[0], OTHER)
            elif kind == "P":
                letter = _PUNCTUATION.get(match[0], BREAK)
            elif kind == "n":
                letter = _digits(match[0])
            elif kind == "B":
                letter = BREAK
            else:
                letter = kind or BREAK
            letters.append(letter)
            starts.append(at)
            ends.append(match.end())
            if letter in ("h", "C", "d"):
                meridiem = _MERIDIEM.match(text, match.end(), end)
                if meridiem is not None:
                    letters.append("A")
                    starts.append(meridiem.start())
                    ends.append(meridiem.end())
                    skip = meridiem.end()
        return Lettered("".join(letters), starts, ends)

    def phrase(self, words: str) -> str:
        """The letters of a phrase of words, "-" for a hyphen, "z" for a possessive."""
        pieces = re.findall(r"['’]s\b|[a-z]+|-", words.lower())
        return "".join("z" if p[0] in "'’" else self.letter_of.get(p, p) for p in pieces)

    def phrases(self, entries: Iterable[str]) -> str:
        """A pattern that matches any of the phrases, the longest first."""
        return _trie(sorted({self.phrase(entry) for entry in entries}))

    def pattern(self, rule: str, parts: Mapping[str, str]) -> str:
        """A rule as a pattern over letters: words stand for themselves, capitals for classes and parts."""
        written: list[str] = []
        for piece in _RULE_PIECE.findall(rule):
            if piece.isspace():
                continue
            if piece[0].isalpha() and piece[0].islower():
                written.append(self.letter_of[piece])
            elif piece[0].isalpha():
                written.append(parts[piece] if piece in parts else self.sets[piece])
            else:
                written.append(piece)
        return "".join(written)


def _trie(spelled: Sequence[str]) -> str:
    """A pattern for any of the strings, longest first; beginnings and endings in common are written once."""
    ends = "" in spelled
    by_first: dict[str, list[str]] = {}
    for word in spelled:
        if word:
            by_first.setdefault(word[0], []).append(word[1:])
    by_rest: dict[str, list[str]] = {}
    for first, rest in by_first.items():
        by_rest.setdefault(_trie(rest), []).append(re.escape(first))
    branches = [
        (f"[{''.join(firsts)}]" if len(firsts) > 1 else firsts[0]) + rest for rest, firsts in by_rest.items()
    ]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


def literals(rules: Iterable[str]) -> frozenset[str]:
    """The words that rules name themselves."""
    return frozenset(
        piece
        for rule in rules
        for piece in _RULE_PIECE.findall(rule)
        if piece[0].isalpha() and piece[0].islower()
    )


def _digits(number: str) -> str:
    if not number.isdigit() or len(number) > 2:
        return "n"
    value = int(number)
    return "h" if 1 <= value <= 12 else "d" if 13 <= value <= 31 else "n"


def starts(pattern: str) -> frozenset[str]:
    """The letters that a match of `pattern` can start with.

    Of patterns are read: letters, sets without ranges, groups, `|`, `?`, `*`, `{0,n}` and looks
    ahead and behind, which are passed over.

    Raises:
        ValueError: the pattern can match nothing at all, or has a part that is not read.
    """
    letters, empty, _ = _alternatives(list(_PATTERN_PIECE.finditer(pattern)), 0)
    if empty:
        raise ValueError(f"a rule that matches no letter: {pattern[:80]}")
    return letters


def _alternatives(pieces: list[re.Match[str]], at: int) -> tuple[frozenset[str], bool, int]:
    """First letters, whether it can be empty, and the place after its end."""
    letters: frozenset[str] = frozenset()
    empty = False
    open_yet, nothing = True, True
    while at < len(pieces) and pieces[at].lastgroup != "end":
        piece = pieces[at]
        if piece.lastgroup == "or":
            empty = empty or open_yet
            open_yet, at = True, at + 1
            continue
        found, optional, at = _starts_of(pieces, at)
        nothing = False
        if at < len(pieces) and pieces[at].lastgroup == "repeat":
            optional, at = True, at + 1
        if open_yet:
            letters |= found
            open_yet = optional
    return letters, empty or open_yet or nothing, at + 1


def _starts_of(pieces: list[re.Match[str]], at: int) -> tuple[frozenset[str], bool, int]:
    piece = pieces[at]
    match piece.lastgroup:
        case "look":
            _, _, after = _alternatives(pieces, at + 1)
            return frozenset(), True, after
        case "group":
            return _alternatives(pieces, at + 1)
        case "end_of_text":
            return frozenset(), True, at + 1
        case "set":
            text = piece[0][1:-1]
            if text.startswith("^") or re.search(r"(?<!\\)\w-\w", text):
                raise ValueError(f"a set that is not read: {piece[0]}")
            return frozenset(re.sub(r"\\(.)", r"\1", text)), False, at + 1
        case _:
            return frozenset(piece[0][-1]), False, at + 1
